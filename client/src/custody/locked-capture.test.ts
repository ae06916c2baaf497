import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDictionary } from '#data/dictionary';
import { bytesToId, type RecordId } from '#shared/ids';
import { itemBinding } from '#shared/model/envelope';
import { inflateOperation, openSealed } from '../../e2e/open-sealed.ts';
import { setSealingKey } from '../../e2e/rig/answering-server.ts';
import {
  createSessionRig,
  enrolRig,
  getOpenDevice,
  RIG_PIN,
  type SessionRig,
} from '../../e2e/rig/session-rig.ts';
import { deleteKey } from '../storage/keep-keys.ts';
import { readLockedEntries } from '../storage/keep-locked-entries.ts';
import type { LockedEntryRow } from '../storage/stored-rows.ts';
import { VaultConnection } from '../storage/vault-connection.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import type { DeviceSession } from './device-session.ts';
import { LockedCapture, type LockedWriting } from './locked-capture.ts';
import { LockedDraft } from './locked-draft.ts';
import type { LockedEntries } from './locked-entries.ts';
import { readLockedStanding } from './locked-standing.ts';

const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };
const CITIZEN = bytesToId<RecordId>(new Uint8Array(16).fill(1));
const ENTRY = bytesToId(new Uint8Array(16).fill(2));
const commune = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const communeKey = commune.publicKey
  .export({ format: 'der', type: 'spki' })
  .subarray(26)
  .toString('base64url');

let rig: SessionRig;
let entry: VaultEntry;

const write = (fullName: string, name = ENTRY): LockedWriting => ({
  entry: name,
  content: JSON.stringify({ fullName }),
  patches: [{ record: CITIZEN, collection: 'citizen', patch: { fullName } }],
  at: 1_790_000_000_000,
});

async function lockedSession(): Promise<DeviceSession> {
  const session = await rig.openSession();
  const snapshot = session.getSnapshot();
  if (snapshot.state !== 'locked') throw new Error(`The device is ${snapshot.state}.`);
  entry = snapshot.entry;
  return session;
}

async function readRows(): Promise<readonly LockedEntryRow[]> {
  const connection = new VaultConnection(entry.database, QUIET);
  const rows = await connection.run(readLockedEntries);
  connection.close();
  return rows.ok ? rows.value : [];
}

async function capture(...writings: readonly LockedWriting[]): Promise<void> {
  const capturing = new LockedCapture(entry, async () => undefined);
  for (const one of writings) expect(await capturing.keep(one)).toEqual({ ok: true, value: undefined });
  capturing.close();
}

/** What was written down locked, as the unlocked phone has loaded it. */
async function unlock(session: DeviceSession): Promise<LockedEntries> {
  expect((await session.unlock(RIG_PIN)).ok).toBe(true);
  const { locked } = getOpenDevice(session);
  await locked.load();
  return locked;
}

/** One tab goes on writing what the other one, unlocked, has loaded. */
async function captureBesideUnlocked() {
  const session = await lockedSession();
  const capturing = new LockedCapture(entry, async () => undefined);
  expect((await capturing.keep(write('Ví'))).ok).toBe(true);
  const locked = await unlock(session);
  return { session, capturing, locked };
}

/** One phone for all of them: deriving a key is slow on purpose. */
beforeAll(async () => {
  rig = await createSessionRig();
  setSealingKey(communeKey);
  const session = await rig.openSession();
  await enrolRig(session);
  ({ entry } = getOpenDevice(session));
  await waitForOffer();
  await session.lock();
}, 60_000);
beforeEach(async () => {
  const connection = new VaultConnection(entry.database, QUIET);
  await connection.run((db) => db.lockedEntries.clear());
  connection.close();
});

