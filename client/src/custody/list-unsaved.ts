/** What is in memory only, and why: for the screen on which a person decides. Names no record. */
import { isReceived, type RecordStore } from './record-store.ts';
import type { SaveTrouble } from './save-trouble.ts';

export interface Unsaved {
  /** Pieces of work of which something typed is not on the disk. */
  readonly count: number;
  /** How many of them the commune has, straight from memory. */
  readonly received: number;
  /** The one that needs a person most: a vault that is gone before anything else. */
  readonly trouble: SaveTrouble | undefined;
}

export function listUnsaved(store: RecordStore): Unsaved {
  const entries = [...store.listEntries()]
    .map(([, entry]) => entry)
    .filter((entry) => entry.unsaved.size > 0);
  const troubles = entries.flatMap((entry) => entry.trouble ?? []);
  const trouble = troubles.find(({ type }) => type === 'vaultStopped') ?? troubles[0];
  return { count: entries.length, received: entries.filter(isReceived).length, trouble };
}

/** A save has failed, and what it held is in memory only: nothing may be called kept meanwhile. */
export function hasFailedSave(store: RecordStore): boolean {
  // Asked at every change of the store: it stops at the first, and makes no list.
  for (const [, entry] of store.listEntries()) if (entry.unsaved.size > 0 && entry.trouble) return true;
  return false;
}
