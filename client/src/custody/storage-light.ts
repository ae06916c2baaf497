/** What this machine's storage can be trusted with: promised or not, room left, one copy or two. Deletes nothing. */
import type { Clock } from '../platform/clock.ts';
import { watchPage } from '../platform/page-life.ts';
import { askForPersistence, readStorageSpace, type StorageSpace } from '../platform/storage-space.ts';
import type { Journal } from '../storage/journal/journal.ts';

/** `noPhotographs`: what is left is kept for words, which are small. */
export type Room = 'enough' | 'low' | 'noPhotographs';

export interface StorageStanding {
  /** Undefined until it was looked at for the first time. */
  readonly space: StorageSpace | undefined;
  readonly room: Room;
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
/** Some dozen photographs, each kept twice. */
const LOW_BYTES = 150 * MEGABYTE;
/** Weeks of words. */
const KEPT_FOR_WORDS_BYTES = 30 * MEGABYTE;
const LOOK_EVERY_MS = 60_000;

/** Whether a file of this size may still be taken: it lies here twice, and words must have their room behind it. */
export function hasRoomFor(bytes: number, leftBytes: number | undefined): boolean {
  return leftBytes === undefined || leftBytes - 2 * bytes > KEPT_FOR_WORDS_BYTES;
}

export class StorageLight {
  readonly #parts: StorageLightParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #standing: StorageStanding;
  #cancel = (): void => undefined;

  constructor(parts: StorageLightParts) {
    this.#parts = parts;
    this.#standing = { space: undefined, room: 'enough', secondCopy: this.#readSecondCopy() };
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

  async look(): Promise<StorageStanding> {
    const space = await readStorageSpace();
    const before = this.#standing.room;
    this.#say({ space, room: judgeRoom(space.leftBytes) });
    if (before === 'enough' && this.#standing.room !== 'enough') await this.#parts.makeRoom();
    return this.#standing;
  }

  /** False where the browser refuses; some ask the person first. */
  async askForPersistence(): Promise<boolean> {
    const isPromised = await askForPersistence();
    await this.look();
    return isPromised;
  }

  /** Answers how many bytes more there are; 0 where nothing could go. */
  async makeRoom(): Promise<number> {
    const before = (await this.look()).space?.leftBytes ?? 0;
    await this.#parts.makeRoom();
    const after = (await this.look()).space?.leftBytes ?? before;
    return Math.max(0, after - before);
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

function judgeRoom(leftBytes: number | undefined): Room {
  if (leftBytes === undefined || leftBytes >= LOW_BYTES) return 'enough';
  return hasRoomFor(MEGABYTE, leftBytes) ? 'low' : 'noPhotographs';
}
