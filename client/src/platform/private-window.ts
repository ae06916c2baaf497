/**
 * Whether everything that is stored here goes when the window closes. Browsers hide it, the newest Chromium altogether: what is
 * said is only ever "yes, by its own behaviour", and nobody is kept out by it.
 */

export interface WindowFacts {
  readonly userAgent: string;
  /** The browser has promised to keep what is stored: no private window does. */
  readonly isPersistent: boolean;
  /** What opening the private files of this site threw, by name; undefined where it opened, or where there are none. */
  readonly filesRefused: string | undefined;
  /** Bytes; undefined where the browser does not say. */
  readonly quota: number | undefined;
  /** Bytes that scripts may use, of Chromium only. */
  readonly heapLimit: number | undefined;
}

export function isPrivateWindow(facts: WindowFacts): boolean {
  const { userAgent, isPersistent, filesRefused, quota, heapLimit } = facts;
  if (isPersistent) return false;
  // Firefox; and any browser that is set to forget a site when it closes.
  if (filesRefused === 'SecurityError') return true;
  // Safari names no reason of its own. Of other browsers a fault of the moment would look the same.
  const isSafari = /\bVersion\/\d.*\bSafari\//.test(userAgent) || /\biP(?:hone|ad)\b/.test(userAgent);
  if (isSafari) return filesRefused !== undefined;
  // Chromium of before 2025: a private window is given a part of the memory, any other one a part of the whole disk.
  return quota !== undefined && heapLimit !== undefined && quota < 2 * heapLimit;
}

export async function readWindowFacts(): Promise<WindowFacts> {
  const { storage, userAgent = '' } = typeof navigator === 'undefined' ? {} : navigator;
  const { memory } = performance as Performance & { readonly memory?: { readonly jsHeapSizeLimit: number } };
  const [estimate, isPersistent, filesRefused] = await Promise.all([
    storage?.estimate?.().catch(() => undefined),
    storage?.persisted?.().catch(() => false),
    tryFiles(storage),
  ]);
  return {
    userAgent,
    isPersistent: isPersistent ?? false,
    filesRefused,
    quota: estimate?.quota,
    heapLimit: memory?.jsHeapSizeLimit,
  };
}

async function tryFiles(storage: StorageManager | undefined): Promise<string | undefined> {
  if (typeof storage?.getDirectory !== 'function') return undefined;
  try {
    await storage.getDirectory();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : 'unknown';
  }
}
