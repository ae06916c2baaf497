/** Keeps what a vault needs to be opened again: wraps, the send key, pinned public keys, PIN attempts. Opens none of it. */
import { type VaultDatabase, writeTogether } from './database.ts';

/** Values by name, put together or not at all. */
export async function putKeys(db: VaultDatabase, values: Readonly<Record<string, unknown>>): Promise<void> {
  await writeTogether(db, ['keys'], async () => {
    for (const [name, value] of Object.entries(values)) await db.keys.put(value, name);
  });
}

/** The value as it was put; the caller knows its type by its name. */
export async function findKey<T>(db: VaultDatabase, name: string): Promise<T | undefined> {
  return (await db.keys.get(name)) as T | undefined;
}

export async function deleteKey(db: VaultDatabase, name: string): Promise<void> {
  await writeTogether(db, ['keys'], () => db.keys.delete(name));
}
