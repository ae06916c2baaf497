import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '#data/words';
import { type EnrolRequest, enrolReply } from '#shared/contracts/enrolment';
import { bytesToBase64Url, bytesToId, type DeviceId, findBase64UrlBytes, type MemberId } from '#shared/ids';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openServer } from '../../../fixtures/devices/open-servers.ts';
import { findKeyRing, type KeyRing, makeKeyFiles } from '../protection/key-ring.ts';
import { toRawPoint } from '../protection/p256.ts';
import { writeCommuneFacts } from './describe-commune.ts';
import { createTryLimiters, enrolDevice, type Enroller } from './enrol-device.ts';
import { inviteMember } from './invite-member.ts';

const INCARNATION = bytesToId(new Uint8Array(16).fill(9));
const TEN_MINUTES = 10 * 60_000;

function getKeys(): KeyRing {
  const keys = findKeyRing(makeKeyFiles());
  if (!keys) throw new Error('Fresh keys cannot be read.');
  return keys;
}

function makePoint(): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return bytesToBase64Url(toRawPoint(publicKey));
}

function makeRequest(code: string): EnrolRequest {
  return { code, sendKey: makePoint(), readKey: makePoint(), deviceName: 'Máy thử', build: 'test' };
}

afterEach(closeServers);

async function openCommune() {
  const server = await openServer();
  const { store, keys, clock, now } = server;
  const commune = await server.makeCommune('xã Ví Dụ');
  await writeCommuneFacts(store, { madeUpPeople: true, provinceCode: '46' });
  const enroller: Enroller = { store, keys, incarnation: INCARNATION, limiters: createTryLimiters(), now };
  const order = { role: 'volunteer', name: 'Nguyễn Thị Ví Dụ', hamlet: 'Thôn Mẫu', madeBy: null } as const;
  const invite = (lasts: 'screen' | 'named' = 'screen') =>
    inviteMember({ store, keys, now }, { ...order, lasts, communeN: commune.n });
  const enrol = (request: EnrolRequest, address = '2001:db8::1') =>
    enrolDevice(enroller, { request, address });
  return { store, keys, clock, commune, invite, enrol, enroller };
}

const refused = (error: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ error }) });

describe('joining again', () => {
  it('is told by number how far the commune has the phones that the same member had before, and nobody else’s', async () => {
    const { enrol, invite, store, commune, enroller, keys, clock } = await openCommune();
    const first = await enrol(makeRequest((await invite()).code));
    if (!first.ok) throw new Error(first.error.error);
    expect(first.value.former).toEqual([]);
    const device = await store.findDevice(first.value.device as DeviceId);
    if (!device) throw new Error('It has not joined.');
    store.applyBatch((tx) =>
      tx.setProgress(device.n, { lastSeq: 41, forked: false, head: new Uint8Array(32) }),
    );
    const said = { lastSeenAt: 1, saidSeq: 44, saidPending: 3, saidOldestAge: 9 };
    await store.setHeartbeat(device.n, { ...said, saidStorageLeft: -1, saidClockOffset: 0, build: 'test' });
    clock.now += 1_000;
    const again = await enrol(makeRequest((await invite()).code));
    expect(again).toMatchObject({ ok: true, value: { former: [{ device: device.id, upTo: 41, said: 44 }] } });
    const other = { role: 'volunteer', name: 'Người khác', hamlet: null, madeBy: null } as const;
    const { code } = await inviteMember(
      { store, keys, now: enroller.now },
      { ...other, lasts: 'screen', communeN: commune.n },
    );
    expect(await enrol(makeRequest(code))).toMatchObject({ ok: true, value: { former: [] } });
  });
});

