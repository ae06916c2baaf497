import { beforeEach, expect, it } from 'vitest';
import { bytesToId, type RecordId } from '#shared/ids';
import { createSessionRig, enrolRig, getOpenDevice, type SessionRig } from '../../e2e/rig/session-rig.ts';
import { readDeviceDisk } from '../storage/device-disk.ts';
import { deleteKey } from '../storage/keep-keys.ts';
import { readLockedEntries } from '../storage/keep-locked-entries.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import type { DeviceSession } from './device-session.ts';
import { LockedCapture } from './locked-capture.ts';
import { readLockedStanding } from './locked-standing.ts';

const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };
const CITIZEN = bytesToId<RecordId>(new Uint8Array(16).fill(1));
const CONSENT = bytesToId<RecordId>(new Uint8Array(16).fill(2));
const ENTRY = bytesToId(new Uint8Array(16).fill(3));

let rig: SessionRig;
let entry: VaultEntry;
let session: DeviceSession;

beforeEach(async () => {
  rig = await createSessionRig();
  session = await rig.openSession();
  await enrolRig(session);
  ({ entry } = getOpenDevice(session));
  await expect.poll(async () => (await readLockedStanding(entry)).canWrite).toBe(true);
});

async function lock(): Promise<void> {
  await session.lock();
  session = await rig.openSession();
  expect(session.getSnapshot().state).toBe('locked');
}

async function writeLocked(): Promise<void> {
  const capturing = new LockedCapture(entry, async () => undefined);
  const patches = [
    { record: CITIZEN, collection: 'citizen', patch: { fullName: 'Nông Thị Thử' } },
    { record: CONSENT, collection: 'consent', patch: { citizen: CITIZEN } },
  ];
  expect((await capturing.keep({ entry: ENTRY, content: '{}', patches, at: 1 })).ok).toBe(true);
  capturing.close();
}

/** What is here: how many entries nobody has confirmed, and what has a place. */
async function look(): Promise<{ entries: number; queued: readonly RecordId[]; slots: number }> {
  const connection = new VaultConnection(entry.database, QUIET);
  const found = await connection.run(async (db) => ({
    entries: (await readLockedEntries(db)).length,
    disk: await readDeviceDisk(db),
  }));
  connection.close();
  if (!found.ok) throw new Error(found.error);
  const { queue, slots } = found.value.disk;
  return {
    entries: found.value.entries,
    queued: queue.map(({ record }) => record),
    slots: Object.keys(slots).length,
  };
}

/** As ten wrong PINs do it; then the page is opened again. */
async function shutAndReopen(): Promise<void> {
  const connection = new VaultConnection(entry.database, QUIET);
  expect((await connection.run((db) => deleteKey(db, 'wraps'))).ok).toBe(true);
  connection.close();
  session = await rig.openSession();
}

it('gives what was written while locked its place once no PIN opens the vault any more, each thing once', async () => {
  await lock();
  await writeLocked();
  const before = (await look()).queued.length;
  await shutAndReopen();
  await expect.poll(look).toEqual({ entries: 0, slots: 0, queued: expect.anything() });
  const { queued } = await look();
  expect(queued.slice(before)).toEqual([CITIZEN, CONSENT]);
  session = await rig.openSession();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await look()).queued).toEqual(queued);
});

it('leaves it to be confirmed as long as a PIN opens the vault', async () => {
  await lock();
  await writeLocked();
  const before = await look();
  session = await rig.openSession();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await look()).toEqual(before);
  expect(before.entries).toBe(1);
});
