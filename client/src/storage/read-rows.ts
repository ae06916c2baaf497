/** Plain reads of records and sealed items. Changes nothing. */
import type { RecordId } from '#shared/ids';
import type { VaultDatabase } from './database.ts';
import type { EncapsulationRow, OutboxRow, PulledRow, RecordRow } from './stored-rows.ts';

export interface StoredRecords {
  readonly records: readonly RecordRow[];
  readonly pulled: readonly PulledRow[];
}

/** All records, or those named, as one moment saw them. */
export async function readRecords(db: VaultDatabase, only?: readonly RecordId[]): Promise<StoredRecords> {
  return db.transaction('r', ['records', 'pulled'], async () => {
    const among = only && [...only];
    const records = among
      ? await db.records.where('record').anyOf(among).toArray()
      : await db.records.toArray();
    const pulled = among ? await db.pulled.where('record').anyOf(among).toArray() : await db.pulled.toArray();
    return { records, pulled };
  });
}

export interface SealedRun {
  readonly rows: readonly OutboxRow[];
  readonly encapsulations: ReadonlyMap<string, EncapsulationRow>;
}

/** The sealed bytes of a dense stretch of the outbox, with the encapsulations that open them. */
export async function readSealedRun(db: VaultDatabase, from: number, to: number): Promise<SealedRun> {
  return db.transaction('r', ['outbox', 'encapsulations'], async () => {
    const rows = await db.outbox.where('seq').between(from, to, true, true).toArray();
    const ids = [...new Set(rows.map((row) => row.encapsulation))];
    const found = await db.encapsulations.where('id').anyOf(ids).toArray();
    return { rows, encapsulations: new Map(found.map((row) => [row.id, row])) };
  });
}
