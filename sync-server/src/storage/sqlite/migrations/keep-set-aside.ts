/** Version 2: what was set aside stays as it arrived, sealed, and is said to its author until that is known to have been read. */
export const keepSetAside = `
CREATE TABLE set_aside_op (
  n INTEGER PRIMARY KEY, device_n INTEGER NOT NULL REFERENCES device, seq INTEGER NOT NULL, key_id INTEGER NOT NULL,
  dict_version INTEGER NOT NULL, encapsulation BLOB NOT NULL, sealed BLOB NOT NULL, UNIQUE (device_n, seq)
) STRICT;
ALTER TABLE set_aside ADD COLUMN told_at INTEGER;
CREATE INDEX set_aside_untold ON set_aside (device_n) WHERE told_at IS NULL;
`;
