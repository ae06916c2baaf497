/** What can be said of a copy of the database by looking at it alone. Changes nothing and needs no key. */
import { createHash } from 'node:crypto';
import type { DeviceId } from '#shared/ids';
import { openReadOnly } from './open-database.ts';
import { bytesToId } from './id-bytes.ts';

export interface CopyHead {
  readonly device: DeviceId;
  readonly lastSeq: number;
  readonly head: Uint8Array;
}

export interface InspectedCopy {
  /** Hash over every device's place and chain head and every commune's sequence. */
  readonly stateHash: string;
  readonly heads: readonly CopyHead[];
  readonly keysFingerprint: string | undefined;
}

/** Where a copy stands in its store's history, without any clock. */
export interface CopyPlace {
  /** How often the store had been put back. */
  readonly life: number;
  /** Counts starts and backups within a life. */
  readonly era: number;
  /** Changes of all communes. */
  readonly seq: number;
}

/** Undefined for what cannot be opened; whether the rest of it is whole is not asked. */
export function findCopyPlace(path: string): CopyPlace | undefined {
  try {
    const copy = openReadOnly(path);
    try {
      const meta = copy.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
      const seq = copy.prepare<[], number | null>('SELECT SUM(seq) FROM commune').pluck();
      const [life, era] = [meta.get('life'), meta.get('era')].map((value) => Number(value ?? 0));
      return { life: life ?? 0, era: era ?? 0, seq: seq.get() ?? 0 };
    } finally {
      copy.close();
    }
  } catch {
    return undefined;
  }
}

const SELECT_PROGRESS = `SELECT d.id, d.last_seq, d.head,
    (SELECT COUNT(*) FROM op o WHERE o.device_n = d.n) + (SELECT COUNT(*) FROM held_op h WHERE h.device_n = d.n) AS kept
  FROM device d ORDER BY d.id`;

const SELECT_COMMUNES = `SELECT c.id, c.seq, (SELECT COUNT(*) FROM record r WHERE r.commune_n = c.n) AS records
  FROM commune c ORDER BY c.id`;

interface ProgressColumns {
  id: Uint8Array;
  last_seq: number;
  head: Uint8Array;
  kept: number;
}

/** Throws, naming what is wrong, when the copy is damaged or lacks what it says it has. */
export function inspectCopy(path: string): InspectedCopy {
  const copy = openReadOnly(path);
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`The copy fails its integrity check: ${String(verdict)}`);
    const hash = createHash('sha256');
    const heads = copy
      .prepare<[], ProgressColumns>(SELECT_PROGRESS)
      .all()
      .map((row) => {
        if (row.kept !== row.last_seq) throw new Error('The copy lacks operations that it says it has.');
        hash.update(row.id).update(`:${row.last_seq}:`).update(row.head);
        return { device: bytesToId<DeviceId>(row.id), lastSeq: row.last_seq, head: row.head };
      });
    const communes = copy.prepare<[], { id: Uint8Array; seq: number; records: number }>(SELECT_COMMUNES);
    for (const row of communes.iterate()) hash.update(row.id).update(`:${row.seq}:${row.records}`);
    const fingerprint = copy
      .prepare<[], string>("SELECT value FROM meta WHERE key = 'keysFingerprint'")
      .pluck();
    return { stateHash: hash.digest('hex'), heads, keysFingerprint: fingerprint.get() };
  } finally {
    copy.close();
  }
}
