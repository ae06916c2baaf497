/** The folder into which a scanner puts its files, on a computer: read and never written. Knows which files came while it was watched. */
import { canPickFolder } from './folder-files.ts';

interface ReadingHandle extends FileSystemDirectoryHandle {
  queryPermission?(how: { readonly mode: 'read' }): Promise<PermissionState>;
}

interface PickingWindow {
  showDirectoryPicker?(how: {
    readonly id: string;
    readonly mode: 'read';
  }): Promise<FileSystemDirectoryHandle>;
}

export interface ListedFile {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** What a scanner's program may have put there that this house takes; everything else is somebody's own. */
const SCANS = /\.(jpe?g|png|webp|pdf)$/i;

export const canWatchFolder = canPickFolder;

/** Needs a press. Undefined where the person closed the picker or said no. The browser remembers the place, this app does not. */
export async function pickScannerFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (window as PickingWindow).showDirectoryPicker?.({ id: 'may-quet', mode: 'read' });
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

export async function mayStillRead(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const asking = handle as ReadingHandle;
  return ((await asking.queryPermission?.({ mode: 'read' })) ?? 'granted') === 'granted';
}

/** Rejects where the folder is gone. A file that goes away meanwhile is left out. */
export async function listScans(handle: FileSystemDirectoryHandle): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for await (const [name, entry] of handle.entries()) {
    if (entry.kind !== 'file' || !SCANS.test(name)) continue;
    const file = await (entry as FileSystemFileHandle).getFile().catch(() => undefined);
    if (file) files.push({ name, size: file.size, modified: file.lastModified });
  }
  return files;
}

export async function readScan(handle: FileSystemDirectoryHandle, name: string): Promise<File | undefined> {
  try {
    return await (await handle.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
}

/** By name: how it was when it was looked at last. */
type Looks = ReadonlyMap<string, string>;

export interface WatchedScans {
  /** Settled: there before, or arrived since. */
  readonly known: Looks;
  /** Seen once: a scanner may still be writing it. */
  readonly growing: Looks;
}

/** What lies there already was scanned for somebody else. */
export function beginWatch(files: readonly ListedFile[]): WatchedScans {
  return { known: new Map(files.map((file) => [file.name, describeLook(file)])), growing: new Map() };
}

/** A file has arrived once two looks find it the same; one that was there and is written anew arrives again. */
export function lookAgain(
  { known, growing }: WatchedScans,
  files: readonly ListedFile[],
): { readonly watched: WatchedScans; readonly arrived: readonly string[] } {
  const strange = files.filter((file) => file.size > 0 && known.get(file.name) !== describeLook(file));
  const arrived = strange.filter((file) => growing.get(file.name) === describeLook(file));
  const settled = arrived.map((file): [string, string] => [file.name, describeLook(file)]);
  const others = strange.filter((file) => !arrived.includes(file));
  return {
    watched: {
      known: new Map([...known, ...settled]),
      growing: new Map(others.map((file) => [file.name, describeLook(file)])),
    },
    arrived: arrived.sort((one, other) => one.modified - other.modified).map(({ name }) => name),
  };
}

function describeLook({ size, modified }: ListedFile): string {
  return `${size} ${modified}`;
}
