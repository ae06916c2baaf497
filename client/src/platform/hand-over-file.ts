/** Gives a file that exists in memory to the share sheet, else to the downloads. Writes nothing to the app's own storage. */
import { announceLeaving } from './leaving.ts';

/** How long a browser may take to begin a download before its address dies. */
const DOWNLOAD_MS = 60_000;

export type HandOver = 'shared' | 'downloaded' | 'cancelled';

export function canShareFiles(type: string): boolean {
  const probe = new File([''], 'x', { type });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [probe] });
}

/** On a tap: a browser opens its share sheet for nothing else. */
export async function handOverFile(file: File): Promise<HandOver> {
  if (!canShareFiles(file.type)) return downloadFile(file);
  announceLeaving();
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (thrown) {
    // Closing the sheet is an answer; a sheet that does not open is not.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'cancelled';
    return downloadFile(file);
  }
}

export const PICTURE_TYPE = 'image/png';

/** `name`: without its ending, read by whoever sees the phone: it names nobody. */
export async function handOverPicture(picture: Blob | undefined, name: string): Promise<HandOver | 'failed'> {
  return picture ? handOverFile(new File([picture], `${name}.png`, { type: PICTURE_TYPE })) : 'failed';
}

/** Whether it has really got there only the person can see. */
export function downloadFile(file: File): HandOver {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_MS);
  return 'downloaded';
}
