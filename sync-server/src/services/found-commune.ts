/** Begins a commune on a server: its row, and what was settled with it. Invites nobody. */
import { randomBytes } from 'node:crypto';
import { bytesToId, type CommuneId } from '#shared/ids';
import type { StoredCommune } from '../storage/rows.ts';
import type { CommuneStore, MetaStore } from '../storage/store.ts';
import { type CommuneFacts, writeCommuneFacts } from './describe-commune.ts';

export interface NewCommune extends CommuneFacts {
  readonly name: string;
  readonly province: string;
  readonly code: string;
  readonly phone: string | null;
}

/** The commune of that code, founded when it is not there yet: asked twice, it is there once. */
export async function foundCommune(
  store: CommuneStore & MetaStore,
  { madeUpPeople, provinceCode, ...place }: NewCommune,
): Promise<StoredCommune> {
  const known = (await store.listCommunes()).find((commune) => commune.code === place.code);
  if (known) return known;
  await writeCommuneFacts(store, { madeUpPeople, provinceCode });
  return store.insertCommune({ id: bytesToId<CommuneId>(randomBytes(16)), ...place });
}
