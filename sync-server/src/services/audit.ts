/** The log that nobody can quietly shorten or rewrite: each entry carries the keyed hash of all before it. Decides nothing about what is logged. */
import { concatBytes } from '#shared/model/envelope';
import { err, ok, type Result } from '#shared/result';
import type { KeyRing } from '../protection/key-ring.ts';
import type { AuditEntry, AuditStore, ChainedEntry } from '../storage/audit-store.ts';

export interface AuditDeps {
  readonly store: AuditStore;
  readonly keys: Pick<KeyRing, 'makeAuditHash'>;
  readonly now: () => number;
}

/** Written down and durable before it resolves: what is logged is done afterwards. */
export function appendAudit(
  { store, keys, now }: AuditDeps,
  what: Omit<AuditEntry, 'at'>,
): Promise<ChainedEntry> {
  const entry = { ...what, at: now() };
  return store.appendAuditEntry(
    entry,
    (n, prev) => chainEntry(keys, { ...entry, n, prev }),
    (n, hash) => sealHead(keys, n, hash),
  );
}

export interface AuditFault {
  readonly type: 'changed' | 'missing' | 'endMissing';
  /** The first entry that is not as it was written. */
  readonly n: number;
}

const PAGE = 1_000;

/** Reads the whole log. An entry changed, taken out, put in, moved or cut off the end is named by its number. */
export async function verifyAudit({
  store,
  keys,
}: Omit<AuditDeps, 'now'>): Promise<Result<{ readonly entries: number; readonly head: string }, AuditFault>> {
  let n = 0;
  let prev: Uint8Array = new Uint8Array(32);
  for (
    let page = await store.listAuditEntries(0, PAGE);
    page.length > 0;
    page = await store.listAuditEntries(n, PAGE)
  ) {
    for (const entry of page) {
      if (entry.n !== n + 1) return err({ type: 'missing', n: n + 1 });
      const isChained = isSame(entry.prev, prev) && isSame(entry.hash, chainEntry(keys, entry));
      if (!isChained) return err({ type: 'changed', n: entry.n });
      n = entry.n;
      prev = entry.hash;
    }
  }
  const head = await store.findAuditHead();
  const isWhole = n === 0 ? head === undefined : head === sealHead(keys, n, prev);
  return isWhole
    ? ok({ entries: n, head: Buffer.from(prev).toString('hex') })
    : err({ type: 'endMissing', n: n + 1 });
}

function chainEntry(keys: AuditDeps['keys'], entry: Omit<ChainedEntry, 'hash'>): Uint8Array {
  const { n, at, commune, member, device, action, object, reason } = entry;
  const said = JSON.stringify([n, at, commune, member, device, action, object, reason]);
  return keys.makeAuditHash(concatBytes(entry.prev, Buffer.from(said)));
}

function sealHead(keys: AuditDeps['keys'], n: number, hash: Uint8Array): string {
  return keys.makeAuditHash(concatBytes(Buffer.from(`head ${n} `), hash)).toString('hex');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
