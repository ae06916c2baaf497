import { afterEach, expect, it } from 'vitest';
import { selfReply } from '#shared/contracts/enrolment';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { createSelfRoute } from './devices.ts';

afterEach(closeServers);

it('names the team of whoever asks: approved phones of that team, each person once, and no staff', async () => {
  const { server, commune } = await openCommune({
    moreRoutes: (parts) => [createSelfRoute({ ...parts, leaseDays: 45, postAgreement: null })],
  });
  const team = { team: 'Thôn Mẫu' };
  const phones = [await server.enrol(commune.n, team), await server.enrol(commune.n, team)];
  await server.enrol(commune.n, { team: 'Thôn Khác' });
  const officer = await server.enrol(commune.n, { role: 'officer' });
  const ask = async (device: (typeof phones)[number]) =>
    selfReply.parse(await (await device.ask('POST', '/api/devices/self')).json()).teamMembers;
  const own = await Promise.all(phones.map(async ({ id }) => (await server.store.findDevice(id))?.member));
  for (const phone of phones) expect((await ask(phone))?.map(({ id }) => id).sort()).toEqual([...own].sort());
  expect(await ask(officer)).toEqual([]);
});
