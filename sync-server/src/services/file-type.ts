/** What a file is by its first bytes. Believes no name and no header. */
import type { paperTypes } from '#shared/model/paper';

export type FileType = (typeof paperTypes)[number];

const STARTS: readonly { readonly type: FileType; readonly bytes: readonly number[] }[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

export function findFileType(bytes: Uint8Array): FileType | undefined {
  return STARTS.find((start) => start.bytes.every((byte, at) => bytes[at] === byte))?.type;
}
