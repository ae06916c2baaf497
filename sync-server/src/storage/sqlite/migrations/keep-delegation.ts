/** Who approves in the head's place, and on which days. Kept when over: their words name it. */
export const keepDelegation = `
CREATE TABLE delegation (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, commune_n INTEGER NOT NULL REFERENCES commune,
  member_n INTEGER NOT NULL REFERENCES member, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  made_by BLOB NOT NULL, made_at INTEGER NOT NULL, ended_by BLOB, ended_at INTEGER
) STRICT;
CREATE INDEX delegation_of_commune ON delegation (commune_n);
CREATE INDEX delegation_of_member ON delegation (member_n);
`;
