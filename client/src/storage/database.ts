/** One vault's database: its tables, strictly durable, under a random name. Knows no key and no record's meaning. */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { JournalPlace } from '#shared/custody/second-copy';
import type { AttachmentId, RecordId } from '#shared/ids';
import { foldLog } from './fold-log.ts';
import { catchWrites } from './journal/journal-writes.ts';
import { vaultVersions } from './migrations/versions.ts';
import type {
  DiskHead,
  EncapsulationRow,
  LockedEntryRow,
  OutboxRow,
  PieceRow,
  PulledRow,
  ReceiptRow,
  RecordRow,
} from './stored-rows.ts';

export const DISK_HEAD = 'disk';
export const JOURNAL_PLACE = 'journal';

/** Follows every transaction with a second copy of what it wrote. */
export interface TransactionFollower {
  keep<T>(db: VaultDatabase, tables: readonly TableName[], body: () => Promise<T>): Promise<T>;
}

export class VaultDatabase extends Dexie {
  declare readonly meta: Table<DiskHead, typeof DISK_HEAD>;
  declare readonly records: Table<RecordRow, RecordId>;
  declare readonly pulled: Table<PulledRow, RecordId>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly encapsulations: Table<EncapsulationRow, string>;
  declare readonly pieces: Table<PieceRow, [AttachmentId, number]>;
  declare readonly receipts: Table<ReceiptRow, string>;
  declare readonly lockedEntries: Table<LockedEntryRow, string>;
  /** CryptoKeys and wraps by name; what they are is the vault's business. */
  declare readonly keys: Table<unknown, string>;
  declare readonly places: Table<JournalPlace, typeof JOURNAL_PLACE>;
  /** Undefined where this is the only copy. */
  journal: TransactionFollower | undefined;

  /** Durability belongs to the instance: `relaxed` exists for the comparison that measures what strict costs. */
  constructor(name: string, durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability, autoOpen: false });
    for (const { version, stores } of vaultVersions) this.version(version).stores(stores);
    this.use(catchWrites);
  }
}

/** Longer than any honest flush of a cheap phone; a full disk may otherwise leave a request unsettled for ever. */
const TRANSACTION_PATIENCE_MS = 20_000;

export type TableName =
  | 'meta'
  | 'records'
  | 'pulled'
  | 'outbox'
  | 'encapsulations'
  | 'pieces'
  | 'receipts'
  | 'lockedEntries'
  | 'keys'
  | 'places';

/**
 * Runs `body` in one read-write transaction and resolves when the browser says that it is complete, and when what it wrote lies
 * in the second copy too. Inside, nothing may be awaited but this database: anything else ends the transaction early.
 */
export async function writeTogether<T>(
  db: VaultDatabase,
  tables: readonly TableName[],
  body: () => Promise<T>,
): Promise<T> {
  await foldLog();
  return db.journal ? db.journal.keep(db, tables, body) : runTransaction(db, tables, body);
}

/** One strict read-write transaction, followed by nothing. */
export async function runTransaction<T>(
  db: VaultDatabase,
  tables: readonly TableName[],
  body: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  try {
    // Dexie keeps its transaction across native awaits only when it is handed an async function.
    return await db.transaction('rw', [...tables], async (transaction) => {
      patience = setTimeout(() => transaction.abort(), TRANSACTION_PATIENCE_MS);
      return body(transaction);
    });
  } finally {
    clearTimeout(patience);
  }
}