describe('joining a commune with a code', () => {
  it('gives the device its name, the pinned keys and the words that it works out for itself', async () => {
    const { enrol, invite, keys, store, commune } = await openCommune();
    const request = makeRequest((await invite()).code.toLowerCase().replace('-', ' '));
    const reply = await enrol(request);
    if (!reply.ok) throw new Error(reply.error.error);
    expect(enrolReply.safeParse(reply.value).success).toBe(true);
    const [sendKey, readKey] = [request.sendKey, request.readKey].map(findBase64UrlBytes);
    const answerKey = findBase64UrlBytes(reply.value.answerKey);
    if (!sendKey || !readKey || !answerKey) throw new Error('A key is no base64url.');
    const hash = createHash('sha256').update(confirmationInput({ sendKey, readKey, answerKey })).digest();
    expect(reply.value.words).toEqual(toConfirmationWords(hash, words));
    expect(reply.value).toMatchObject({
      member: { name: 'Nguyễn Thị Ví Dụ', role: 'volunteer', hamlet: 'Thôn Mẫu', team: 'Thôn Mẫu' },
      commune: { id: commune.id, name: 'xã Ví Dụ' },
      sealing: { keyId: 1, key: bytesToBase64Url(keys.sealing.publicKey) },
      incarnation: INCARNATION,
      madeUpPeople: true,
    });
    const [device] = await store.listDevices(commune.n);
    expect(device).toMatchObject({ id: reply.value.device, standing: 'waiting', name: 'Máy thử' });
  });

  it('answers the same again when the reply was lost, and makes no second device', async () => {
    const { enrol, invite, store, commune } = await openCommune();
    const request = makeRequest((await invite()).code);
    const first = await enrol(request);
    expect(await enrol(request)).toEqual(first);
    expect(await store.listDevices(commune.n)).toHaveLength(1);
  });

  it('lets nobody else use a code that was used', async () => {
    const { enrol, invite } = await openCommune();
    const { code } = await invite();
    await enrol(makeRequest(code));
    for (let at = 0; at < 5; at += 1) expect(await enrol(makeRequest(code))).toEqual(refused('codeSpent'));
    expect(await enrol(makeRequest(code))).toEqual(refused('tooManyTries'));
  });

  it('keeps a code for ten minutes on a screen and for seven days on paper', async () => {
    const { clock, enrol, invite } = await openCommune();
    const [screen, named] = [await invite('screen'), await invite('named')];
    clock.now += TEN_MINUTES;
    expect(await enrol(makeRequest(screen.code))).toEqual(refused('codeSpent'));
    clock.now += 6 * 24 * 3_600_000;
    expect(await enrol(makeRequest(named.code))).toMatchObject({ ok: true });
  });

  it('spends no code, and adds nobody, when the server falls over before the device is there', async () => {
    const { enrol, enroller, invite, store, commune } = await openCommune();
    const request = makeRequest((await invite()).code);
    const applyBatch: typeof store.applyBatch = (work) =>
      store.applyBatch((tx) => {
        const insertDevice = (): never => {
          throw new Error('out of power');
        };
        return work({ ...tx, insertDevice });
      });
    const falling = { ...enroller, store: { ...store, applyBatch } };
    await expect(enrolDevice(falling, { request, address: 'x' })).rejects.toThrow('out of power');
    const { name, role, hamlet } = {
      name: 'Nguyễn Thị Ví Dụ',
      role: 'volunteer',
      hamlet: 'Thôn Mẫu',
    } as const;
    const person = { communeN: commune.n, name, role, hamlet };
    expect(store.applyBatch((tx) => tx.findMemberLike(person))).toBeUndefined();
    expect(await enrol(request)).toMatchObject({ ok: true, value: { member: { name } } });
  });

  it('counts one person once, whatever number of phones', async () => {
    const { enrol, invite } = await openCommune();
    const [one, other] = [
      await enrol(makeRequest((await invite()).code)),
      await enrol(makeRequest((await invite()).code)),
    ];
    if (!one.ok || !other.ok) throw new Error('A code was refused.');
    expect(other.value.member.id).toBe(one.value.member.id);
    expect(other.value.device).not.toBe(one.value.device);
  });

  it('refuses what is no key, and one key in two places, without spending the code', async () => {
    const { enrol, invite } = await openCommune();
    const request = makeRequest((await invite()).code);
    const noPoint = bytesToBase64Url(new Uint8Array(65).fill(4));
    for (const wrong of [{ sendKey: noPoint }, { readKey: noPoint }, { readKey: request.sendKey }])
      expect(await enrol({ ...request, ...wrong })).toEqual(refused('fieldInvalid'));
    expect(await enrol(request)).toMatchObject({ ok: true });
  });
});

