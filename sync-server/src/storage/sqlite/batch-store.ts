/** One synchronous transaction over every table that a batch touches. Holds prepared statements, decides nothing. */
import type { BatchTx } from '../batch-tx.ts';
import type { BatchStore } from '../store.ts';
import { createDelegationReads } from './delegation-store.ts';
import { createDeviceWrites } from './device-writes.ts';
import { createJoinWrites } from './join-writes.ts';
import { createOpWrites } from './op-writes.ts';
import type { Db } from './open-database.ts';
import { createRecordWrites } from './record-writes.ts';

export function createBatchStore(db: Db): BatchStore {
  const tx: BatchTx = {
    ...createDelegationReads(db),
    ...createDeviceWrites(db),
    ...createJoinWrites(db),
    ...createOpWrites(db),
    ...createRecordWrites(db),
  };
  const run = db.transaction((work: (inside: BatchTx) => unknown) => work(tx));
  return {
    applyBatch<T>(work: (inside: BatchTx) => T): T {
      // IMMEDIATE: the write lock is taken before the first read, so what was read is still true at the commit.
      return run.immediate(work) as T;
    },
  };
}
