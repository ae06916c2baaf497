import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import {
  openReviewVillage,
  PEOPLE,
  writePeople,
  writeSession,
} from '../../../fixtures/devices/review-village.ts';
import { send } from '../../../fixtures/devices/send-and-pull.ts';

afterEach(closeServers);

/** `review` itself throws where the answer names one of the people. */
describe('the hamlet that a team typed', () => {
  async function writeAt(hamlet: string) {
    const village = await openReviewVillage();
    const { phone } = village;
    const session = writeSession(phone, makeId());
    phone.save({ collection: 'session', record: session, patch: { hamlet } });
    writePeople(phone, session);
    await send(phone);
    return village;
  }

  it('reaches the head without whoever is named in it', async () => {
    const { review, head } = await writeAt('Thôn Hạ, nhà bà Hoàng Thị Mẫu 0912 345 678');
    const { sessions, hamlets } = await review();
    expect(sessions.map(({ hamlet }) => hamlet)).toEqual(['Thôn Hạ, nhà bà … …']);
    expect(hamlets.map(({ hamlet }) => hamlet)).toEqual(['Thôn Hạ, nhà bà … …']);
    const read = await head.sync({ key: 'read', cursor: null });
    for (const person of PEOPLE)
      expect(JSON.stringify(read).toLowerCase()).not.toContain(person.toLowerCase());
  });

  it('is left as it is where the office has given a team that name', async () => {
    const village = await writeAt('Tổ dân phố Bà Hoàng Thị Mẫu');
    const { server, commune, phone } = village;
    await server.enrol(commune.n, { hamlet: 'Xóm Ông Dụ' });
    const record = makeId<RecordId>();
    const from = phone.queue.length + 1;
    phone.save({ collection: 'session', record, patch: { hamlet: 'Xóm Ông Dụ', day: '2026-09-21' } });
    await phone.sync({ runs: [phone.makeRun(from, from)] });
    const { sessions } = await village.review();
    expect(sessions.map(({ hamlet }) => hamlet)).toEqual(['Xóm Ông Dụ', 'Tổ dân phố Bà …']);
  });
});