describe('joining again after the commune came back from an older backup', () => {
  const lost = { device: makeId<DeviceId>(), member: makeId<MemberId>() };

  it('takes the device under the name that its chain bears, and its holder under the one in the work', async () => {
    const { enrol, invite, store, commune } = await openCommune();
    const reply = await enrol({ ...makeRequest((await invite()).code), again: lost });
    expect(reply).toMatchObject({ ok: true, value: { device: lost.device, member: { id: lost.member } } });
    const [device] = await store.listDevices(commune.n);
    expect(device).toMatchObject({ id: lost.device, standing: 'waiting', lastSeq: 0 });
  });

  it('knows the holder again where the backup has their other phone', async () => {
    const { enrol, invite } = await openCommune();
    const other = await enrol(makeRequest((await invite()).code));
    if (!other.ok) throw new Error(other.error.error);
    const reply = await enrol({ ...makeRequest((await invite()).code), again: lost });
    expect(reply).toMatchObject({ ok: true, value: { member: { id: other.value.member.id } } });
  });

  it('spends no code on a device that the store has after all', async () => {
    const { enrol, invite, store, commune } = await openCommune();
    const request = makeRequest((await invite()).code);
    const first = await enrol(request);
    if (!first.ok) throw new Error(first.error.error);
    const again = { device: first.value.device, member: first.value.member.id };
    const { code } = await invite();
    expect(await enrol({ ...request, code, again })).toEqual(first);
    expect(await store.listDevices(commune.n)).toHaveLength(1);
    expect(await enrol(makeRequest(code))).toMatchObject({ ok: true });
  });

  it('gives a name that other keys bear to nobody else', async () => {
    const { enrol, invite } = await openCommune();
    const first = await enrol(makeRequest((await invite()).code));
    if (!first.ok) throw new Error(first.error.error);
    const again = { device: first.value.device, member: first.value.member.id };
    const { code } = await invite();
    expect(await enrol({ ...makeRequest(code), again })).toEqual(refused('fieldInvalid'));
    expect(await enrol(makeRequest(code))).toMatchObject({ ok: true });
  });
});

describe('guessing codes', () => {
  it('five wrong ends for one beginning close it for ten minutes, for everybody', async () => {
    const { clock, enrol, invite } = await openCommune();
    const { code } = await invite('named');
    const wrong = code.slice(0, -1) + (code.endsWith('B') ? 'C' : 'B');
    for (let at = 0; at < 5; at += 1)
      expect(await enrol(makeRequest(wrong), `address ${at}`)).toEqual(refused('codeWrong'));
    expect(await enrol(makeRequest(code), 'another address')).toEqual(refused('tooManyTries'));
    clock.now += TEN_MINUTES;
    expect(await enrol(makeRequest(code))).toMatchObject({ ok: true });
  });

  it('an address that guesses is closed, and others go on', async () => {
    const { enrol, invite } = await openCommune();
    const { code } = await invite();
    const letters = 'BCDFGHJKLMNPQRSTVWXZ';
    for (let at = 0; at < 60; at += 1) {
      const half = `${letters[at % 20]}${letters[Math.floor(at / 20)]}`;
      const guess = `${half}BBBBBBBB`;
      expect(await enrol(makeRequest(guess), 'guesser')).toEqual(refused('codeWrong'));
    }
    expect(await enrol(makeRequest(code), 'guesser')).toEqual(refused('tooManyTries'));
    expect(await enrol(makeRequest(code), 'villager')).toMatchObject({ ok: true });
  });

  it('a copy of the database holds no code', async () => {
    const { invite, keys, store } = await openCommune();
    const { code } = await invite();
    const bare = createHash('sha256').update(code.replace('-', '')).digest();
    expect(await store.findInvitation(bare)).toBeUndefined();
    const other = getKeys().makeBlindIndex(Buffer.from('go-cua invitation v1'), code.replace('-', ''));
    expect(await store.findInvitation(other)).toBeUndefined();
    const own = keys.makeBlindIndex(Buffer.from('go-cua invitation v1'), code.replace('-', ''));
    expect(await store.findInvitation(own)).toBeDefined();
  });
});
