/** The browser's private files in memory, as Node has none: what is appended is there, and a kill or a full disk can be put in. */
import type { JournalFiles } from '../../src/storage/journal/journal-files.ts';

export interface MemoryFiles extends JournalFiles {
  readonly contents: Map<string, Uint8Array<ArrayBuffer>>;
  /** What becomes of the next appends: `torn` leaves half of the bytes and fails, `lost` says written and writes nothing. */
  fate: 'kept' | 'torn' | 'refused' | 'lost';
}

export function createMemoryFiles(): MemoryFiles {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  let last: Promise<unknown> = Promise.resolve();
  const files: MemoryFiles = {
    contents,
    fate: 'kept',
    read: async (name, from = 0) => contents.get(name)?.slice(from),
    list: async () => [...contents.keys()],
    clear: async (name) => {
      if (files.fate === 'refused') throw new DOMException('full', 'QuotaExceededError');
      contents.set(name, new Uint8Array());
    },
    append: async (name, at, bytes) => {
      const before = contents.get(name) ?? new Uint8Array();
      if (files.fate === 'refused') throw new DOMException('full', 'QuotaExceededError');
      if (before.length !== at) return 'behind';
      if (files.fate === 'lost') return 'written';
      const isTorn = files.fate === 'torn';
      const kept = isTorn ? bytes.subarray(0, bytes.length / 2) : bytes;
      contents.set(name, join(before, kept));
      if (isTorn) throw new DOMException('killed', 'AbortError');
      return 'written';
    },
    hasRoom: async () => files.fate !== 'refused',
    inTurn: (_database, act) => {
      const mine = last.then(act);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
  return files;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
