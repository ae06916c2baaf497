import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { packFields, unpackFields } from './record-body.ts';
import { findOp, findRecordState, findSubjectKey, protectOp } from './record-cipher.ts';

afterEach(closeServers);

async function openWithCitizens() {
  const { server, commune } = await openCommune();
  const phone = await server.enrol(commune.n);
  const [one, two] = [makeId<RecordId>(), makeId<RecordId>()];
  phone.save({ collection: 'citizen', record: one, patch: { fullName: 'MỘT', personalId: '099185004567' } });
  phone.save({ collection: 'citizen', record: two, patch: { fullName: 'HAI', personalId: '099185004567' } });
  await phone.sync({ runs: [phone.makeRun(1, 2)] });
  /** As somebody would who can write to the file. */
  const tamper = (sql: string): void => {
    const db = new Database(server.folders.database);
    db.exec(sql);
    db.close();
  };
  const read = async (id: RecordId) => {
    const record = await server.store.findRecord(id);
    return record && findRecordState(server.keys, record);
  };
  return { server, commune, phone, one, two, tamper, read };
}

describe('a protected record', () => {
  it('opens with what was written, and cannot be put in another’s place', async () => {
    const { one, two, tamper, read } = await openWithCitizens();
    expect((await read(one))?.fields['fullName']?.value).toBe('MỘT');
    tamper('UPDATE record SET cipher = (SELECT cipher FROM record ORDER BY n DESC LIMIT 1)');
    await expect(read(one)).rejects.toThrow(/cannot be opened/);
    expect((await read(two))?.fields['fullName']?.value).toBe('HAI');
  });

  it('cannot be set back to an earlier version', async () => {
    const { phone, one, tamper, read } = await openWithCitizens();
    tamper('CREATE TABLE kept AS SELECT cipher FROM record WHERE n = 1');
    phone.save({ collection: 'citizen', record: one, patch: { fullName: 'MỘT MỚI' }, base: 9 });
    await phone.sync({ runs: [phone.makeRun(3, 3)] });
    tamper('UPDATE record SET cipher = (SELECT cipher FROM kept) WHERE n = 1');
    await expect(read(one)).rejects.toThrow(/cannot be opened/);
  });

  it('is gone with its person’s key, and nothing more is kept of that person', async () => {
    const { server, phone, one, two, tamper, read } = await openWithCitizens();
    tamper('UPDATE subject_key SET wrapped = NULL WHERE n = 1');
    expect(await read(one)).toBe(undefined);
    expect(await read(two)).toBeDefined();
    phone.save({ collection: 'citizen', record: one, patch: { fullName: 'MỘT' } });
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: { citizen: one } });
    phone.save({ collection: 'consent', record: makeId<RecordId>(), patch: { citizen: two } });
    const outcome = await phone.sync({ runs: [phone.makeRun(3, 5)] });
    expect(outcome.ok && outcome.answer.setAside.map((aside) => [aside.seq, aside.code])).toEqual([
      [3, 'notFound'],
      [4, 'notFound'],
    ]);
    const pulled = await (await server.enrol(1)).sync({ key: 'read', cursor: null });
    expect(pulled.ok && pulled.answer.changes.map((change) => change.record)).not.toContain(one);
  });

  it('is found by its number without the number being stored in clear', async () => {
    const { server, commune, one, two } = await openWithCitizens();
    const scope = Buffer.from(commune.id, 'base64url');
    const search = async (number: string) =>
      (await server.store.findByNumber(commune.n, server.keys.makeBlindIndex(scope, number))).map(
        ({ id }) => id,
      );
    expect(await search('099185004567')).toEqual([one, two]);
    expect(await search('099185004568')).toEqual([]);
  });

  it('keeps every writer, value and dispute of its fields through packing', () => {
    const fields = {
      place: { value: 'Một', seq: 3, device: makeId<never>(), others: ['Hai', null] },
      day: { value: null, seq: 4, device: 'server' as const },
    };
    expect(unpackFields(packFields(fields))).toEqual(fields);
  });
});

describe('a protected operation', () => {
  it('opens at its own place in its device’s sequence only', async () => {
    const { server, one } = await openWithCitizens();
    const record = await server.store.findRecord(one);
    const key = record && findSubjectKey(server.keys, record.subject);
    if (!key) throw new Error('no key');
    const op = { collection: 'citizen', record: one, base: 0, patch: { fullName: 'MỘT' }, at: 1 };
    const body = protectOp(key, op, { deviceN: 1, seq: 7 });
    expect(findOp(key, body, { deviceN: 1, seq: 7 })).toEqual(op);
    expect(findOp(key, body, { deviceN: 1, seq: 8 })).toBe(undefined);
    expect(findOp(randomBytes(32), body, { deviceN: 1, seq: 7 })).toBe(undefined);
  });
});
