/** Erases saves that were never given a place in the sequence: nobody else can have heard of them. Knows no record's meaning. */
import type { OpId, RecordId } from '#shared/ids';
import { type VaultDatabase, writeTogether } from './database.ts';

/** A record and the save that its row is to hold still. */
export interface UnqueuedSave {
  readonly record: RecordId;
  readonly opId: OpId;
}

/**
 * Row and pending slot go together, in one strict transaction; answers which went. What has moved since, was queued or was
 * heard from the commune stays as it is: the chain of what is queued may not lose a link.
 */
export async function dropUnqueued(db: VaultDatabase, saves: readonly UnqueuedSave[]): Promise<RecordId[]> {
  return writeTogether(db, ['records', 'pulled', 'outbox'], async () => {
    const elsewhere = new Set<RecordId>(await db.pulled.toCollection().primaryKeys());
    await db.outbox.each((row) => elsewhere.add(row.record));
    const gone: RecordId[] = [];
    for (const { record, opId } of saves) {
      const row = await db.records.get(record);
      if (row?.slot?.opId !== opId || elsewhere.has(record)) continue;
      await db.records.delete(record);
      gone.push(record);
    }
    return gone;
  });
}
