/**
 * Makes the browser put away what its databases' log holds, and begin a new one.
 *
 * Chromium keeps all databases of an origin in one log. A full disk or a power cut leaves half an entry at its end; the next
 * start reads up to there and goes on writing behind it; the start after that cannot read past it, and throws every
 * database of the origin away without a word. Deleting a database makes it fold its log, after which the torn end is
 * nobody's. Elsewhere this is a few milliseconds for nothing.
 */

/**
 * Always there and always empty: what would have to be made first would be written behind the torn end. Practice and work
 * share it, as they share the log.
 */
const FOLDED = 'go-cua.fold';
/** A browser that answers none of it must not keep anybody from their work: for all of it together. Milliseconds. */
const PATIENCE_MS = 3_000;

let folding: Promise<void> | undefined;

/**
 * Before a page's first write, and again once a handle has died: it may have died writing. Throws what the browser threw
 * where the log could not be folded, since then nothing must be written behind it; the next call tries again.
 */
export function foldLog(): Promise<void> {
  folding ??= fold().catch((thrown: unknown) => {
    folding = undefined;
    throw thrown;
  });
  return folding;
}

export function foldLogAgain(): void {
  folding = undefined;
}

async function fold(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  try {
    await Promise.race([patience, foldThrough()]);
  } finally {
    clearTimeout(timer);
  }
}

async function foldThrough(): Promise<void> {
  await make();
  await settle(() => indexedDB.deleteDatabase(FOLDED));
  await make();
}

const make = (): Promise<void> => settle(() => indexedDB.open(FOLDED, 1));

/** Another page that does the same at this moment folds for both. */
function settle(ask: () => IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = ask();
    request.onsuccess = () => {
      // Deleting has no result.
      (request.result as IDBDatabase | undefined)?.close();
      resolve();
    };
    request.onblocked = () => resolve();
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error ?? new Error('The log could not be folded.'));
    };
  });
}
