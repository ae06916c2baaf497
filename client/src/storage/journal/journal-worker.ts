/** Writes second copies into the browser's private files and flushes them, which only a worker may. Knows no word of what it writes. */
import { JOURNAL_FOLDER, type JournalCall, type JournalReply } from './journal-messages.ts';

/** A worker's own part of the file system, as far as it is used: the page's types do not have it. */
interface SyncAccess {
  getSize(): number;
  truncate(size: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

interface WorkerFile {
  createSyncAccessHandle(): Promise<SyncAccess>;
}

const handles = new Map<string, Promise<WorkerFile>>();
let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<JournalCall>) => {
  last = last.then(async () => self.postMessage(await obey(data)));
});

async function obey(call: JournalCall): Promise<JournalReply> {
  try {
    const handle = handles.get(call.name) ?? openFile(call.name);
    handles.set(call.name, handle);
    const access = await (await handle).createSyncAccessHandle();
    try {
      return { call: call.call, type: write(access, call) };
    } finally {
      access.close();
    }
  } catch (thrown) {
    handles.delete(call.name);
    return { call: call.call, type: 'failed', name: thrown instanceof Error ? thrown.name : 'unknown' };
  }
}

async function openFile(name: string): Promise<WorkerFile> {
  const folder = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle(JOURNAL_FOLDER, { create: true });
  return (await folder.getFileHandle(name, { create: true })) as unknown as WorkerFile;
}

function write(access: SyncAccess, call: JournalCall): 'written' | 'behind' {
  if (call.act === 'clear') {
    access.truncate(0);
    access.flush();
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
