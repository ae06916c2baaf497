import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnsweringServer } from '../../e2e/rig/answering-server.ts';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  type RigVault,
  rigRecord,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { setFull } from '../../e2e/rig/full-disk.ts';
import { NGUYEN, typeNguyen } from '../../e2e/rig/person-rig.ts';
import { answerRig } from '../../e2e/rig/sending-rig.ts';
import type { CommuneId } from '#shared/ids';
import { createOfficeMemory } from './office-memory.ts';
import { openRescue, type OpenedRescue } from './read-rescue.ts';
import { writeRescue } from './write-rescue.ts';

const VAULT = rigRecord(40) as string;
const OTHER_VAULT = rigRecord(41) as string;
const COMMUNE = rigRecord(42) as string as CommuneId;
const OTHER_COMMUNE = rigRecord(43) as string as CommuneId;

let rig: RigVault;
let server: AnsweringServer;
let name = '';
let tab: RigTab;
let open: () => Promise<RigTab>;

beforeAll(async () => {
  rig = await createRigVault();
});

beforeEach(async () => {
  name = await createRigDatabase();
  const sending = await answerRig(rig);
  ({ server } = sending);
  open = () => openRigTab(name, rig.vault, sending.keys);
  tab = await open();
  return () => setFull(false);
});

interface Whose {
  readonly vaultId?: string;
  readonly commune?: CommuneId;
}

async function write(on = tab): Promise<string> {
  const { transport } = on.work;
  const text = await writeRescue({ ...on, transport, vaultId: VAULT, commune: COMMUNE });
  if (text === undefined) throw new Error('Nothing was written.');
  return text;
}

async function read(text: string, { vaultId = VAULT, commune = COMMUNE }: Whose = {}) {
  const { connection, work } = tab;
  const memory = createOfficeMemory({ vault: rig.vault, vaultId, connection });
  const { transport } = work;
  return openRescue({ ...tab, vaultId, commune, memory, transport }, new Blob([text]));
}

