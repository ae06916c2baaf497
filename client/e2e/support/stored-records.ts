/** Which records a phone holds, sealed or not: their random ids are all that can be read, and more of them is somebody more. */
import type { Page } from '@playwright/test';

/** Ids of every row of the vault and of everything that waits to be sent, sorted; empty only without a vault. */
export async function listStoredRecords(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const found = new Set<string>();
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name));
      for (const store of ['records', 'outbox']) {
        if (!db.objectStoreNames.contains(store)) continue;
        const rows = await settle(db.transaction(store).objectStore(store).getAll());
        for (const { record } of rows as { record: string }[]) found.add(record);
      }
      db.close();
    }
    return [...found].sort();
  });
}
