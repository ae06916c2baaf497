/** A whole file under the key of the citizen whose paper it is. */
import { asciiBytes, concatBytes } from '#shared/model/envelope';
import { type AttachmentId, idToBytes } from '#shared/ids';
import { decrypt, encrypt } from '../protection/cipher.ts';

function fileBinding(attachment: AttachmentId): Uint8Array {
  return concatBytes(asciiBytes('attachment v1 '), idToBytes(attachment));
}

export function protectFile(key: Uint8Array, bytes: Uint8Array, attachment: AttachmentId): Buffer {
  return encrypt(key, bytes, fileBinding(attachment));
}

/** Undefined when the row is not what was written. */
export function findFile(key: Uint8Array, content: Uint8Array, attachment: AttachmentId): Buffer | undefined {
  return decrypt(key, content, fileBinding(attachment));
}
