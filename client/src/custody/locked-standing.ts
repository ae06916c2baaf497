/** What the page in front of the PIN may say of writing while locked: whether it can be, and how many wait. Opens nothing. */
import { countLockedEntries } from '../storage/keep-locked-entries.ts';
import type { RecordRow } from '../storage/stored-rows.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { findLockedWriteKey } from './locked-key.ts';

export interface LockedStanding {
  readonly canWrite: boolean;
  /** Entries that wait for a person to confirm them. */
  readonly waiting: number;
  /** Somebody was being written down openly when a page died: it goes only once they are gone on with under the PIN. */
  readonly hasHalfWritten: boolean;
}

/** On a handle of its own, closed again. A disk that refuses offers nothing. */
export async function readLockedStanding(vault: VaultEntry): Promise<LockedStanding> {
  const connection = new VaultConnection(vault.database, {
    flushBeforeClosing: async () => undefined,
    closedByNewerVersion: () => undefined,
  });
  const read = await connection.run(async (db) => ({
    canWrite: (await findLockedWriteKey(db)) !== undefined,
    waiting: await countLockedEntries(db),
    hasHalfWritten: (await db.records.where({ pending: 1 }).filter(isHalfWritten).count()) > 0,
  }));
  connection.close();
  return read.ok ? read.value : { canWrite: false, waiting: 0, hasHalfWritten: false };
}

function isHalfWritten({ slot }: RecordRow): boolean {
  return slot?.unconfirmed === true;
}
