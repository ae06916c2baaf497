/** Which life of the store this is: the same name in the database and in a file beside it, or the store was put back. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESTORE_JUMP } from '#shared/custody/server';
import { bytesToBase64Url, idToBytes, isId } from '#shared/ids';
import type { MetaStore } from '../storage/store.ts';

export interface Incarnation {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** After a restore the first act at the portal is always a question. */
  readonly bornOfRestore: boolean;
}

const FILE = 'incarnation';

/**
 * A database file that was put back, by whatever means, disagrees with the file beside it and is given a new name, so
 * that every device offers again what it kept. `onReborn` is called before the new name is in force.
 */
export async function openIncarnation(
  store: MetaStore,
  dataDir: string,
  onReborn: () => Promise<void>,
): Promise<Incarnation> {
  const path = join(dataDir, FILE);
  const beside = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  const inside = await store.findMeta('incarnation');
  if (inside !== undefined && inside === beside && isId(inside)) {
    return { id: idToBytes(inside), bornOfRestore: (await store.findMeta('bornOfRestore')) === 'yes' };
  }
  const isRestored = inside !== undefined;
  if (isRestored) await onReborn();
  const id = bytesToBase64Url(randomBytes(16));
  await store.beginIncarnation({ id, isRestored, jump: RESTORE_JUMP });
  writeFileSync(`${path}.new`, `${id}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return { id: idToBytes(id), bornOfRestore: isRestored };
}
