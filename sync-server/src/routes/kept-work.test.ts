import { afterEach, describe, expect, it } from 'vitest';
import { sendPhoto, writeDossier } from '../../../fixtures/demo-commune/write-dossier.ts';
import { makeHall, openOffice } from '../../../fixtures/devices/open-office.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';

afterEach(closeServers);

describe('the work that an ended device handed in since', () => {
  async function openKept() {
    const office = await openOffice();
    const { device } = await office.join();
    await office.post('/api/administration/approve', { device: device.id });
    await office.post('/api/administration/revoke', { device: device.id });
    device.save(makeHall(device.id));
    await device.sync({ runs: [device.makeRun(1, 1)] });
    const listSessions = () =>
      office.server.store.listRecords({ communeN: office.commune.n, collection: 'session' });
    return { ...office, device, listSessions };
  }

  it('is obeyed when the office takes it, once and written down, and the device stays ended', async () => {
    const { device, listDevices, listSessions, post, written } = await openKept();
    expect(await listSessions()).toHaveLength(0);
    const body = { device: device.id };
    expect(await post('/api/administration/kept-work', body)).toEqual({ done: true });
    expect(await post('/api/administration/kept-work', body)).toEqual({ done: true });
    expect(await listSessions()).toHaveLength(1);
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'revoked', heldItems: 0 });
    const refusal = await device.ask('POST', '/api/devices/self');
    expect(await refusal.json()).toEqual({ error: 'deviceRevoked' });
    expect(written.map((entry) => entry.action).slice(-2)).toEqual(['revokeDevice', 'takeKeptWork']);
    device.save(makeHall(device.id));
    await device.sync({ runs: [device.makeRun(1, 2)] });
    expect(await listSessions()).toHaveLength(1);
    await post('/api/administration/kept-work', body);
    expect(await listSessions()).toHaveLength(2);
  });

  it('is obeyed with its scans, whether they came before that or after, and whether or not it is let in again', async () => {
    for (const way of ['kept-work', 'approve'] as const) {
      const { device, post, server } = await openKept();
      const [early, late] = [
        writeDossier(device, { route: 'counter' }),
        writeDossier(device, { route: 'post' }),
      ];
      await device.sync({ runs: [device.makeRun(1, device.queue.length)] });
      expect(await sendPhoto(device, early)).toBe(true);
      const isWhole = async ({ paper }: typeof early) =>
        typeof (await server.store.findAttachment(paper as never))?.wholeAt === 'number';
      expect(await isWhole(early)).toBe(false);
      await post(`/api/administration/${way}`, { device: device.id });
      expect(await isWhole(early)).toBe(true);
      expect(await sendPhoto(device, late)).toBe(true);
      expect(await isWhole(late)).toBe(true);
    }
  });

  it('of one that still waits is nobody’s to take without its words', async () => {
    const { join, listDevices, post, written } = await openOffice();
    const { device } = await join();
    device.save(makeHall(device.id));
    await device.sync({ runs: [device.makeRun(1, 1)] });
    const refused = await post('/api/administration/kept-work', { device: device.id });
    expect(refused).toEqual({ error: 'notAllowed', field: 'device' });
    const line = (await listDevices()).devices.find((one) => one.device === device.id);
    expect(line).toMatchObject({ standing: 'waiting', heldItems: 1 });
    expect(written.map((entry) => entry.action)).toEqual(['inviteMember']);
  });
});
