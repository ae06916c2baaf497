/**
 * The folder from which papers are lodged on a laptop: filled for one dossier, emptied when done, on lock and at the next start.
 * Holds scans readable on a disk for as long as somebody lodges, and knows no other way to put them there.
 */
import { listFiles, mayWrite, removeFiles, writeFile } from '../platform/folder-files.ts';
import type { FilledFolder, LodgingMemory } from '../storage/lodging-memory.ts';

export interface LodgingPaper {
  /** File name, as it will stand in the folder. */
  readonly name: string;
  /** Undefined without signal. */
  readonly fetch: () => Promise<Blob | undefined>;
}

export type FolderState =
  | { readonly type: 'empty' }
  | { readonly type: 'filling' }
  | {
      readonly type: 'filled';
      readonly folder: string;
      readonly record: string;
      readonly files: number;
      /** Papers that could not be fetched. */
      readonly missing: number;
    }
  /** Papers of a citizen may lie on the disk; `strangers`: files in the folder that were not put there from here. */
  | { readonly type: 'left'; readonly folder: string; readonly strangers: number };

export type FolderFault =
  | { readonly type: 'cancelled' }
  | { readonly type: 'refused' }
  | { readonly type: 'otherDossier' }
  | { readonly type: 'notEmpty'; readonly folder: string }
  | { readonly type: 'noRoom'; readonly folder: string };

export interface LodgingParts {
  readonly memory: LodgingMemory;
  /** The browser's own picker; rejects with an AbortError when it is closed. */
  readonly pick: () => Promise<FileSystemDirectoryHandle>;
  /** Runs `act` unless another tab has the folder in use. */
  readonly whenUnused: (act: () => Promise<void>) => Promise<void>;
  /** Says that this tab has the folder in use; answers how to say that it has not. */
  readonly hold: () => Promise<() => void>;
}

const EMPTY: FolderState = { type: 'empty' };

export class LodgingFolder {
  readonly #parts: LodgingParts;
  readonly #listeners = new Set<() => void>();
  #state: FolderState = EMPTY;
  #filled: FilledFolder | undefined;
  /** Goes up with every emptying: a filling that began before stops. */
  #round = 0;
  #leave = (): void => undefined;

  constructor(parts: LodgingParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): FolderState => this.#state;

  /** Needs a press. Answers what stood in the way; what could not be fetched is counted in the state, not a fault. */
  async fill(record: string, papers: readonly LodgingPaper[]): Promise<FolderFault | undefined> {
    // In use by another tab, or left where no sweep could reach it.
    if (this.#state.type !== 'empty' || (await this.#recall())) return { type: 'otherDossier' };
    const folder = await this.#findFolder();
    if ('type' in folder) return folder;
    if ((await listFiles(folder)).length > 0) return { type: 'notEmpty', folder: folder.name };
    const round = this.#round;
    this.#leave = await this.#parts.hold();
    this.#filled = { handle: folder, record, files: papers.map(({ name }) => name) };
    this.#say({ type: 'filling' });
    try {
      await this.#parts.memory.write(this.#filled);
      const files = await this.#writeAll(folder, papers, round);
      // Locked or emptied meanwhile: what was on its way may have landed after.
      const names = papers.map(({ name }) => name);
      if (round !== this.#round) await removeFiles(folder, names);
      else this.#say({ type: 'filled', folder: folder.name, record, files, missing: papers.length - files });
      return undefined;
    } catch {
      await this.empty();
      return { type: 'noRoom', folder: folder.name };
    }
  }

  async #findFolder(): Promise<FileSystemDirectoryHandle | FolderFault> {
    try {
      const handle = await this.#parts.pick();
      return (await mayWrite(handle, true)) ? handle : { type: 'refused' };
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      return { type: isClosed ? 'cancelled' : 'refused' };
    }
  }

  async #writeAll(
    folder: FileSystemDirectoryHandle,
    papers: readonly LodgingPaper[],
    round: number,
  ): Promise<number> {
    let files = 0;
    for (const { name, fetch } of papers) {
      const content = await fetch();
      if (round !== this.#round) return files;
      if (!content) continue;
      await writeFile(folder, name, content);
      files += 1;
    }
    return files;
  }

  /** Done, or somebody presses "empty" at an alarm: then the browser may ask (`ask`). */
  async empty({ ask = false }: { readonly ask?: boolean } = {}): Promise<void> {
    this.#round += 1;
    const filled = this.#filled ?? (await this.#recall());
    if (!filled) return this.#settle();
    this.#filled = filled;
    const { handle, files } = filled;
    try {
      if (!(await mayWrite(handle, ask))) return this.#alarm(handle.name, 0);
      const left = await removeFiles(handle, files);
      const strangers = (await listFiles(handle)).length - left;
      if (left > 0 || strangers > 0) return this.#alarm(handle.name, left > 0 ? 0 : strangers);
    } catch (error) {
      const isGone = error instanceof DOMException && error.name === 'NotFoundError';
      if (!isGone) return this.#alarm(handle.name, 0);
    }
    await this.#forget();
  }

  /** At the start of a page: whatever an earlier one left. Another tab that is lodging now is left in peace. */
  async sweep(): Promise<void> {
    await this.#parts.whenUnused(() => this.empty());
  }

  /** The page is left in the next moment: what can be said at once is said; the next start looks again. */
  letGo(): void {
    this.#round += 1;
    if (this.#filled) void removeFiles(this.#filled.handle, this.#filled.files);
    this.#leave();
  }

  /** A person has looked into the folder and deleted by hand. */
  async forgetLeft(): Promise<void> {
    await this.#forget();
  }

  async #recall(): Promise<FilledFolder | undefined> {
    try {
      return await this.#parts.memory.read();
    } catch {
      return undefined;
    }
  }

  async #forget(): Promise<void> {
    await this.#parts.memory.clear();
    this.#settle();
  }

  #settle(): void {
    this.#filled = undefined;
    this.#leave();
    this.#leave = () => undefined;
    this.#say(EMPTY);
  }

  #alarm(folder: string, strangers: number): void {
    this.#leave();
    this.#leave = () => undefined;
    this.#say({ type: 'left', folder, strangers });
  }

  #say(state: FolderState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
