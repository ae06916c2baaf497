/** Files in a folder that a person picked: written whole, listed, removed. Removes by name only, never what it did not write. */

/** What TypeScript's DOM does not know yet (File System Access); the private file system of a browser may lack both. */
interface AskingHandle extends FileSystemDirectoryHandle {
  queryPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

interface PickingWindow {
  showDirectoryPicker?(how: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** Put there by systems by themselves; nobody's papers. */
const UNSEEN = ['.DS_Store', 'desktop.ini', 'Thumbs.db'];
/** A file that was being written when the browser died lies beside its name. */
const HALF_WRITTEN = '.crswap';

/** Phones, on which papers are photographed by their owner instead; some of them have a picker all the same. */
const PHONES = /Android|iPhone|iPad/;

/** Chromium on a computer has it; elsewhere there is no such folder. */
export function canPickFolder(): boolean {
  return !PHONES.test(navigator.userAgent) && (window as PickingWindow).showDirectoryPicker !== undefined;
}

/** Rejects with an AbortError when the person closes the picker. Needs a press. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle> {
  const picker = window as PickingWindow;
  if (!picker.showDirectoryPicker) throw new TypeError('This browser has no picker of folders.');
  return picker.showDirectoryPicker({ id: 'nop-ho-so', mode: 'readwrite' });
}

/** `ask` shows the browser's own question and needs a press. */
export async function mayWrite(handle: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const asking = handle as AskingHandle;
  const how = { mode: 'readwrite' } as const;
  const told = ask ? asking.requestPermission?.(how) : asking.queryPermission?.(how);
  return ((await told) ?? 'granted') === 'granted';
}

export async function writeFile(
  handle: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
): Promise<void> {
  const file = await handle.getFileHandle(name, { create: true });
  const writer = await file.createWritable();
  await writer.write(content);
  await writer.close();
}

/** Everything in it but what systems put there by themselves. */
export async function listFiles(handle: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of handle.keys()) if (!UNSEEN.includes(name)) names.push(name);
  return names;
}

/** All at once, so that they are on their way even when the page is left in the next moment. Answers how many remain. */
export async function removeFiles(
  handle: FileSystemDirectoryHandle,
  names: readonly string[],
): Promise<number> {
  const whole = names.map((name) => remove(handle, name));
  const halves = names.map((name) => remove(handle, name + HALF_WRITTEN));
  const isGone = await Promise.all([...whole, ...halves]);
  return isGone.filter((gone) => !gone).length;
}

async function remove(handle: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await handle.removeEntry(name);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError';
  }
}
