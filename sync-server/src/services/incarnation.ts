/** Which life of the store this is: the same name in the database and in a file beside it, or the store was put back. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getStartOfLife } from '#shared/custody/server';
import { bytesToBase64Url, idToBytes, isId } from '#shared/ids';
import type { LaterLife, MetaStore } from '../storage/store.ts';
import { findRevoked, listEndedDelegations } from './decisions.ts';

export interface Incarnation {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** After a restore the first act at the portal is always a question. */
  readonly bornOfRestore: boolean;
}

/** Outside every backup. */
const FILE = 'incarnation';
const ERA = 'era';
const LIFE = 'life';

/**
 * A database file that was put back, by whatever means, is behind the file beside it and is given a new name, so that
 * every device offers again what it kept. `now`: the server's clock, milliseconds; a new life counts on from there.
 */
export async function openIncarnation(store: MetaStore, dataDir: string, now: number): Promise<Incarnation> {
  const inside = await store.findMeta('incarnation');
  if (
    inside !== undefined &&
    isId(inside) &&
    isSameLife(inside, await readCount(store, ERA), readBeside(dataDir))
  ) {
    await advanceEra(store, dataDir);
    return { id: idToBytes(inside), bornOfRestore: (await store.findMeta('bornOfRestore')) === 'yes' };
  }
  const isRestored = inside !== undefined;
  const id = bytesToBase64Url(randomBytes(16));
  const restored = isRestored ? await describeLife(store, dataDir, now) : null;
  await store.beginIncarnation({ id, restored });
  await advanceEra(store, dataDir);
  return { id: idToBytes(id), bornOfRestore: isRestored };
}

/** What was decided meanwhile is decided; a life is counted on from the highest that either side knows. */
async function describeLife(store: MetaStore, dataDir: string, now: number): Promise<LaterLife> {
  const life = 1 + Math.max(await readCount(store, LIFE), readBeside(dataDir)?.life ?? 0);
  const findStart = (seq: number): number => getStartOfLife(seq, now);
  const endedDelegations = listEndedDelegations(dataDir);
  return { life, findStart, revoked: findRevoked(dataDir) ?? [], endedDelegations, at: now };
}

/** Said before a restore: whatever the copy says, it begins a new life. Which life it was is kept. */
export function endIncarnation(dataDir: string): void {
  const beside = readBeside(dataDir);
  if (beside) writeBeside(dataDir, { ...beside, id: '-' });
}

/**
 * Counts on, in the database first and beside it second, at every start and after every backup: whatever copy is put
 * back later says less than the file beside it.
 */
export async function advanceEra(store: MetaStore, dataDir: string): Promise<void> {
  const era = (await readCount(store, ERA)) + 1;
  await store.setMeta(ERA, String(era));
  const id = (await store.findMeta('incarnation')) ?? '-';
  writeBeside(dataDir, { id, era, life: await readCount(store, LIFE) });
}

async function readCount(store: MetaStore, key: string): Promise<number> {
  return Number((await store.findMeta(key)) ?? 0);
}

interface Beside {
  readonly id: string;
  readonly era: number;
  /** How often the store was put back. */
  readonly life: number;
}

function readBeside(dataDir: string): Beside | undefined {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  const [id = '', era = '', life = '0'] = readFileSync(path, 'utf8').trim().split(' ');
  return { id, era: Number(era), life: Number(life) };
}

function writeBeside(dataDir: string, { id, era, life }: Beside): void {
  const path = join(dataDir, FILE);
  writeFileSync(`${path}.new`, `${id} ${era} ${life}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** A crash between the two writes leaves the database one ahead: that is no restore. */
function isSameLife(inside: string, era: number, beside: Beside | undefined): boolean {
  return beside?.id === inside && era >= beside.era;
}
