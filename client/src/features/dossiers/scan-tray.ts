/**
 * Scans that wait to be put under a paper: new files of the scanner's folder, and what was shared beside what is being looked
 * at. Of a folder it holds names only. In memory, so that it goes with the page when the phone is locked.
 */
import {
  beginWatch,
  listScans,
  lookAgain,
  mayStillRead,
  pickScannerFolder,
  readScan,
  type WatchedScans,
} from '../../platform/scanner-folder.ts';

export interface WaitingScan {
  /** Tells one from another, also where names are the same. */
  readonly number: number;
  readonly name: string;
  /** Undefined where it was shared. */
  readonly folder: string | undefined;
  /** Undefined where it is gone. */
  readonly read: () => Promise<File | undefined>;
}

export interface TrayState {
  /** Of the folder that is watched. */
  readonly folder: string | undefined;
  /** It was watched and cannot be read any more. */
  readonly isLost: boolean;
  readonly waiting: readonly WaitingScan[];
}

const EMPTY: TrayState = { folder: undefined, isLost: false, waiting: [] };

class ScanTray {
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  #handle: FileSystemDirectoryHandle | undefined;
  #watched: WatchedScans | undefined;
  #number = 0;
  #isLooking = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): TrayState => this.#state;

  /** Needs a press. */
  async watchFolder(): Promise<void> {
    const handle = await pickScannerFolder();
    if (!handle) return;
    this.#watched = beginWatch(await listScans(handle));
    this.#handle = handle;
    this.#say({ ...this.#state, folder: handle.name, isLost: false });
  }

  stopWatching(): void {
    this.#handle = undefined;
    this.#say({
      ...this.#state,
      folder: undefined,
      waiting: this.#state.waiting.filter((one) => !one.folder),
    });
  }

  /** Now and then while a dossier is open. */
  async look(): Promise<void> {
    const [handle, watched] = [this.#handle, this.#watched];
    if (!handle || !watched || this.#isLooking) return;
    this.#isLooking = true;
    try {
      if (!(await mayStillRead(handle))) throw new DOMException('', 'NotAllowedError');
      const found = lookAgain(watched, await listScans(handle));
      if (handle !== this.#handle) return;
      this.#watched = found.watched;
      for (const name of found.arrived)
        this.#add({ name, folder: handle.name, read: () => readScan(handle, name) });
    } catch {
      this.stopWatching();
      this.#say({ ...this.#state, isLost: true });
    } finally {
      this.#isLooking = false;
    }
  }

  put(file: File): void {
    this.#add({ name: file.name, folder: undefined, read: () => Promise.resolve(file) });
  }

  remove({ number }: WaitingScan): void {
    this.#say({ ...this.#state, waiting: this.#state.waiting.filter((one) => one.number !== number) });
  }

  #add(scan: Omit<WaitingScan, 'number'>): void {
    this.#number += 1;
    this.#say({ ...this.#state, waiting: [...this.#state.waiting, { ...scan, number: this.#number }] });
  }

  #say(state: TrayState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** One a page: the folder is watched on from one dossier to the next. */
export const scanTray = new ScanTray();
