/** Puts the parts of one open vault together: locked, it only sends; unlocked, it also reads, types and pulls. */
import type { StorageFault } from '#shared/custody/device-types';
import { describeProgress } from '#shared/custody/progress-marker';
import { findBase64UrlBytes } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import { openTabChannel, type TabChannel } from '../platform/tab-channel.ts';
import { watchPage } from '../platform/page-life.ts';
import { askToBeWoken } from '../platform/wake-later.ts';
import { enterTabs } from '../platform/tab-presence.ts';
import { dropOrphanPieces } from '../storage/keep-pieces.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { noteProgress, type VaultEntry } from '../storage/vault-registry.ts';
import { signBytes } from '../vault/send-key.ts';
import type { Vault } from '../vault/vault-types.ts';
import { countWaiting, readHeartbeat } from './heartbeat.ts';
import { LineSpeed } from './line-speed.ts';
import { NoncePurse } from './nonce-purse.ts';
import type { OpenRecords } from './open-records.ts';
import { DeviceRunner, type TabNews } from './run-device.ts';
import { AttachmentSender } from './send-attachments.ts';
import { Sender } from './sender.ts';
import type { StoredKeys } from './stored-keys.ts';
import { refillNonce, type TransportParts } from './transport.ts';

export interface WorkParts {
  readonly entry: VaultEntry;
  readonly connection: VaultConnection;
  readonly keys: Pick<StoredKeys, 'sendKey' | 'pinned'> & Partial<Pick<StoredKeys, 'isStopped'>>;
  readonly clock: Clock;
  /** Name of this build, for the heartbeat. */
  readonly build: string;
  /** Unlocked, and knowing the server's sealing key; undefined while locked. */
  readonly vault?: Vault | undefined;
}

export type { OpenRecords };

export interface DeviceWork {
  readonly runner: DeviceRunner;
  readonly sender: Sender;
  readonly attachments: AttachmentSender;
  readonly transport: TransportParts;
  readonly records: OpenRecords | undefined;
  /** Ends timers and listening; saves nothing. */
  readonly stop: () => void;
}

export async function startWork(parts: WorkParts): Promise<Result<DeviceWork, StorageFault>> {
  const { connection, entry, vault } = parts;
  // Of no use to a locked phone, which is all that the start screen needs.
  const records = vault && (await import('./open-records.ts'));
  const channel = openTabChannel<TabNews>(entry.database);
  const late: { sender?: Sender; attachments?: AttachmentSender } = {};
  const started = await DeviceRunner.start({
    connection,
    channel,
    send: (effect) => void late.sender?.send(effect),
    sendPieces: ({ missing }) => void late.attachments?.sendMissing(missing),
    wake: (at) => late.sender?.wake(at),
  });
  if (!started.ok) {
    channel.close();
    return started;
  }
  const runner = started.value;
  const transport = createTransport(parts, runner);
  const attachments = new AttachmentSender({
    ...transport,
    refillNonce: () => refillNonce(transport),
    roundDone: () => void late.sender?.ask({ poll: true, urgent: true }),
  });
  late.attachments = attachments;
  const opened = vault && (await records?.openRecords({ ...parts, vault }, runner));
  if (opened && !opened.ok) {
    channel.close();
    return opened;
  }
  const open = opened?.value.records;
  late.sender = new Sender({
    transport,
    attachments,
    clock: parts.clock,
    pulledWords: opened?.value.pulledWords,
    flushDrafts: open && (() => open.drafts.flushNow()),
  });
  const note = (): void => noteProgress(entry, describeProgress(runner.disk));
  runner.listen({ queued: note, moved: note });
  note();
  const stopWatching = askWhileWaiting(runner);
  // Only an open vault keeps scans, so that one that is open alone is not in the middle of keeping any.
  const leaveTabs = await (vault && enterTabs(`${entry.database}.open`, () => dropOrphans(connection)));
  await attachments.readUnsent();
  // Not even asking: the server's answer would acknowledge places that were given to something else.
  if (!parts.keys.isStopped && parts.keys.sendKey) late.sender.start(runner);
  return ok(
    joinWork({
      ...{ runner, transport, attachments, sender: late.sender, records: open, channel },
      leave: () => {
        stopWatching();
        leaveTabs?.();
      },
    }),
  );
}

/** What waits may be sent without this page: asked for at its start, and at the last moment that a phone promises. */
function askWhileWaiting(runner: DeviceRunner): () => void {
  const ask = (): void => void (countWaiting(runner.disk) > 0 && askToBeWoken());
  ask();
  return watchPage({ hidden: ask });
}

/** A disk that refuses keeps what nobody needs: no harm. */
async function dropOrphans(connection: VaultConnection): Promise<void> {
  await connection.run(dropOrphanPieces);
}

interface JoinedParts extends Omit<DeviceWork, 'stop'> {
  readonly channel: TabChannel<TabNews>;
  readonly leave: () => void;
}

function joinWork(joined: JoinedParts): DeviceWork {
  const { channel, leave, ...work } = joined;
  return {
    ...work,
    stop: () => {
      work.records?.drafts.stop();
      work.sender.stop();
      work.runner.stop();
      channel.close();
      leave();
    },
  };
}

async function signWith(pair: CryptoKeyPair | undefined, bytes: Uint8Array): Promise<Uint8Array> {
  if (!pair) throw new Error('A database that was built again signs nothing before its PIN.');
  return signBytes(pair.privateKey, bytes);
}

function createTransport(parts: WorkParts, runner: DeviceRunner): TransportParts {
  const { entry, connection, keys, clock, build, vault } = parts;
  const answerKey = findBase64UrlBytes(keys.pinned.answerKey);
  if (!answerKey) throw new Error('The pinned answer key is not one.');
  return {
    device: entry.device,
    connection,
    answerKey,
    sendSigner: { key: 'send', sign: (bytes) => signWith(keys.sendKey, bytes) },
    findReadSigner: () => vault && { key: 'read', sign: (bytes) => vault.signRead({ bytes }) },
    readHeartbeat: () => readHeartbeat(runner.disk, clock, build),
    nonces: new NoncePurse(entry.vaultId),
    line: new LineSpeed(),
  };
}
