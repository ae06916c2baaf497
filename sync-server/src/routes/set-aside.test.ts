import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { type FixtureServer } from '../../../fixtures/devices/make-server.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { approveDevice } from '../services/approve-device.ts';

afterEach(closeServers);

const makeWrong = () => ({
  collection: 'citizen',
  record: makeId<RecordId>(),
  patch: { fullName: 'Hoàng Thị Mẫu', hamlet: 7 },
});

function listKept(server: FixtureServer): { seq: number; sealed: Uint8Array }[] {
  const db = new Database(server.folders.database, { readonly: true });
  const rows = db.prepare('SELECT seq, sealed FROM set_aside_op ORDER BY seq').all();
  db.close();
  return rows as { seq: number; sealed: Uint8Array }[];
}

describe('what the commune could not obey', () => {
  it('lies there as it arrived, sealed, so that the phone may let go of it', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const saved = phone.save(makeWrong());
    const outcome = await phone.sync({ runs: [phone.makeRun(1, 1)] });
    expect(outcome).toMatchObject({ ok: true, receipt: { upTo: 1 }, answer: { setAside: [{ seq: 1 }] } });
    const [kept] = listKept(server);
    expect(kept?.seq).toBe(1);
    expect(Buffer.from(kept?.sealed ?? [])).toEqual(Buffer.from(saved.item.sealed));
  });

  it('is told again until the phone has shown that it read it, and not after', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    phone.save(makeWrong());
    await phone.sync();
    const { nonce } = phone;
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    // The answer was lost on the line: only the nonce of before, now used up, is known.
    phone.nonce = nonce;
    expect(await phone.sync()).toMatchObject({ ok: true, answer: { setAside: [{ seq: 1 }] } });
    expect(await phone.sync()).toMatchObject({ ok: true, answer: { setAside: [] } });
  });

  it('is told to a phone whose held work was judged only at its approval', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { standing: 'waiting' });
    phone.save(makeWrong());
    expect(await phone.sync({ runs: [phone.makeRun(1, 1)] })).toMatchObject({ answer: { setAside: [] } });
    const waiting = await server.store.findDevice(phone.id);
    if (!waiting) throw new Error('not enrolled');
    approveDevice(server, waiting, waiting.member);
    expect(await phone.sync()).toMatchObject({ ok: true, answer: { setAside: [{ seq: 1 }] } });
    expect(listKept(server)).toHaveLength(1);
  });
});

describe('a phone of which there are two histories', () => {
  it('reads nothing more, since one of the two is a copy', async () => {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n);
    const place = () => ({
      collection: 'session',
      record: makeId<RecordId>(),
      patch: { place: 'Thôn Đoài' },
    });
    phone.save(place());
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    phone.queue.splice(0);
    phone.save(place());
    await phone.sync({ runs: [phone.makeRun(1, 1)] });
    const colleague = await server.enrol(commune.n);
    colleague.save(place());
    await colleague.sync({ runs: [colleague.makeRun(1, 1)] });
    const read = await phone.sync({ key: 'read', cursor: null });
    expect(read).toMatchObject({ ok: true, answer: { forked: true, changes: [] } });
    expect(read.ok && read.answer.cursor).toBe(undefined);
  });
});
