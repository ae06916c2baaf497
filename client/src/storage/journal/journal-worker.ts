/** Writes second copies into the browser's private files and flushes them, which only a worker may. Knows no word of what it writes. */
import { JOURNAL_FOLDER, type JournalCall, type JournalReply } from './journal-messages.ts';

/** A worker's own part of the file system, as far as it is used: the page's types do not have it. */
interface SyncAccess {
  readonly mode?: string;
  getSize(): number;
  truncate(size: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

interface WorkerFile {
  createSyncAccessHandle(options: { readonly mode: typeof SHARED }): Promise<SyncAccess>;
}

/** Other tabs may have theirs at the same time: whose turn it is they settle elsewhere. Older browsers know no modes. */
const SHARED = 'readwrite-unsafe';
const kept = new Map<string, SyncAccess>();
let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
  last = last.then(async () => self.postMessage(await obey(data)));
});

async function obey(call: JournalCall): Promise<JournalReply> {
  try {
    const access = kept.get(call.name) ?? (await openFile(call.name));
    // Handed back at once where nobody else could write meanwhile; so is room that was only asked for.
    const isShared = access.mode === SHARED && call.act !== 'tryRoom';
    if (isShared) kept.set(call.name, access);
    try {
      return { call: call.call, type: write(access, call) };
    } finally {
      if (!isShared) access.close();
    }
  } catch (thrown) {
    kept.get(call.name)?.close();
    kept.delete(call.name);
    return { call: call.call, type: 'failed', name: thrown instanceof Error ? thrown.name : 'unknown' };
  }
}

async function openFile(name: string): Promise<SyncAccess> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(JOURNAL_FOLDER, { create: true });
  const handle = (await folder.getFileHandle(name, { create: true })) as unknown as WorkerFile;
  return handle.createSyncAccessHandle({ mode: SHARED });
}

function write(access: SyncAccess, call: JournalCall): 'written' | 'behind' {
  if (call.act === 'clear') {
    access.truncate(0);
    access.flush();
    return 'written';
  }
  if (call.act === 'tryRoom') {
    // Asks the browser, and through it the disk, for room without filling it; the estimate that pages are told knows neither.
    access.truncate(call.bytes);
    access.truncate(0);
    return 'written';
  }
  if (access.getSize() !== call.at) return 'behind';
  const written = access.write(call.bytes, { at: call.at });
  if (written !== call.bytes.length) {
    access.truncate(call.at);
    throw new DOMException('Not all of it could be written.', 'QuotaExceededError');
  }
  access.flush();
  return 'written';
}
