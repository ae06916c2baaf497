/** Whoever else has a book on this phone, or has lost its PIN: what they saved must not wait for them. Opens none of it. */
import { openTabChannel } from '../platform/tab-channel.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { drainOutboxes } from './drain-outbox.ts';
import { placeUnreadable } from './place-unreadable.ts';
import { DeviceRunner, type TabNews } from './run-device.ts';

interface Others {
  readonly build: string;
  /** Name of the database that sends by itself. */
  readonly open: string;
  /** Those of the others that no PIN opens any more. */
  readonly shut: readonly VaultEntry[];
}

/** Never rejects: what did not go now goes at another start. */
export async function sendForOthers({ build, open, shut }: Others): Promise<void> {
  for (const entry of shut) await placeOf(entry).catch(() => undefined);
  await drainOutboxes(build, open).catch(() => false);
}

async function placeOf({ database }: VaultEntry): Promise<void> {
  const connection = new VaultConnection(database, {
    flushBeforeClosing: async () => undefined,
    closedByNewerVersion: () => undefined,
  });
  const channel = openTabChannel<TabNews>(database);
  const nothing = (): void => undefined;
  const parts = { connection, channel, send: nothing, sendPieces: nothing, wake: nothing };
  const started = await DeviceRunner.start(parts);
  if (started.ok) {
    await placeUnreadable({ connection, runner: started.value });
    started.value.stop();
  }
  channel.close();
  connection.close();
}
