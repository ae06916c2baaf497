/** Seals to the server's public key so that this phone cannot read it back: operations and pieces, in any order. Knows only bytes. */
import { deflateSync } from 'fflate';
import { currentDictionaryVersion, findDictionary } from '#data/dictionary';
import { itemBinding, LIMITS, pieceBinding, SEAL_EXPORT_LABEL, SEAL_INFO } from '#shared/model/envelope';
import { bytesToBase64Url, bytesToId, type DeviceId, type OpId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { encapsulateKey } from './encapsulate-key.ts';
import { encryptBytes } from './encrypt-bytes.ts';
import { digestBytes, drawBytes, ownBytes, textToBytes } from './own-bytes.ts';
import type { Encapsulation, PieceInput, SealedOperation, SealedPiece, SealFault } from './vault-types.ts';

/** One encapsulation and the key that HPKE exports from it: items under it open in any order, which HPKE's own contexts do not. */
export interface Sealer {
  readonly encapsulation: Encapsulation;
  readonly contentKey: CryptoKey;
}

/** Undefined when `raw` (65 bytes) is no point of the curve. */
export async function findSealer(keyId: number, raw: Uint8Array): Promise<Sealer | undefined> {
  try {
    const input = { recipient: raw, info: SEAL_INFO, label: SEAL_EXPORT_LABEL };
    const { encapsulation, secret } = await encapsulateKey(input);
    const contentKey = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt']);
    secret.fill(0);
    const id = bytesToBase64Url(drawBytes(16));
    return { contentKey, encapsulation: { id, keyId, bytes: encapsulation } };
  } catch {
    return undefined;
  }
}

export interface OperationToSeal {
  readonly device: DeviceId;
  /** JSON. */
  readonly operation: string;
}

type WithoutNews<T> = Omit<T, 'isNewEncapsulation'>;

/** Compressed with the newest dictionary, sealed under a fresh operation id. */
export async function sealOperation(
  sealer: Sealer,
  { device, operation }: OperationToSeal,
): Promise<Result<WithoutNews<SealedOperation>, SealFault>> {
  const plain = textToBytes(operation);
  if (plain.length > LIMITS.inflatedBytes) return err(tooLarge(plain.length, LIMITS.inflatedBytes));
  const dictVersion = currentDictionaryVersion;
  const dictionary = findDictionary(dictVersion);
  const packed = deflateSync(plain, dictionary ? { level: 9, dictionary } : { level: 9 });
  const { keyId } = sealer.encapsulation;
  const opId = bytesToId<OpId>(drawBytes(16));
  const context = itemBinding({ device, keyId, opId, dictVersion });
  const sealed = await sealBytes(sealer, packed, context);
  if (sealed.sealed.length > LIMITS.itemBytes) return err(tooLarge(sealed.sealed.length, LIMITS.itemBytes));
  return ok({ ...sealed, opId, dictVersion });
}

/** One piece of a file, in its place: no other index, file or device can pass it off as its own. */
export async function sealPiece(
  sealer: Sealer,
  piece: PieceInput,
): Promise<Result<WithoutNews<SealedPiece>, SealFault>> {
  if (piece.bytes.length > LIMITS.pieceBytes) return err(tooLarge(piece.bytes.length, LIMITS.pieceBytes));
  const { keyId } = sealer.encapsulation;
  return ok(await sealBytes(sealer, piece.bytes, pieceBinding({ ...piece, keyId })));
}

async function sealBytes(
  { contentKey, encapsulation }: Sealer,
  plain: Uint8Array,
  context: Uint8Array,
): Promise<WithoutNews<SealedPiece>> {
  const sealed = await encryptBytes(contentKey, plain, context);
  const cipherHash = bytesToBase64Url(await digestBytes(sealed));
  const copy = { ...encapsulation, bytes: ownBytes(encapsulation.bytes) };
  return { sealed, cipherHash, encapsulation: copy, keyId: encapsulation.keyId };
}

function tooLarge(bytes: number, limit: number): SealFault {
  return { type: 'tooLarge', bytes, limit };
}
