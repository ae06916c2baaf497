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

/** Bytes stay until a backup holds them; only the mark changes. */
export async function markPiecesSent(
  db: VaultDatabase,
  attachment: AttachmentId,
  indexes: readonly number[] | 'all',
): Promise<void> {
  await writeTogether(db, ['pieces'], async () => {
    await db.pieces
      .where({ attachment })
      .filter((row) => row.sent === 0 && (indexes === 'all' || indexes.includes(row.index)))
      .modify({ sent: 1 });
  });
}

/** The server lost them (a restore): they are offered again. */
export async function markPiecesMissing(
  db: VaultDatabase,
  attachment: AttachmentId,
  indexes: readonly number[],
): Promise<void> {
  await writeTogether(db, ['pieces'], async () => {
    await db.pieces
      .where({ attachment })
      .filter((row) => row.sent === 1 && indexes.includes(row.index))
      .modify({ sent: 0 });
  });
}

export interface PieceTally {
  readonly attachment: AttachmentId;
  readonly unsent: number;
  readonly unsentBytes: number;
}

/** Attachments that still have pieces only here. */
export async function listUnsentPieces(
  db: VaultDatabase,
): Promise<readonly (PieceTally & { indexes: number[] })[]> {
  const tallies = new Map<AttachmentId, PieceTally & { indexes: number[] }>();
  await db.pieces.where({ sent: 0 }).each(({ attachment, index, sealed }) => {
    const { unsent, unsentBytes, indexes } = tallies.get(attachment) ?? {
      unsent: 0,
      unsentBytes: 0,
      indexes: [],
    };
    tallies.set(attachment, {
      attachment,
      unsent: unsent + 1,
      unsentBytes: unsentBytes + sealed.length,
      indexes: [...indexes, index],
    });
  });
  return [...tallies.values()];
}

/** For attachments whose custody allows it. */
export async function deletePieces(db: VaultDatabase, attachments: readonly AttachmentId[]): Promise<void> {
  await writeTogether(db, ['pieces', 'slots', 'outbox', 'encapsulations'], async () => {
    await db.pieces
      .where('attachment')
      .anyOf([...attachments])
      .filter((row) => row.sent === 1)
      .delete();
    await dropSpentEncapsulations(db);
  });
}
