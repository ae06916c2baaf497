/** The layout of what is sealed and chained, byte by byte. Knows no key and computes no hash: it only says what goes into them. */
import { type DeviceId, idToBytes, type OpId } from '../ids.ts';

/** HPKE (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; only its exporter is used. */
export const SEAL_EXPORT_LABEL = 'go-cua seal v1';
export const SEAL_INFO = 'go-cua seal info v1';
export const CONTENT_KEY_BYTES = 32;
export const ENCAPSULATION_BYTES = 65;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
export const HASH_BYTES = 32;
export const FORMAT = 1;

export const LIMITS = {
  itemsPerBatch: 128,
  batchBytes: 256 * 1024,
  defaultBatchBytes: 64 * 1024,
  itemBytes: 64 * 1024,
  inflatedBytes: 512 * 1024,
  pieceBytes: 256 * 1024,
  attachmentBytes: 12 * 1024 * 1024,
  patchPaths: 2_000,
} as const;

export interface SealBinding {
  readonly device: DeviceId;
  readonly keyId: number;
  readonly opId: OpId;
  readonly dictVersion: number;
}

/** Associated data of one sealed item: (format, device, key id, operation, dictionary version), 38 bytes. */
export function itemBinding(binding: SealBinding): Uint8Array {
  return concatBytes(
    Uint8Array.of(FORMAT, 0x49),
    idToBytes(binding.device),
    uint16(binding.keyId),
    idToBytes(binding.opId),
    uint16(binding.dictVersion),
  );
}

export interface PieceBinding {
  readonly device: DeviceId;
  readonly keyId: number;
  readonly attachment: string;
  readonly index: number;
  readonly total: number;
}

/** Associated data of one piece of an attachment, so that no piece can take another's place. */
export function pieceBinding(binding: PieceBinding): Uint8Array {
  return concatBytes(
    Uint8Array.of(FORMAT, 0x50),
    idToBytes(binding.device),
    uint16(binding.keyId),
    idToBytes(binding.attachment),
    uint16(binding.index),
    uint16(binding.total),
  );
}

export interface ChainLink {
  readonly prev: Uint8Array;
  readonly seq: number;
  readonly opId: OpId;
  /** SHA-256 of nonce ‖ ciphertext ‖ tag. */
  readonly cipherHash: Uint8Array;
}

/** The first link's predecessor: 32 zero bytes. */
export const GENESIS = new Uint8Array(HASH_BYTES);

/** What is hashed for a link: prev ‖ seq (8 bytes, big endian) ‖ opId ‖ SHA-256(ciphertext). */
export function chainInput(link: ChainLink): Uint8Array {
  return concatBytes(link.prev, uint64(link.seq), idToBytes(link.opId), link.cipherHash);
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Fixed labels only: refuses nothing, and is right for characters below 128. */
export function asciiBytes(label: string): Uint8Array {
  return Uint8Array.from(label, (letter) => letter.charCodeAt(0));
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of((value >> 8) & 255, value & 255);
}

/** Eight bytes, big endian; sequences stay below 2^53. */
export function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
