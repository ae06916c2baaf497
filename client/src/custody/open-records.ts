/** The records of an unlocked vault: read into memory, typed on, saved, and joined with what the commune says. */
import type { StorageFault } from '#shared/custody/device-types';
import { ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { Vault } from '../vault/vault-types.ts';
import { Drafts } from './drafts.ts';
import { RecordLoader } from './load-records.ts';
import { PulledWords } from './pulled-words.ts';
import { RecordStore } from './record-store.ts';
import type { DeviceRunner } from './run-device.ts';
import { RecordSaver } from './save-record.ts';

/** What exists only while somebody has unlocked. */
export interface OpenRecords {
  readonly vault: Vault;
  readonly store: RecordStore;
  readonly loader: RecordLoader;
  readonly saver: RecordSaver;
  readonly drafts: Drafts;
}

export interface RecordParts {
  readonly vault: Vault;
  readonly connection: VaultConnection;
  readonly clock: Clock;
}

export async function openRecords(
  parts: RecordParts,
  runner: DeviceRunner,
): Promise<Result<{ readonly records: OpenRecords; readonly pulledWords: PulledWords }, StorageFault>> {
  const { vault, connection, clock } = parts;
  const store = new RecordStore();
  const loader = new RecordLoader({ store, vault, connection });
  const saver = new RecordSaver({ runner, store, loader, vault, connection, clock });
  const drafts = new Drafts({ runner, store, saver, clock });
  const pulledWords = new PulledWords({ runner, store, loader, vault });
  const loaded = await loader.loadRecords();
  if (!loaded.ok) return loaded;
  return ok({ records: { vault, store, loader, saver, drafts }, pulledWords });
}
