/** Takes an accepted scan into custody: hashed, cut, sealed and strictly written before anything says that it is kept. */
import { LIMITS } from '#shared/model/envelope';
import type { StorageFault } from '#shared/custody/device-types';
import type { AttachmentId, DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { putPieces } from '../storage/keep-pieces.ts';
import { hasRoomFor } from './storage-light.ts';
import type { EncapsulationRow, PieceRow } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { Bytes, Vault } from '../vault/vault-types.ts';
import { drawId } from './draw-id.ts';

export interface AttachmentParts {
  readonly vault: Vault;
  readonly connection: VaultConnection;
  readonly device: DeviceId;
}

/** What the `paper` record then says of it; its record id is this attachment's id. */
export interface KeptAttachment {
  readonly attachment: AttachmentId;
  readonly size: number;
  readonly pieces: number;
  /** Base64url of the file's SHA-256, before cutting and sealing. */
  readonly sha256: string;
  readonly keyId: number;
}

export type KeepFault =
  | { readonly type: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'empty' }
  /** Refused before the disk does: what is left is kept for words. */
  | { readonly type: 'noRoom' }
  | { readonly type: 'storage'; readonly fault: StorageFault };

export async function keepAttachment(
  parts: AttachmentParts,
  file: Bytes,
): Promise<Result<KeptAttachment, KeepFault>> {
  const { attachmentBytes, pieceBytes } = LIMITS;
  if (file.length > attachmentBytes)
    return err({ type: 'tooLarge', bytes: file.length, limit: attachmentBytes });
  if (file.length === 0) return err({ type: 'empty' });
  if (!(await hasRoomFor(file.length))) return err({ type: 'noRoom' });
  const attachment = drawId<AttachmentId>();
  const total = Math.ceil(file.length / pieceBytes);
  const sha256 = await parts.vault.hash({ bytes: file });
  const sealed: PieceRow[] = [];
  const encapsulations = new Map<string, EncapsulationRow>();
  for (let index = 0; index < total; index += 1) {
    const bytes = file.slice(index * pieceBytes, (index + 1) * pieceBytes);
    const piece = await parts.vault.sealPiece({ device: parts.device, attachment, index, total, bytes });
    if (!piece.ok) throw new Error(`A piece within the limits was refused: ${piece.error.type}`);
    const { encapsulation, keyId } = piece.value;
    encapsulations.set(encapsulation.id, { id: encapsulation.id, bytes: encapsulation.bytes });
    const names = { attachment, index, total, encapsulation: encapsulation.id, keyId };
    sealed.push({ ...names, sealed: piece.value.sealed, sent: 0 });
  }
  const stored = await parts.connection.run((db) => putPieces(db, sealed, [...encapsulations.values()]));
  if (!stored.ok) return err({ type: 'storage', fault: stored.error });
  return ok({ attachment, size: file.length, pieces: total, sha256, keyId: sealed[0]?.keyId ?? 0 });
}