describe('a phone that is locked', () => {
  it('writes somebody down and cannot read it; under the PIN it waits for a person', async () => {
    const session = await lockedSession();
    await capture(write('Zịmvẫng'));
    expect(await readLockedStanding(entry)).toEqual({ canWrite: true, waiting: 1, hasHalfWritten: false });
    const [row] = await readRows();
    const clear = new TextDecoder('latin1').decode(row?.sealed);
    expect(clear).not.toContain('fullName');

    const locked = await unlock(session);
    const content = JSON.stringify({ fullName: 'Zịmvẫng' });
    expect(locked.getSnapshot()).toEqual({
      entries: [{ entry: ENTRY, content, isDecided: false }],
      damaged: 0,
    });
    expect(await locked.drop(ENTRY)).toEqual({ ok: true, value: undefined });
    expect(await readRows()).toEqual([]);
    await session.lock();
  });

  it('keeps the last word of an entry, in the order of writing', async () => {
    await lockedSession();
    const capturing = new LockedCapture(entry, async () => undefined);
    await Promise.all(['một', 'hai', 'ba'].map((name) => capturing.keep(write(name))));
    capturing.close();
    expect(openForCommune(await readRows())).toMatchObject({ patch: { fullName: 'ba' } });
  });

  it('loses no word of whoever writes on when another tab has looked through or confirmed it', async () => {
    const { session, capturing, locked } = await captureBesideUnlocked();
    expect((await locked.amend(ENTRY, 'mended')).ok).toBe(true);
    expect((await capturing.keep(write('Ví Dụ'))).ok).toBe(true);
    expect(await readRows()).toHaveLength(2);

    expect((await locked.decide(ENTRY, 'confirmed')).ok).toBe(true);
    expect(await locked.carryOut(ENTRY, async () => true)).toBe(true);
    expect((await capturing.keep(write('Ví Dụ Hai'))).ok).toBe(true);
    const [row, ...others] = await readRows();
    expect(others).toEqual([]);
    expect(row?.entry).not.toBe(ENTRY);
    // Of the same person: whoever confirms it goes on in the same record.
    expect(openForCommune(row ? [row] : [])).toMatchObject({
      record: CITIZEN,
      patch: { fullName: 'Ví Dụ Hai' },
    });
    capturing.close();
    await session.lock();
  });

  it('brings nothing back that another tab has confirmed, though it was kept a moment before', async () => {
    const { session, capturing, locked } = await captureBesideUnlocked();
    expect((await locked.decide(ENTRY, 'confirmed')).ok).toBe(true);
    expect(await capturing.drop(ENTRY)).toEqual({ ok: false, error: 'takenOver' });
    expect(await readRows()).toHaveLength(1);
    // Nothing new was written: keeping the same words once more brings no second entry.
    expect(await locked.carryOut(ENTRY, async () => true)).toBe(true);
    expect((await capturing.keep(write('Ví'))).ok).toBe(true);
    expect(await readRows()).toEqual([]);
    capturing.close();
    await session.lock();
  });

  it('seals the same to the commune, which opens it', async () => {
    await lockedSession();
    await capture(write('Quỗcxơ'));
    const { base, ...operation } = openForCommune(await readRows());
    expect(base).toBe(0);
    expect(operation).toEqual({
      collection: 'citizen',
      record: CITIZEN,
      patch: { fullName: 'Quỗcxơ' },
      at: 1_790_000_000_000,
    });
  });

  it('says of an entry that does not open that it is there, and keeps it', async () => {
    const session = await lockedSession();
    await capture(write('Ví Dụ'));
    const connection = new VaultConnection(entry.database, QUIET);
    await connection.run(async (db) => {
      await db.lockedEntries.update(ENTRY, { sealed: new Uint8Array(60) });
    });
    const locked = await unlock(session);
    expect(locked.getSnapshot()).toEqual({ entries: [], damaged: 1 });
    expect(await readRows()).toHaveLength(1);
    connection.close();
    await session.lock();
  });

  it('saves what is typed by itself, and leaves nothing of what was dropped', async () => {
    await lockedSession();
    const capturing = new LockedCapture(entry, async () => undefined);
    const draft = new LockedDraft({ capture: capturing, clock: rig.clock });
    draft.edit(write('Ví'));
    draft.edit(write('Ví Dụ'));
    expect(await readRows()).toEqual([]);
    rig.clock.advance(3_000);
    await draft.flush();
    await waitUntilRows(1);
    expect(openForCommune(await readRows())).toMatchObject({ patch: { fullName: 'Ví Dụ' } });
    draft.edit(write('Ví Dụ Hai'));
    expect(await draft.discard(ENTRY)).toEqual({ ok: true, value: undefined });
    rig.clock.advance(60_000);
    expect(await readRows()).toEqual([]);
    draft.stop();
    capturing.close();
  });

  it('offers no writing before somebody of a team has unlocked, nor when the PIN opens nothing any more', async () => {
    await lockedSession();
    const connection = new VaultConnection(entry.database, QUIET);
    await connection.run((db) => deleteKey(db, 'lockedWriteKey'));
    expect((await readLockedStanding(entry)).canWrite).toBe(false);
    const capturing = new LockedCapture(entry, async () => undefined);
    expect(await capturing.keep(write('Ví Dụ'))).toEqual({ ok: false, error: 'checkFailed' });
    capturing.close();

    const session = await lockedSession();
    expect((await session.unlock(RIG_PIN)).ok).toBe(true);
    await waitForOffer();
    await session.lock();
    await connection.run((db) => deleteKey(db, 'wraps'));
    expect((await readLockedStanding(entry)).canWrite).toBe(false);
    connection.close();
  });
});

async function waitForOffer(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await readLockedStanding(entry)).canWrite) return;
  }
  throw new Error('Writing while locked was not offered.');
}

async function waitUntilRows(count: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) if ((await readRows()).length === count) return;
  throw new Error('The entry was not kept.');
}

interface OpenedOperation {
  readonly base: number;
}

function openForCommune([row]: readonly LockedEntryRow[]): OpenedOperation {
  const item = row?.forCommune[0];
  if (!item) throw new Error('Nothing was sealed to the commune.');
  const { opId, keyId, dictVersion, sealed, encapsulationBytes } = item;
  const binding = itemBinding({ device: entry.device, keyId, opId, dictVersion });
  const packed = openSealed(commune.privateKey, { encapsulation: encapsulationBytes, sealed, binding });
  const dictionary = findDictionary(dictVersion) ?? new Uint8Array();
  return JSON.parse(inflateOperation(packed, dictionary)) as OpenedOperation;
}
