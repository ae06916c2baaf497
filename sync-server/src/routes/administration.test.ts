import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { selfReply } from '#shared/contracts/enrolment';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { TEST_NOW } from '../../../fixtures/devices/make-server.ts';
import { makeHall, openOffice } from '../../../fixtures/devices/open-office.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import { makeBackup } from '../services/backup.ts';

afterEach(closeServers);

describe('from an invitation to a device that may read', () => {
  it('takes the code, shows the words on the office screen, and lets in whom the head approves', async () => {
    const { join, listDevices, post, written } = await openOffice();
    const { device, reply } = await join();
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'waiting', words: reply.words, name: 'Nguyễn Thị Ví Dụ' });
    // By the same clock as the instants of the devices: the office's own may be wrong.
    expect((await listDevices()).at).toBe(TEST_NOW);
    const waiting = selfReply.parse(await (await device.ask('POST', '/api/devices/self')).json());
    expect(waiting).toMatchObject({ standing: 'waiting', matchKey: null, teamMembers: [] });

    await post('/api/administration/approve', { device: device.id });
    const self = selfReply.parse(await (await device.ask('POST', '/api/devices/self')).json());
    expect(self).toMatchObject({
      standing: 'approved',
      provinceCode: '46',
      leaseDays: 45,
      madeUpPeople: true,
      teamMembers: [{ id: reply.member.id, name: 'Nguyễn Thị Ví Dụ' }],
    });
    expect(self.matchKey).toMatch(/^[\w-]{43}$/);
    expect(written.map((entry) => entry.action)).toEqual(['inviteMember', 'approveDevice']);
    expect(written[1]).toMatchObject({ object: device.id });
  });

  it('everybody of a commune has the same match key, and another commune another one', async () => {
    const { commune, server } = await openOffice();
    const elsewhere = await server.makeCommune('Xã Khác');
    const askKey = async (communeN: number) => {
      const device = await server.enrol(communeN);
      const reply = await device.ask('POST', '/api/devices/self');
      return selfReply.parse(await reply.json()).matchKey;
    };
    const key = await askKey(commune.n);
    expect(await askKey(commune.n)).toBe(key);
    expect(await askKey(elsewhere.n)).not.toBe(key);
  });

  it('obeys the work that was handed in before the approval, in its order and once', async () => {
    const { join, listDevices, post, server, commune } = await openOffice();
    const { device } = await join();
    const first = makeHall(device.id);
    device.save(first);
    device.save({ ...first, patch: { openedAt: 1_792_000_000_000 } });
    const held = await device.sync({ runs: [device.makeRun(1, 2)] });
    expect(held).toMatchObject({ ok: true, receipt: { held: true, upTo: 2 } });
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ heldItems: 2, lastSeqArrived: 2, lastSeqSaid: 2 });
    expect(await server.store.listRecords({ communeN: commune.n, collection: 'session' })).toHaveLength(0);

    await post('/api/administration/approve', { device: device.id });
    await post('/api/administration/approve', { device: device.id });
    expect(await server.store.listRecords({ communeN: commune.n, collection: 'session' })).toHaveLength(1);
    device.save({ ...first, patch: { network: 'good' } });
    const after = await device.sync({ runs: [device.makeRun(1, 3)] });
    expect(after).toMatchObject({ ok: true, receipt: { held: false, upTo: 3 }, answer: { setAside: [] } });
    const head = await server.enrol(commune.n, { role: 'head' });
    const pulled = await head.sync({ key: 'read', cursor: null });
    if (!pulled.ok) throw new Error('The head could not pull.');
    expect(pulled.answer.changes.at(-1)?.fields).toMatchObject({
      ...{ openedAt: 1_792_000_000_000, network: 'good' },
    });
  });

  it('keeps what a copied phone handed in before its copy spoke, tells the office, and goes on backing up', async () => {
    const { join, listDevices, post, server, commune } = await openOffice();
    const { device } = await join();
    for (let at = 0; at < 3; at += 1) device.save(makeHall(device.id));
    await device.sync({ runs: [device.makeRun(1, 3)] });
    device.queue.splice(2);
    device.save(makeHall(device.id));
    const copied = await device.sync({ runs: [device.makeRun(3, 3)] });
    expect(copied).toMatchObject({ ok: true, answer: { forked: true } });

    await post('/api/administration/approve', { device: device.id });
    expect(await server.store.listRecords({ communeN: commune.n, collection: 'session' })).toHaveLength(3);
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'approved', forked: true, heldItems: 0 });
    const { path } = await makeBackup({ ...server, ...server.folders });
    expect(existsSync(path)).toBe(true);
  });

  it('an ended device reads nothing more, and what it still sends is kept apart', async () => {
    const { join, listDevices, post } = await openOffice();
    const { device } = await join();
    await post('/api/administration/approve', { device: device.id });
    await post('/api/administration/revoke', { device: device.id });
    const refusal = await device.ask('POST', '/api/devices/self');
    expect([refusal.status, await refusal.json()]).toEqual([403, { error: 'deviceRevoked' }]);
    device.save(makeHall(device.id));
    expect(await device.sync({ runs: [device.makeRun(1, 1)] })).toMatchObject({ receipt: { held: true } });
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'revoked', heldItems: 1, words: [] });
  });

  it('an ended device that is let in again has its work of meanwhile obeyed, and that is written down', async () => {
    const { join, listDevices, post, server, commune, written } = await openOffice();
    const { device } = await join();
    await post('/api/administration/approve', { device: device.id });
    await post('/api/administration/revoke', { device: device.id });
    device.save(makeHall(device.id));
    await device.sync({ runs: [device.makeRun(1, 1)] });
    await post('/api/administration/approve', { device: device.id });
    expect(await server.store.listRecords({ communeN: commune.n, collection: 'session' })).toHaveLength(1);
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'approved', heldItems: 0 });
    expect(written.map((entry) => entry.action).slice(-2)).toEqual(['revokeDevice', 'approveDevice']);
  });
});

