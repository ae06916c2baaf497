/** What this machine's storage can be trusted with: promised or not, room left, one copy or two. Deletes nothing. */
import type { Clock } from '../platform/clock.ts';
import { watchPage } from '../platform/page-life.ts';
import { isPrivateWindow, readWindowFacts } from '../platform/private-window.ts';
import { askForPersistence, readStorageSpace } from '../platform/storage-space.ts';
import { findJournalFiles } from '../storage/journal/journal-files.ts';
import type { Journal } from '../storage/journal/journal.ts';

/** `noPhotographs`: what is left is kept for words, which are small. */
export type Room = 'enough' | 'low' | 'noPhotographs';

export interface StorageStanding {
  /** False until it was looked at for the first time. */
  readonly isKnown: boolean;
  readonly room: Room;
  /** The browser has promised not to delete anything by itself. */
  readonly isPersistent: boolean;
  /** A private window, as far as the browser shows it: everything here goes when it closes. */
  readonly isPrivate: boolean;
  /** `none`: this browser has no files for it. */
  readonly secondCopy: 'whole' | 'behind' | 'none';
}

export interface StorageLightParts {
  readonly clock: Clock;
  readonly journal: Journal | undefined;
  /** Lets go of what the commune has in its backup and no dossier needs here. */
  readonly makeRoom: () => Promise<void>;
}

const MEGABYTE = 1_000_000;
/** Bytes: some dozen photographs, each kept twice. Below it the room is `low`. */
export const LOW_ROOM = 150 * MEGABYTE;
/** Bytes: weeks of words. No picture takes the last of them. */
export const KEPT_FOR_WORDS = 30 * MEGABYTE;
const LOOK_EVERY_MS = 60_000;

/** Whether a file of this size may still be taken: it lies here twice, and words must have their room behind it. */
export function hasRoomFor(bytes: number): Promise<boolean> {
  return hasRoom(2 * bytes + KEPT_FOR_WORDS);
}

/** Tried where it can be; elsewhere the browser's own estimate is believed. */
async function hasRoom(bytes: number): Promise<boolean> {
  const { leftBytes } = await readStorageSpace();
  if (leftBytes !== undefined && leftBytes < bytes) return false;
  return (await findJournalFiles()?.hasRoom(bytes)) ?? true;
}

export class StorageLight {
  readonly #parts: StorageLightParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #standing: StorageStanding;
  #cancel = (): void => undefined;

  constructor(parts: StorageLightParts) {
    this.#parts = parts;
    this.#standing = {
      ...{ isKnown: false, room: 'enough', isPersistent: false, isPrivate: false },
      secondCopy: this.#readSecondCopy(),
    };
    const { journal } = parts;
    if (journal) this.#stops.push(journal.subscribe(() => this.#say({})));
    this.#stops.push(watchPage({ shown: () => void this.look() }));
    this.#lookAgain();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): StorageStanding => this.#standing;

  async look(): Promise<Room> {
    const [room, { isPersistent }, facts] = await Promise.all([
      judgeRoom(),
      readStorageSpace(),
      readWindowFacts(),
    ]);
    const before = this.#standing.room;
    this.#say({ isKnown: true, room, isPersistent, isPrivate: isPrivateWindow(facts) });
    if (before !== 'enough' || room === 'enough') return room;
    await this.#parts.makeRoom();
    this.#say({ room: await judgeRoom() });
    return this.#standing.room;
  }

  /** False where the browser refuses; some ask the person first. */
  async askForPersistence(): Promise<boolean> {
    const isPersistent = await askForPersistence();
    this.#say({ isPersistent });
    return isPersistent;
  }

  /** Answers what room there is then. */
  async makeRoom(): Promise<Room> {
    await this.#parts.makeRoom();
    return this.look();
  }

  stop(): void {
    this.#cancel();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #lookAgain(): void {
    void this.look();
    this.#cancel = this.#parts.clock.after(LOOK_EVERY_MS, () => this.#lookAgain());
  }

  #readSecondCopy(): StorageStanding['secondCopy'] {
    return this.#parts.journal?.getState() ?? 'none';
  }

  #say(change: Partial<StorageStanding>): void {
    const next = { ...this.#standing, ...change, secondCopy: this.#readSecondCopy() };
    if (JSON.stringify(next) === JSON.stringify(this.#standing)) return;
    this.#standing = next;
    for (const listener of this.#listeners) listener();
  }
}

async function judgeRoom(): Promise<Room> {
  if (await hasRoom(LOW_ROOM)) return 'enough';
  return (await hasRoomFor(MEGABYTE)) ? 'low' : 'noPhotographs';
}
