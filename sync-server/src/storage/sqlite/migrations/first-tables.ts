/** Version 1 of the tables. Integer keys throughout: the only random values indexed are names of records, people and things. */
export const firstTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE commune (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, province TEXT NOT NULL, code TEXT NOT NULL,
  phone TEXT, seq INTEGER NOT NULL DEFAULT 0, incarnation_start INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE team (
  n INTEGER PRIMARY KEY, commune_n INTEGER NOT NULL REFERENCES commune, name TEXT NOT NULL, UNIQUE (commune_n, name)
) STRICT;

CREATE TABLE member (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, commune_n INTEGER NOT NULL REFERENCES commune,
  team_n INTEGER NOT NULL REFERENCES team, name TEXT NOT NULL, role TEXT NOT NULL, hamlet TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, member_n INTEGER NOT NULL REFERENCES member,
  commune_n INTEGER NOT NULL REFERENCES commune, send_key BLOB NOT NULL, read_key BLOB NOT NULL,
  name TEXT NOT NULL, build TEXT NOT NULL, words TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('waiting', 'approved', 'revoked')),
  enrolled_at INTEGER NOT NULL, decided_at INTEGER, decided_by BLOB,
  last_seq INTEGER NOT NULL DEFAULT 0, head BLOB NOT NULL, forked INTEGER NOT NULL DEFAULT 0,
  backed_up INTEGER NOT NULL DEFAULT 0, last_seen_at INTEGER, said_seq INTEGER NOT NULL DEFAULT 0,
  said_pending INTEGER NOT NULL DEFAULT 0, said_oldest_age INTEGER NOT NULL DEFAULT 0,
  said_storage_left INTEGER NOT NULL DEFAULT -1, said_clock_offset INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX device_by_commune ON device (commune_n);

CREATE TABLE invitation (
  n INTEGER PRIMARY KEY, code_hash BLOB NOT NULL UNIQUE, commune_n INTEGER NOT NULL REFERENCES commune,
  role TEXT NOT NULL, name TEXT NOT NULL, hamlet TEXT, team TEXT, made_by BLOB, created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, spent_at INTEGER
) STRICT;

CREATE TABLE subject_key (
  n INTEGER PRIMARY KEY, commune_n INTEGER NOT NULL REFERENCES commune, id BLOB NOT NULL, wrapped BLOB,
  UNIQUE (commune_n, id)
) STRICT;

CREATE TABLE record (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, commune_n INTEGER NOT NULL REFERENCES commune,
  collection TEXT NOT NULL, subject_n INTEGER NOT NULL REFERENCES subject_key, seq INTEGER NOT NULL,
  version INTEGER NOT NULL, office INTEGER NOT NULL DEFAULT 0, clear TEXT NOT NULL, cipher BLOB NOT NULL
) STRICT;
CREATE INDEX record_by_collection ON record (commune_n, collection);

CREATE TABLE record_team (
  record_n INTEGER NOT NULL, team_n INTEGER NOT NULL, PRIMARY KEY (record_n, team_n)
) STRICT, WITHOUT ROWID;

/** Records that an office is to see as soon as they arrive: named by a finished dossier, not here yet. */
CREATE TABLE awaited_sight (
  commune_n INTEGER NOT NULL, record_id BLOB NOT NULL, PRIMARY KEY (commune_n, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE personal_number (
  commune_n INTEGER NOT NULL, blind BLOB NOT NULL, record_n INTEGER NOT NULL, PRIMARY KEY (commune_n, blind, record_n)
) STRICT, WITHOUT ROWID;

CREATE TABLE op (
  n INTEGER PRIMARY KEY, device_n INTEGER NOT NULL REFERENCES device, seq INTEGER NOT NULL, op_id BLOB NOT NULL,
  hash BLOB NOT NULL, change_seq INTEGER, record_n INTEGER, subject_n INTEGER, body BLOB, UNIQUE (device_n, seq)
) STRICT;

CREATE TABLE held_op (
  n INTEGER PRIMARY KEY, device_n INTEGER NOT NULL REFERENCES device, seq INTEGER NOT NULL, op_id BLOB NOT NULL,
  hash BLOB NOT NULL, quarantine INTEGER NOT NULL, key_id INTEGER NOT NULL, dict_version INTEGER NOT NULL,
  encapsulation BLOB NOT NULL, sealed BLOB NOT NULL, UNIQUE (device_n, seq)
) STRICT;

CREATE TABLE set_aside (
  device_n INTEGER NOT NULL REFERENCES device, seq INTEGER NOT NULL, code TEXT NOT NULL, field TEXT, detail TEXT,
  PRIMARY KEY (device_n, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  commune_n INTEGER NOT NULL, seq INTEGER NOT NULL, record_n INTEGER NOT NULL, op_n INTEGER,
  origin INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (commune_n, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_number (
  commune_n INTEGER NOT NULL, dossier_no TEXT NOT NULL, record_n INTEGER NOT NULL, PRIMARY KEY (commune_n, dossier_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE intent (
  reference TEXT PRIMARY KEY, record_n INTEGER NOT NULL REFERENCES record, commune_n INTEGER NOT NULL,
  route TEXT NOT NULL, phase TEXT NOT NULL, attempt INTEGER NOT NULL, payload_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL, started_at INTEGER, unknown_since INTEGER, query_first INTEGER NOT NULL, failures INTEGER NOT NULL,
  due_at INTEGER NOT NULL, pack_number TEXT, dossier_no TEXT, withdraw_asked INTEGER NOT NULL
) STRICT;
CREATE INDEX intent_due ON intent (due_at);
CREATE INDEX intent_of_record ON intent (record_n);

CREATE TABLE attachment (
  n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, commune_n INTEGER NOT NULL REFERENCES commune,
  device_n INTEGER NOT NULL REFERENCES device, record_n INTEGER, total INTEGER,
  whole_at INTEGER, told_at INTEGER, refused TEXT, refused_seq INTEGER, type TEXT, subject_n INTEGER, content BLOB
) STRICT;
CREATE INDEX attachment_open ON attachment (device_n) WHERE told_at IS NULL;

CREATE TABLE piece (
  n INTEGER PRIMARY KEY, attachment_n INTEGER NOT NULL REFERENCES attachment, at INTEGER NOT NULL,
  total INTEGER NOT NULL, device_n INTEGER NOT NULL, key_id INTEGER NOT NULL, encapsulation BLOB NOT NULL,
  sealed BLOB NOT NULL, UNIQUE (attachment_n, at)
) STRICT;

CREATE TABLE authorisation (
  n INTEGER PRIMARY KEY, commune_n INTEGER NOT NULL REFERENCES commune, decision_number TEXT NOT NULL,
  signer TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, procedures TEXT NOT NULL, entered_by BLOB,
  entered_at INTEGER NOT NULL, UNIQUE (commune_n, decision_number)
) STRICT;

CREATE TABLE audit (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, commune BLOB, member BLOB, device BLOB, action TEXT NOT NULL,
  object TEXT NOT NULL, reason TEXT, prev BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`.replaceAll(/\/\*\*.*\*\//g, '');
