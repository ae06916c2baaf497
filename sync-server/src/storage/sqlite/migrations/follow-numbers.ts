/** Version 4: when the portal is asked for a number that a person recorded. Of those that are there it is asked at the next start. */
export const followNumbers = `
ALTER TABLE dossier_number ADD COLUMN due_at INTEGER;
UPDATE dossier_number SET due_at = 0;
CREATE INDEX dossier_number_due ON dossier_number (due_at) WHERE due_at IS NOT NULL;
`;
