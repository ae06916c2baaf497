/** What each commune says of its own days and hours: one row, replaced by the next version. */
export const keepCalendar = `
CREATE TABLE office_calendar (
  commune_n INTEGER PRIMARY KEY REFERENCES commune, version INTEGER NOT NULL, body TEXT NOT NULL, entered_by BLOB,
  entered_at INTEGER NOT NULL
) STRICT;
`;
