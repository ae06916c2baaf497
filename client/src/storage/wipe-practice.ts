/** Takes everything of practice off this phone, and nothing else. Practice pages that are open let go of it by themselves. */

const PRACTICE = 'go-cua-practice';
export const COMMUNE_DATABASE = `${PRACTICE}-commune`;
/** The registry's name is the bare one; a vault's random name stands in its marker. */
const FIXED = [PRACTICE, COMMUNE_DATABASE];
/** A database that another tab holds on to is deleted when that one is closed; nobody waits for it. */
const PATIENCE_MS = 3_000;

export async function wipePractice(): Promise<void> {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  const ours = keys.filter((key) => key.startsWith(`${PRACTICE}.`));
  const names = [...FIXED, ...ours.flatMap(findDatabase), ...(await listDatabases())];
  const gone = Promise.all([...new Set(names)].map(deleteDatabase));
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  for (const key of ours) localStorage.removeItem(key);
}

/** Browsers of 2023 need not be able to tell. */
async function listDatabases(): Promise<string[]> {
  const { databases } = indexedDB as { databases?: IDBFactory['databases'] };
  const known = databases ? await databases.call(indexedDB) : [];
  return known.flatMap(({ name }) => (name?.startsWith(`${PRACTICE}-`) ? [name] : []));
}

function findDatabase(key: string): string[] {
  try {
    const marker = JSON.parse(localStorage.getItem(key) ?? '') as { readonly database?: unknown };
    return typeof marker.database === 'string' ? [marker.database] : [];
  } catch {
    return [];
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
}
