/** Ids as the 16-byte columns they are stored in: Node's own base64url, which is many times faster where rows are many. */
const ID_BYTES = 16;

export function idToBytes(id: string): Buffer {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.length !== ID_BYTES) throw new Error('An id that was not checked reached the store.');
  return bytes;
}

export function bytesToId<T extends string>(bytes: Uint8Array): T {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url') as T;
}
