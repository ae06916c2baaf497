/** The append-only log in SQLite: triggers refuse change and removal, so this file only adds and reads. */
import type { AuditStore, ChainedEntry } from '../audit-store.ts';
import type { Db } from './open-database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';

interface AuditColumns {
  n: number;
  at: number;
  commune: Uint8Array | null;
  member: Uint8Array | null;
  device: Uint8Array | null;
  action: string;
  object: string;
  reason: string | null;
  prev: Uint8Array;
  hash: Uint8Array;
}

const FIRST_PREV = new Uint8Array(32);

export function createAuditStore(db: Db): AuditStore {
  const last = db.prepare<[], { n: number; hash: Uint8Array }>(
    'SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1',
  );
  const insert = db.prepare(
    `INSERT INTO audit (n, at, commune, member, device, action, object, reason, prev, hash)
     VALUES (@n, @at, @commune, @member, @device, @action, @object, @reason, @prev, @hash)`,
  );
  const list = db.prepare<[number, number], AuditColumns>(
    'SELECT * FROM audit WHERE n > ? ORDER BY n LIMIT ?',
  );
  const setHead = db.prepare(
    "INSERT INTO meta (key, value) VALUES ('auditHead', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  const head = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'auditHead'").pluck();
  const append = db.transaction((...[entry, chain, sealHead]: Parameters<AuditStore['appendAuditEntry']>) => {
    const before = last.get() ?? { n: 0, hash: FIRST_PREV };
    const n = before.n + 1;
    const hash = chain(n, before.hash);
    const ids = {
      commune: toBlob(entry.commune),
      member: toBlob(entry.member),
      device: toBlob(entry.device),
    };
    insert.run({ ...entry, ...ids, n, prev: before.hash, hash });
    if (sealHead) setHead.run(sealHead(n, hash));
    return { ...entry, n, prev: before.hash, hash };
  });
  return {
    async appendAuditEntry(entry, chain, sealHead) {
      return append.immediate(entry, chain, sealHead);
    },
    async findAuditHead() {
      return head.get();
    },
    async listAuditEntries(after, limit) {
      return list.all(after, limit).map(toEntry);
    },
  };
}

function toEntry(row: AuditColumns): ChainedEntry {
  return { ...row, commune: toText(row.commune), member: toText(row.member), device: toText(row.device) };
}

function toBlob(id: string | null): Uint8Array | null {
  return id === null ? null : idToBytes(id);
}

function toText(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : bytesToId(bytes);
}