async function readOwn(text: string): Promise<OpenedRescue> {
  const opened = await read(text);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** Typed on a full disk, written out, and the page dies with it. */
async function loseNguyen(hold = false): Promise<string> {
  setFull(true);
  if (hold) tab.drafts.hold(NGUYEN);
  typeNguyen(tab, { fullName: 'Lò Thị Hoa', phone: '0912345678' });
  await tab.drafts.flushNow();
  const text = await write();
  setFull(false);
  await die();
  return text;
}

async function die(): Promise<void> {
  tab.work.stop();
  tab.connection.close();
  tab = await open();
}

describe('a rescue file', () => {
  it('names nobody in clear, and brings back as drafts what the page took with it', async () => {
    const text = await loseNguyen();
    const bytes = Buffer.from(text.split('\n').slice(2).join(''), 'base64url').toString('latin1');
    for (const word of ['Hoa', '0912345678', 'fullName', 'citizen']) expect(text + bytes).not.toContain(word);
    expect(tab.store.findRecord(NGUYEN)).toBeUndefined();
    const opened = await readOwn(text);
    expect(opened).toMatchObject({ isOwn: true, missing: 1, differing: 0 });
    expect(await opened.bringBack({ evenDiffering: false })).toEqual({ isDone: true });
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò Thị Hoa', phone: '0912345678' });
    await die();
    expect(tab.store.findRecord(NGUYEN)?.values).toMatchObject({ fullName: 'Lò Thị Hoa' });
  });

  it('is spent once all of it is saved, and not before', async () => {
    const text = await loseNguyen();
    setFull(true);
    expect(await (await readOwn(text)).bringBack({ evenDiffering: false })).toEqual({ isDone: false });
    setFull(false);
    expect(await (await readOwn(text)).bringBack({ evenDiffering: false })).toEqual({ isDone: true });
    expect(await read(text)).toEqual({ ok: false, error: 'spent' });
  });

  it('comes over nothing that was changed here since, unless a person says so', async () => {
    typeNguyen(tab, { fullName: 'Lò', hamlet: 'Đông' });
    await tab.drafts.finishAll();
    const text = await loseNguyen();
    typeNguyen(tab, { fullName: 'Lò Thị Mai' });
    await tab.drafts.flushNow();
    const opened = await readOwn(text);
    expect(opened).toMatchObject({ missing: 1, differing: 1 });
    await opened.bringBack({ evenDiffering: false });
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({
      fullName: 'Lò Thị Mai',
      phone: '0912345678',
      hamlet: 'Đông',
    });
    await opened.bringBack({ evenDiffering: true });
    expect(tab.store.findRecord(NGUYEN)?.values['fullName']).toBe('Lò Thị Hoa');
  });

  it('does not bring back by itself somebody who was on this phone and is gone from it', async () => {
    typeNguyen(tab, { fullName: 'Lò' });
    await tab.drafts.flushNow();
    const text = await loseNguyen();
    await tab.connection.run((db) => db.records.delete(NGUYEN));
    await die();
    expect(await readOwn(text)).toMatchObject({ missing: 0, differing: 2 });
  });

  it('holds again whoever could still refuse', async () => {
    const text = await loseNguyen(true);
    await (await readOwn(text)).bringBack({ evenDiffering: false });
    expect(tab.runner.disk.slots[NGUYEN]?.unconfirmed).toBe(true);
  });

  it('is the same when it is two months old', async () => {
    const text = await loseNguyen();
    tab.clock.advance(60 * 86_400_000);
    const opened = await readOwn(text);
    expect(tab.clock.wall() - (opened.at ?? 0)).toBeGreaterThanOrEqual(60 * 86_400_000);
    expect(await opened.bringBack({ evenDiffering: false })).toEqual({ isDone: true });
  });

  it('is refused in words when it is cut short, altered, strange, newer, too large or another commune’s', async () => {
    const text = await loseNguyen();
    const altered = text.replace(/.(?=\n$)/, (last) => (last === 'A' ? 'B' : 'A'));
    const cases: [string, string][] = [
      [text.slice(0, text.length / 2), 'broken'],
      [text.slice(0, 60), 'broken'],
      [altered, 'broken'],
      ['', 'strange'],
      ['Danh sách bà con', 'strange'],
      [text.replace('gc-rescue 1', 'gc-rescue 2'), 'newer'],
      ['x'.repeat(9 * 1024 * 1024), 'tooLarge'],
    ];
    for (const [given, error] of cases) expect(await read(given)).toEqual({ ok: false, error });
    const commune = OTHER_COMMUNE;
    expect(await read(text, { commune })).toEqual({ ok: false, error: 'otherCommune' });
  });

  it('survives the line ends and blanks that sending it puts in', async () => {
    const text = await loseNguyen();
    expect((await read(`﻿${text.replaceAll('\n', '\r\n')}\r\n`)).ok).toBe(true);
  });
});

describe('another book’s rescue file', () => {
  it('is read by nobody here, and carried to the commune under its own signature', async () => {
    const text = await loseNguyen();
    const opened = await read(text, { vaultId: OTHER_VAULT });
    if (!opened.ok) throw new Error(opened.error);
    expect(opened.value).toMatchObject({ isOwn: false, at: undefined, missing: 1 });
    server.answerUnplaced = () => null;
    expect(await opened.value.bringBack({ evenDiffering: false })).toEqual({ isDone: true });
    const [carried] = server.requests.flatMap(({ request }) => request.unplaced ?? []);
    expect(carried?.signature?.length).toBe(64);
    expect(tab.store.findRecord(NGUYEN)).toBeUndefined();
  });

  it('says why the commune has not taken it', async () => {
    const opened = await read(await loseNguyen(), { vaultId: OTHER_VAULT });
    if (!opened.ok) throw new Error(opened.error);
    server.answerUnplaced = () => 'overtaken';
    expect(await opened.value.bringBack({ evenDiffering: false })).toEqual({
      isDone: false,
      refusedAs: 'overtaken',
    });
    globalThis.fetch = () => Promise.reject(new TypeError('no signal'));
    expect(await opened.value.bringBack({ evenDiffering: false })).toMatchObject({ fault: 'unreachable' });
  });

  it('holds nothing for the commune of somebody who could still refuse', async () => {
    const opened = await read(await loseNguyen(true), { vaultId: OTHER_VAULT });
    expect(opened).toMatchObject({ ok: true, value: { missing: 0 } });
  });
});

it('is not written where nothing is in memory only', async () => {
  await waitUntil(() => !tab.runner.isSending);
  const { transport } = tab.work;
  expect(await writeRescue({ ...tab, transport, vaultId: VAULT, commune: COMMUNE })).toBeUndefined();
});
