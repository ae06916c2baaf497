/** Sealed pieces of an attachment gather in any order; once all are there, and the paper's text, they become one protected file. */
import { createHash } from 'node:crypto';
import type { ArrivedPiece } from '#shared/contracts/attachment-piece';
import type { WireError } from '#shared/contracts/error-codes';
import { LIMITS, NONCE_BYTES, pieceBinding, TAG_BYTES } from '#shared/model/envelope';
import type { AttachmentId, DeviceId, RecordId } from '#shared/ids';
import { MAX_PIECES } from '#shared/model/paper';
import { err, ok, type Result } from '#shared/result';
import { decrypt } from '../protection/cipher.ts';
import { findContentKey } from '../protection/hpke.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredAttachment, StoredDevice, StoredPiece } from '../storage/rows.ts';
import type { AttachmentStore, RecordStore } from '../storage/store.ts';
import { type FileType, findFileType } from './file-type.ts';
import { protectFile } from './attachment-cipher.ts';
import { findRecordState, findSubjectKey } from './record-cipher.ts';

export interface PieceDeps {
  readonly store: AttachmentStore & Pick<RecordStore, 'findRecord'>;
  readonly keys: KeyRing;
  readonly now: () => number;
}

export interface PieceAnswer {
  readonly isWhole: boolean;
}

/** Stored before it is opened, whatever the device's standing: nothing is lost because a form came late. */
export async function storePiece(
  deps: PieceDeps,
  device: StoredDevice,
  piece: ArrivedPiece,
): Promise<Result<PieceAnswer, WireError>> {
  const isPlaced = piece.total >= 1 && piece.total <= MAX_PIECES && piece.at >= 0 && piece.at < piece.total;
  if (!isPlaced) return err({ error: 'malformed', field: 'index' });
  if (piece.sealed.length > LIMITS.pieceBytes + NONCE_BYTES + TAG_BYTES) return err({ error: 'tooLarge' });
  const stored = await deps.store.putPiece({ ...piece, deviceN: device.n, communeN: device.communeN });
  if (stored === 'otherOwner') return err({ error: 'notFound' });
  if (stored === 'tooMany') return err({ error: 'storeFull' });
  if (stored === 'otherTotal') return err({ error: 'pieceMismatch', field: 'total' });
  await gatherAttachments(deps, device);
  const attachment = await deps.store.findAttachment(piece.attachment);
  return ok({ isWhole: attachment !== undefined && attachment.wholeAt !== null });
}

/**
 * Makes whole what can be, and says which pieces of which attachments are still missing. Held work stays sealed. Of an ended
 * device only a paper whose text was obeyed is opened: by its hash that says which picture it is.
 */
export async function gatherAttachments(
  deps: PieceDeps,
  device: StoredDevice,
): Promise<{ attachment: AttachmentId; pieces: number[] }[]> {
  if (device.standing !== 'waiting') {
    for (const attachment of await deps.store.listComplete(device.n)) {
      await makeWhole(deps, device, attachment);
    }
  }
  return deps.store.listMissing(device.n);
}

async function makeWhole(deps: PieceDeps, device: StoredDevice, attachment: StoredAttachment): Promise<void> {
  const { store, keys } = deps;
  const record = await store.findRecord(attachment.id as string as RecordId);
  const state = record && findRecordState(keys, record);
  const subjectKey = record && findSubjectKey(keys, record.subject);
  if (!state || !subjectKey) return;
  const file = openPieces(keys, { device: device.id, attachment }, await store.listPieces(attachment.n));
  const expected = { sha256: state.fields['sha256']?.value, type: state.fields['type']?.value };
  const checked = file.ok ? checkFile(file.value, expected) : file;
  if (!checked.ok) {
    await store.refuse(attachment.n, checked.error);
    return;
  }
  const content = protectFile(subjectKey, checked.value.bytes, attachment.id);
  const { type } = checked.value;
  await store.makeWhole(attachment.n, { content, type, subjectN: record.subject.n, at: deps.now() });
}

interface PieceOwner {
  readonly device: DeviceId;
  readonly attachment: StoredAttachment;
}

function openPieces(
  keys: KeyRing,
  { device, attachment }: PieceOwner,
  pieces: readonly StoredPiece[],
): Result<Buffer, 'sealUnopened'> {
  const contentKeys = new Map<string, Uint8Array | undefined>();
  const parts: Buffer[] = [];
  for (const { at, total, keyId, encapsulation, sealed } of pieces) {
    const name = `${keyId}/${Buffer.from(encapsulation).toString('base64url')}`;
    const key = keys.findSealingKey(keyId);
    if (!contentKeys.has(name)) contentKeys.set(name, key && findContentKey(key, encapsulation));
    const contentKey = contentKeys.get(name);
    const binding = pieceBinding({ device, keyId, attachment: attachment.id, index: at, total });
    const part = contentKey && decrypt(contentKey, sealed, binding);
    if (!part) return err('sealUnopened');
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}

interface ExpectedFile {
  readonly sha256: unknown;
  readonly type: unknown;
}

/** The type is what the bytes say, and it must be what the paper says. */
function checkFile(
  bytes: Buffer,
  expected: ExpectedFile,
): Result<{ bytes: Buffer; type: FileType }, 'pieceMismatch' | 'wrongType' | 'tooLarge'> {
  if (bytes.length > LIMITS.attachmentBytes) return err('tooLarge');
  if (createHash('sha256').update(bytes).digest('base64url') !== expected.sha256) return err('pieceMismatch');
  const type = findFileType(bytes);
  return type !== undefined && type === expected.type ? ok({ bytes, type }) : err('wrongType');
}
