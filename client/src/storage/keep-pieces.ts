/** Sealed pieces of attachments: put whole or not at all, read back for sending, marked when the server has them. */
import type { AttachmentId } from '#shared/ids';
import { type VaultDatabase, writeTogether } from './database.ts';
import { getDiskHead } from './device-disk.ts';
import { dropSpentEncapsulations } from './drop-rows.ts';
import type { EncapsulationRow, PieceRow } from './stored-rows.ts';

/** All pieces of one attachment in one strict transaction: half a scan is never there. */
export async function putPieces(
  db: VaultDatabase,
  pieces: readonly PieceRow[],
  encapsulations: readonly EncapsulationRow[],
): Promise<void> {
  await writeTogether(db, ['pieces', 'encapsulations'], async () => {
    await db.encapsulations.bulkPut([...encapsulations]);
    await db.pieces.bulkPut([...pieces]);
  });
}

export interface SealedPieceRow {
  readonly piece: PieceRow;
  readonly encapsulation: EncapsulationRow;
}

export async function findPiece(
  db: VaultDatabase,
  attachment: AttachmentId,
  index: number,
): Promise<SealedPieceRow | undefined> {
  return db.transaction('r', ['pieces', 'encapsulations'], async () => {
    const piece = await db.pieces.get([attachment, index]);
    const encapsulation = piece && (await db.encapsulations.get(piece.encapsulation));
    return piece && encapsulation && { piece, encapsulation };
  });
}

export interface PieceNews {
  readonly attachment: AttachmentId;
  readonly missing: readonly number[];
}

/** What the server's signed answer says is missing is unsent, the rest of that attachment is there. Bytes stay until a backup holds them. */
export async function markPieces(db: VaultDatabase, { attachment, missing }: PieceNews): Promise<void> {
  await writeTogether(db, ['meta', 'pieces'], async () => {
    const sentAfter = (await getDiskHead(db)).head.seq;
    for (const { sentAfter: _before, ...row } of await db.pieces.where({ attachment }).toArray()) {
      const isSent = !missing.includes(row.index);
      if ((row.sent === 1) === isSent) continue;
      await db.pieces.put(isSent ? { ...row, sent: 1, sentAfter } : { ...row, sent: 0 });
    }
  });
}

export interface PieceTally {
  readonly unsent: number;
  readonly unsentBytes: number;
}

/** Attachments that still have pieces only here. */
export async function tallyUnsentPieces(db: VaultDatabase): Promise<ReadonlyMap<AttachmentId, PieceTally>> {
  const tallies = new Map<AttachmentId, PieceTally>();
  await db.pieces.where({ sent: 0 }).each(({ attachment, sealed }) => {
    const { unsent, unsentBytes } = tallies.get(attachment) ?? { unsent: 0, unsentBytes: 0 };
    tallies.set(attachment, { unsent: unsent + 1, unsentBytes: unsentBytes + sealed.length });
  });
  return tallies;
}

/** Attachments all of whose confirmed pieces lie in a verified backup; reads no piece. */
export async function listBackedUpPieces(
  db: VaultDatabase,
  backedUp: number,
): Promise<ReadonlySet<AttachmentId>> {
  const keys = await db.pieces.where('sentAfter').below(backedUp).primaryKeys();
  const attachments = new Set(keys.map(([attachment]) => attachment));
  for (const [attachment] of await db.pieces.where({ sent: 0 }).primaryKeys()) attachments.delete(attachment);
  for (const [attachment] of await db.pieces.where('sentAfter').aboveOrEqual(backedUp).primaryKeys())
    attachments.delete(attachment);
  return attachments;
}

/** For attachments whose custody allows it; an unsent piece stays whatever is asked. */
export async function deletePieces(db: VaultDatabase, attachments: readonly AttachmentId[]): Promise<void> {
  await writeTogether(db, ['pieces', 'outbox', 'encapsulations'], async () => {
    const chosen = db.pieces.where('attachment').anyOf([...attachments]);
    await chosen.filter((row) => row.sent === 1).delete();
    await dropSpentEncapsulations(db);
  });
}

/**
 * Drops scans that no record, slot or queued operation names: their page died before their paper was written down, and
 * no server will ever ask for them. To be called only while nothing is being kept.
 */
export async function dropOrphanPieces(db: VaultDatabase): Promise<void> {
  await writeTogether(db, ['records', 'pulled', 'outbox', 'pieces', 'encapsulations'], async () => {
    const unsent = await db.pieces.where({ sent: 0 }).primaryKeys();
    const orphans = new Set<string>(unsent.map(([attachment]) => attachment));
    for (const [attachment] of await db.pieces.where({ sent: 1 }).primaryKeys()) orphans.delete(attachment);
    if (orphans.size === 0) return;
    for (const record of await db.records.toCollection().primaryKeys()) orphans.delete(record);
    for (const record of await db.pulled.toCollection().primaryKeys()) orphans.delete(record);
    await db.outbox.each((row) => orphans.delete(row.record));
    await db.pieces
      .where('attachment')
      .anyOf([...orphans])
      .delete();
    await dropSpentEncapsulations(db);
  });
}
