/** A record at rest on this phone: head (format, revision) ‖ nonce ‖ ciphertext ‖ tag, bound to vault, id and kind. Reads no record. */
import { asciiBytes, concatBytes, FORMAT, uint64 } from '#shared/model/envelope';
import { idToBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { encryptBytes, findDecrypted } from './encrypt-bytes.ts';
import { textToBytes } from './own-bytes.ts';
import type { Bytes, CipherRecord, Damaged, OpenedBytes, PlainRecord, RecordPlace } from './vault-types.ts';
import type { VaultKeys } from './vault-keys.ts';

const HEAD_BYTES = 9;

export async function encryptRecord(keys: VaultKeys, input: PlainRecord): Promise<Bytes> {
  const head = concatBytes(Uint8Array.of(FORMAT), uint64(input.revision));
  const plain = typeof input.plain === 'string' ? textToBytes(input.plain) : input.plain;
  return concatBytes(head, await encryptBytes(keys.records, plain, placeBytes(keys, input, head)));
}

/** `damaged` also for a ciphertext of another place, another vault or another format. */
export async function decryptRecord(
  keys: VaultKeys,
  input: CipherRecord,
): Promise<Result<OpenedBytes, Damaged>> {
  const head = input.cipher.subarray(0, HEAD_BYTES);
  const cipher = input.cipher.subarray(HEAD_BYTES);
  if (head.length < HEAD_BYTES || head[0] !== FORMAT) return err({ type: 'damaged' });
  const bytes = await findDecrypted(keys.records, cipher, placeBytes(keys, input, head));
  return bytes ? ok({ bytes, revision: readRevision(head) }) : err({ type: 'damaged' });
}

function placeBytes(keys: VaultKeys, place: RecordPlace, head: Uint8Array): Uint8Array {
  const kind = asciiBytes(`R${place.kind}`);
  return concatBytes(head, idToBytes(keys.vault), idToBytes(place.record), kind);
}

function readRevision(head: Uint8Array): number {
  return Number(new DataView(head.buffer, head.byteOffset).getBigUint64(1));
}
