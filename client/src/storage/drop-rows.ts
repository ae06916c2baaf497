/** Takes away what nothing needs any more. Runs inside the transaction of whoever calls it. */
import type { RecordId } from '#shared/ids';
import type { VaultDatabase } from './database.ts';

/** An encapsulation goes with the last sealed item that names it. */
export async function dropSpentEncapsulations(db: VaultDatabase): Promise<void> {
  const used = new Set<string>();
  await db.outbox.each((row) => used.add(row.encapsulation));
  for (const id of await db.encapsulations.toCollection().primaryKeys()) {
    if (used.has(id)) continue;
    const pieces = await db.pieces.where({ encapsulation: id }).limit(1).count();
    if (pieces === 0) await db.encapsulations.delete(id);
  }
}

/** What this phone may no longer see goes once nothing of it waits here: withdrawal never costs unsent work. */
export async function dropWithdrawn(db: VaultDatabase, acked: number): Promise<void> {
  const withdrawn = await db.pulled.where({ withdrawn: 1 }).primaryKeys();
  if (withdrawn.length === 0) return;
  const waiting = new Set(await db.records.where({ pending: 1 }).primaryKeys());
  await db.outbox
    .where('seq')
    .above(acked)
    .each((row) => waiting.add(row.record));
  // A paper's record id is the id of its attachment.
  for (const [attachment] of await db.pieces.where({ sent: 0 }).primaryKeys())
    waiting.add(attachment as string as RecordId);
  const gone = withdrawn.filter((record) => !waiting.has(record));
  await db.records.bulkDelete(gone);
  await db.pulled.bulkDelete(gone);
}
