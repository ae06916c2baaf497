/** Sealed pieces of attachments: put whole or not at all, read back for sending, marked when the server has them. */
import type { AttachmentId } from '#shared/ids';
import { type VaultDatabase, writeTogether } from './database.ts';
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

/** What the server's signed answer says is missing is unsent, the rest of that attachment is there. Bytes stay until a backup holds them. */
export async function markPieces(
  db: VaultDatabase,
  attachment: AttachmentId,
  missing: readonly number[],
): Promise<void> {
  await writeTogether(db, ['pieces'], async () => {
    for (const row of await db.pieces.where({ attachment }).toArray()) {
      const sent = missing.includes(row.index) ? 0 : 1;
      if (row.sent !== sent) await db.pieces.put({ ...row, sent });
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

/** For attachments that a verified backup holds and whose custody allows it; unsent pieces stay whatever is asked. */
export async function deletePieces(db: VaultDatabase, attachments: readonly AttachmentId[]): Promise<void> {
  await writeTogether(db, ['pieces', 'outbox', 'encapsulations'], async () => {
    await db.pieces
      .where('attachment')
      .anyOf([...attachments])
      .filter((row) => row.sent === 1)
      .delete();
    await dropSpentEncapsulations(db);
  });
}