describe('a written decision under which the team files', () => {
  const decision = {
    ...{ decisionNumber: '12/QĐ-UBND', signer: 'Lê Thị Mẫu', from: '2026-01-01', to: '2026-12-31' },
    procedures: ['2.000635'],
  };

  it('is entered by the head, written down, and told to the devices of this commune alone', async () => {
    const { server, commune, head, post, written } = await openOffice();
    const entered = await post('/api/administration/authorisations', decision);
    expect(entered).toEqual({ done: true });
    expect(written).toMatchObject([{ action: 'enterAuthorisation', object: '12/QĐ-UBND' }]);
    expect(written[0]?.member).toBe((await server.store.findDevice(head.id))?.member);
    const elsewhere = await server.makeCommune('Xã Khác');
    for (const [communeN, told] of [
      [commune.n, [decision]],
      [elsewhere.n, []],
    ] as const) {
      const phone = await server.enrol(communeN);
      const reply = await phone.ask('POST', '/api/devices/self');
      expect(selfReply.parse(await reply.json()).authorisations).toEqual(told);
    }
  });

  it('is replaced by the same number entered again', async () => {
    const { server, commune, post } = await openOffice();
    await post('/api/administration/authorisations', { ...decision, to: null });
    await post('/api/administration/authorisations', { ...decision, to: '2026-06-30' });
    expect(await server.store.listAuthorisations(commune.n)).toMatchObject([{ validTo: '2026-06-30' }]);
  });

  it.each([
    ['from', { from: '2026-02-30' }],
    ['to', { to: '2025-12-31' }],
    ['decisionNumber', { decisionNumber: ' ' }],
    ['procedures', { procedures: [] }],
  ])('is not taken, nor written down, with a wrong %s', async (field, wrong) => {
    const { server, commune, post, written } = await openOffice();
    const refused = await post('/api/administration/authorisations', { ...decision, ...wrong });
    expect(refused).toEqual({ error: 'fieldInvalid', field });
    expect(written).toEqual([]);
    expect(await server.store.listAuthorisations(commune.n)).toEqual([]);
  });
});

