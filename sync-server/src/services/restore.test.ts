import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '#data/words';
import { bytesToBase64Url, type RecordId } from '#shared/ids';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import { makeSigningPair } from '../../../fixtures/devices/device-keys.ts';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { type FixtureServer, TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { closeServers, openCommune, openServer } from '../../../fixtures/devices/open-servers.ts';
import { admitDevice, revokeDevice } from './administer-devices.ts';
import { makeBackup } from './backup.ts';
import { noteDecision } from './decisions.ts';
import { delegate, endDelegation } from './delegations.ts';
import { createTryLimiters, enrolDevice } from './enrol-device.ts';
import { inviteMember } from './invite-member.ts';
import { findOpenDelegation } from './find-deputy.ts';
import { findNewestBackup } from './newest-backup.ts';
import { restoreBackup } from './restore.ts';

afterEach(closeServers);

function toOffice(server: FixtureServer) {
  return {
    ...server,
    noteDecision: (decision: Parameters<typeof noteDecision>[1]) =>
      noteDecision(server.folders.dataDir, decision),
    recordAudit: async () => undefined,
  };
}

async function restore(server: FixtureServer, backup: string): Promise<FixtureServer & { sure: boolean }> {
  server.store.close();
  const restored = await restoreBackup({
    ...{ places: server.folders, backup, recovery: join(server.folders.backupDir, 'recovery.json') },
    ...{ words: server.recoveryWords, wordList: words, now: server.now() },
  });
  if (!restored.ok) throw new Error(restored.error.type);
  const again = await openServer({ folders: server.folders, startsAt: server.now() });
  return { ...again, recoveryWords: server.recoveryWords, sure: restored.value.isSure };
}

describe('what was decided after the copy was made', () => {
  it('is not undone by putting the copy back: a phone that was ended stays ended, one that was let in again is not', async () => {
    const { server, commune } = await openCommune();
    const asker = { device: null, communeN: commune.n, commune: commune.id };
    const [lost, found, other] = [
      await server.enrol(commune.n),
      await server.enrol(commune.n),
      await server.enrol(commune.n),
    ];
    const { path } = await makeBackup({ ...server, ...server.folders });
    const office = toOffice(server);
    for (const phone of [lost, found]) await revokeDevice(office, asker, phone.id);
    await admitDevice(office, asker, found.id);
    const again = await restore(server, path);
    const standings = await Promise.all(
      [lost, found, other].map(async ({ id }) => (await again.store.findDevice(id))?.standing),
    );
    expect(standings).toEqual(['revoked', 'approved', 'approved']);
    expect(again.sure).toBe(true);
  });

  it('leaves a delegation ended that was ended, and keeps one that stands', async () => {
    const { server, commune } = await openCommune();
    const elsewhere = await server.makeCommune('Xã Bên');
    const name = async (communeN: number) => {
      const [head, officer] = [
        await server.store.findDevice((await server.enrol(communeN, { role: 'head' })).id),
        await server.store.findDevice((await server.enrol(communeN, { role: 'officer' })).id),
      ];
      if (!head || !officer) throw new Error('nobody');
      const today = getVietnamDay(TEST_NOW);
      const made = await delegate(toOffice(server), head, {
        ...{ member: officer.member, from: today, to: today },
      });
      if (!made.ok) throw new Error(made.error.error);
      return { head, id: made.value.id };
    };
    const ended = await name(commune.n);
    const kept = await name(elsewhere.n);
    const { path } = await makeBackup({ ...server, ...server.folders });
    await endDelegation(toOffice(server), ended.head, ended.id);
    const again = await restore(server, path);
    expect(await findOpenDelegation(again.store, commune.n, again.now())).toBeNull();
    expect(await findOpenDelegation(again.store, elsewhere.n, again.now())).toMatchObject({
      ...{ id: kept.id, state: 'inForce' },
    });
  });

  it('is said to be unknown on a machine that has no record of it', async () => {
    const { server, commune } = await openCommune();
    await server.enrol(commune.n);
    const { path } = await makeBackup({ ...server, ...server.folders });
    rmSync(join(server.folders.dataDir, 'decisions'), { force: true });
    expect((await restore(server, path)).sure).toBe(false);
  });

  it('leaves no invitation of before, since nobody can say which were used', async () => {
    const { server, commune } = await openCommune();
    const order = { role: 'volunteer', name: 'Ví Dụ', hamlet: 'Thôn Mẫu', lasts: 'named' } as const;
    const { code } = await inviteMember(server, { ...order, communeN: commune.n, madeBy: null });
    const { path } = await makeBackup({ ...server, ...server.folders });
    const again = await restore(server, path);
    const [sendKey, readKey] = [makeSigningPair(), makeSigningPair()].map(({ raw }) => bytesToBase64Url(raw));
    const request = { code, sendKey: sendKey ?? '', readKey: readKey ?? '', deviceName: 'x', build: 'x' };
    const incarnation = bytesToBase64Url(again.incarnation.id);
    const enroller = { ...again, incarnation, limiters: createTryLimiters() };
    expect(await enrolDevice(enroller, { request, address: 'x' })).toMatchObject({
      ok: false,
      error: { error: 'codeSpent' },
    });
  });
});

describe('the newest copy', () => {
  const HOUR = 3_600_000;

  it('is the one that was made last, even when the clock ran backwards meanwhile', async () => {
    const { server } = await openCommune();
    const backUp = () => makeBackup({ ...server, ...server.folders });
    await backUp();
    server.clock.now = TEST_NOW - 400 * 24 * HOUR;
    const { path } = await backUp();
    expect(findNewestBackup(server.folders.backupDir)).toBe(path);
  });

  it('is of the present life, whatever an abandoned one had reached', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const first = await makeBackup({ ...server, ...server.folders });
    const kept = join(server.folders.root, 'kept.sqlite');
    copyFileSync(first.path, kept);
    for (let at = 1; at < 4; at += 1) {
      server.clock.now += HOUR;
      phone.save({ collection: 'session', record: makeId<RecordId>(), patch: { place: 'Một' } });
      await phone.sync({ runs: [phone.makeRun(at, at)] });
      await makeBackup({ ...server, ...server.folders });
    }
    server.clock.now = TEST_NOW - HOUR;
    const again = await restore(server, kept);
    const { path } = await makeBackup({ ...again, ...again.folders });
    expect(findNewestBackup(again.folders.backupDir)).toBe(path);
  });

  it('is not one that cannot be opened', async () => {
    const { server } = await openCommune();
    const { path } = await makeBackup({ ...server, ...server.folders });
    copyFileSync(
      join(server.folders.backupDir, 'recovery.json'),
      path.replace(/go-cua-\d{4}/, 'go-cua-9999'),
    );
    expect(findNewestBackup(server.folders.backupDir)).toBe(path);
  });
});
