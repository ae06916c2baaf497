/**
 * The page's way to the files of second copies: read here, written by a worker, which alone can flush. Knows names and bytes.
 * A file is made long before it is needed: what is flushed is its bytes, not its name (docs/decisions/0007).
 */
import { JOURNAL_FOLDER, type JournalCall, type JournalReply } from './journal-messages.ts';

export interface JournalFiles {
  /** From byte `from` on; undefined when there is no file of this name. */
  read(name: string, from?: number): Promise<Uint8Array | undefined>;
  list(): Promise<readonly string[]>;
  /**
   * Resolves when the bytes are flushed. `behind`, and nothing written: the file does not end at `at`. Throws what the browser
   * threw, as on a full disk; the file is then as it was, or torn at its end.
   */
  append(name: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<'written' | 'behind'>;
  /** Makes the file, or empties it. */
  clear(name: string): Promise<void>;
  /** Whether the browser and the disk would take so many bytes more just now. What pages are told of their quota may not be so. */
  hasRoom(bytes: number): Promise<boolean>;
  /**
   * One after the other over all tabs. A tab that is stuck in its turn is waited for some seconds only: what comes of that is
   * noticed by where the file ends.
   */
  inTurn<T>(database: string, act: () => Promise<T>): Promise<T>;
}

/** Longer than any honest flush of a cheap phone. */
const PATIENCE_MS = 10_000;
/** No second copy is called so. */
const ROOM_FILE = 'room';
const TURN_PATIENCE_MS = 5_000;

let files: JournalFiles | undefined;

/** Given once by whoever puts the app together; practice gives none. */
export function writeJournalsWith(given: JournalFiles | undefined): void {
  files = given;
}

/** Undefined where the browser has no such files: the database is then the only copy. */
export function findJournalFiles(): JournalFiles | undefined {
  return files;
}

/** Undefined in a browser that lacks what this needs. A private window may still refuse each call. */
export function openJournalFiles(startWorker: () => Worker): JournalFiles | undefined {
  const hasFiles =
    typeof navigator.storage?.getDirectory === 'function' && 'FileSystemFileHandle' in globalThis;
  const isWritable = hasFiles && 'locks' in navigator;
  return isWritable ? new PrivateFiles(startWorker) : undefined;
}

class PrivateFiles implements JournalFiles {
  readonly #startWorker: () => Worker;
  readonly #pending = new Map<number, (reply: JournalReply | undefined) => void>();
  #worker: Worker | undefined;
  #lastCall = 0;

  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  async read(name: string, from = 0): Promise<Uint8Array | undefined> {
    const folder = await findFolder();
    try {
      const handle = await folder?.getFileHandle(name);
      const file = await handle?.getFile();
      return file && new Uint8Array(await file.slice(from).arrayBuffer());
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
      throw thrown;
    }
  }

  async list(): Promise<readonly string[]> {
    const names: string[] = [];
    const folder = await findFolder();
    if (folder) for await (const name of folder.keys()) names.push(name);
    return names;
  }

  async append(name: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<'written' | 'behind'> {
    const reply = await this.#ask({ act: 'append', name, at, bytes });
    return reply.type === 'behind' ? 'behind' : 'written';
  }

  async clear(name: string): Promise<void> {
    await this.#ask({ act: 'clear', name });
  }

  async hasRoom(bytes: number): Promise<boolean> {
    try {
      await this.#ask({ act: 'tryRoom', name: ROOM_FILE, bytes });
      return true;
    } catch (thrown) {
      return !(thrown instanceof DOMException && thrown.name === 'QuotaExceededError');
    }
  }

  async inTurn<T>(database: string, act: () => Promise<T>): Promise<T> {
    let isBegun = false;
    const begin = (): Promise<T> => {
      isBegun = true;
      return act();
    };
    try {
      const signal = AbortSignal.timeout(TURN_PATIENCE_MS);
      return await navigator.locks.request(`${JOURNAL_FOLDER}.journal.${database}`, { signal }, begin);
    } catch (thrown) {
      if (isBegun) throw thrown;
      return begin();
    }
  }

  /** A worker that does not answer, or died, is given up: the next call starts another one. */
  async #ask(asked: JournalAsk): Promise<JournalReply> {
    const worker = (this.#worker ??= this.#start());
    const call = ++this.#lastCall;
    const reply = await new Promise<JournalReply | undefined>((resolve) => {
      const timer = setTimeout(() => this.#giveUp(worker), PATIENCE_MS);
      this.#pending.set(call, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      worker.postMessage({ ...asked, call } satisfies JournalCall);
    });
    if (!reply) throw new DOMException('The second copy was not written in time.', 'TimeoutError');
    if (reply.type === 'failed') throw new DOMException('The second copy was refused.', reply.name);
    return reply;
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
      this.#pending.get(data.call)?.(data);
      this.#pending.delete(data.call);
    });
    worker.addEventListener('error', () => this.#giveUp(worker));
    return worker;
  }

  #giveUp(worker: Worker): void {
    worker.terminate();
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const settle of this.#pending.values()) settle(undefined);
    this.#pending.clear();
  }
}

type JournalAsk = JournalCall extends infer C ? (C extends JournalCall ? Omit<C, 'call'> : never) : never;

/** Not made yet, or a private window that has none: there is nothing to read. Whatever else goes wrong may pass. */
const NOTHING_THERE = ['NotFoundError', 'SecurityError'];

async function findFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER);
  } catch (thrown) {
    if (thrown instanceof DOMException && NOTHING_THERE.includes(thrown.name)) return undefined;
    throw thrown;
  }
}