describe('the commune’s own days and hours', () => {
  const culture = {
    ...{ date: '2026-11-24', kind: 'holiday', status: 'confirmed', legalBasis: '12/TB-UBND' },
  };
  const hours = { opens: '07:00', closes: '16:30', saturdayCloses: null };
  const calendar = { days: [culture], hours };
  const path = '/api/administration/calendar';

  it('are written down, and told to a device of this commune that has another version', async () => {
    const { server, commune, post, written } = await openOffice();
    const elsewhere = await server.makeCommune('Xã Khác');
    const ask = async (communeN: number, known: number, standing: 'approved' | 'waiting' = 'approved') => {
      const phone = await server.enrol(communeN, { standing });
      const reply = await phone.ask('POST', '/api/devices/self', { body: { calendar: known } });
      return selfReply.parse(await reply.json()).calendar;
    };
    expect(await ask(commune.n, 0)).toBeUndefined();
    expect(await post(path, { version: 0, ...calendar })).toEqual({ version: 1 });
    expect(written).toMatchObject([{ action: 'setCalendar', object: 'version 1' }]);
    expect(await ask(commune.n, 0)).toEqual({ version: 1, ...calendar });
    expect(await ask(commune.n, 1)).toBeUndefined();
    expect(await ask(commune.n, 0, 'waiting')).toBeUndefined();
    expect(await ask(elsewhere.n, 0)).toBeUndefined();
  });

  it('are not written over by whoever has not seen the last version; said again they are the same', async () => {
    const { post, server, commune } = await openOffice();
    await post(path, { version: 0, ...calendar });
    expect(await post(path, { version: 0, ...calendar })).toEqual({ version: 1 });
    const other = { days: [], hours };
    expect(await post(path, { version: 0, ...other })).toEqual({ error: 'fieldInvalid', field: 'version' });
    expect(await post(path, { version: 1, ...other })).toEqual({ version: 2 });
    expect(await server.store.findCalendar(commune.n)).toEqual({ version: 2, body: JSON.stringify(other) });
    const next = { communeN: commune.n, version: 2, body: '{}', enteredBy: null, enteredAt: 1 };
    expect(await server.store.putCalendar(next)).toBe(false);
    expect(await server.store.putCalendar({ ...next, version: 4 })).toBe(false);
  });

  it.each([
    ['days', { days: [culture, culture] }, { type: 'twice', date: '2026-11-24' }],
    ['days', { days: [{ ...culture, kind: 'workingSwap' }] }, { type: 'swapOnWeekday', date: '2026-11-24' }],
    ['hours', { hours: { ...hours, closes: '06:00' } }, { type: 'closesFirst' }],
    ['days.0.status', { days: [{ ...culture, status: 'maybe' }] }, undefined],
    ['hours.opens', { hours: { ...hours, opens: '25:00' } }, undefined],
    ['days', { days: Array.from({ length: 121 }, () => culture) }, undefined],
  ])('are not taken, nor written down, with wrong %s', async (field, wrong, detail) => {
    const { post, server, commune, written } = await openOffice();
    const refused = await post(path, { version: 0, ...calendar, ...wrong });
    expect(refused).toEqual({ error: 'fieldInvalid', field, ...(detail && { detail }) });
    expect(written).toEqual([]);
    expect(await server.store.findCalendar(commune.n)).toBeUndefined();
  });
});

describe('who may do it', () => {
  const NAMES = ['invitations', 'devices', 'authorisations', 'calendar', 'approve', 'revoke', 'kept-work'];
  const PATHS = NAMES.map((one) => `/api/administration/${one}`);

  it('only the head and the administrator, under the key of their vault', async () => {
    const { commune, head, server } = await openOffice();
    for (const role of ['volunteer', 'teamLeader', 'officer'] as const) {
      const device = await server.enrol(commune.n, { role });
      for (const path of PATHS) expect((await device.ask('POST', path)).status).toBe(403);
    }
    for (const path of PATHS) {
      const reply = await head.ask('POST', path, { key: 'send' });
      expect(await reply.json()).toEqual({ error: 'readKeyNeeded' });
    }
    const administrator = await server.enrol(commune.n, { role: 'administrator' });
    expect((await administrator.ask('POST', '/api/administration/devices')).status).toBe(200);
  });

  it('a device of another commune looks like none at all', async () => {
    const { head, listDevices, server } = await openOffice();
    const elsewhere = await server.makeCommune('Xã Khác');
    const stranger = await server.enrol(elsewhere.n, { standing: 'waiting' });
    for (const path of PATHS.slice(4)) {
      const real = await head.ask('POST', path, { body: { device: stranger.id } });
      const none = await head.ask('POST', path, { body: { device: makeId() } });
      expect([real.status, await real.text()]).toEqual([404, '{"error":"notFound"}']);
      expect([none.status, await none.text()]).toEqual([404, '{"error":"notFound"}']);
    }
    expect((await listDevices()).devices.map((one) => one.device)).not.toContain(stranger.id);
  });

  it('nobody ends the device in their own hand', async () => {
    const { head, post } = await openOffice();
    const reply = await post('/api/administration/revoke', { device: head.id });
    expect(reply).toEqual({ error: 'notAllowed', field: 'device' });
  });

  it('names the field that is wrong', async () => {
    const { post, server } = await openOffice();
    const order = { role: 'king', name: 'Ví Dụ', hamlet: null, lasts: 'named' };
    expect(await post('/api/administration/invitations', order)).toEqual({
      error: 'fieldInvalid',
      field: 'role',
    });
    const lost = { ...order, role: 'teamLeader', hamlet: ' ' };
    expect(await post('/api/administration/invitations', lost)).toEqual({
      error: 'fieldInvalid',
      field: 'hamlet',
    });
    const broken = await server.send('/api/enrol', { method: 'POST', body: '{"code":' });
    expect([broken.status, await broken.json()]).toEqual([400, { error: 'malformed' }]);
    const bare = await server.send('/api/enrol', { method: 'POST', body: '{"code":"BBBBB-BBBBB"}' });
    expect([bare.status, await bare.json()]).toEqual([422, { error: 'fieldInvalid', field: 'sendKey' }]);
  });
});
