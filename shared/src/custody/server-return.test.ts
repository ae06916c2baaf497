import { describe, expect, it } from 'vitest';
import { finish, Office, R1, R2, receipt } from './trial-office.ts';

const blurred = {
  at: 7,
  by: 'Anh Tú',
  reason: 'ảnh trang 2 mờ',
  document: 'marriagePaper',
  due: '2026-11-25',
};
const { at: askedAt, by: askedBy, ...mend } = blurred;
const [asked, byOfficer] = [{ ...mend, askedAt, askedBy }, { by: 'tu', role: 'officer' } as const];

describe('a dossier that the officer sends back', () => {
  it('is to be mended, by name, and its unconfirmed pack is taken back', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.lodge({ state: 'awaitingCitizen', at: 2, packNumber: 'P1' });
    office.write({ 'returned/one': blurred }, byOfficer);
    expect(office.lodging()).toEqual({ state: 'needsFix', at: 1_000, ...asked });
    expect(office.told()).toEqual([`putIntent ${R1}`, `withdrawIntent ${R1}`]);
  });

  it('waits for the office again, or goes as a new pack, as soon as it is finished again', () => {
    for (const [route, state] of Object.entries({ counter: 'awaitingOffice', relative: undefined })) {
      const office = new Office();
      office.write(finish(route));
      office.write({ 'returned/one': blurred }, byOfficer);
      office.write({ 'papers/marriagePaper': 'AAAAAAAAAAAAAAAAAAAAAA', finishedAt: null });
      expect(office.lodging()?.state).toBe('needsFix');
      office.write({ finishedAt: 9, reference: R2 });
      expect(office.lodging()?.state).toBe(state);
    }
  });

  it('stays lodged when it was lodged already, with what is asked for beside its number', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.write({ 'returned/one': blurred }, byOfficer);
    expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: 'H57-1', ...asked });
    office.write({ 'papers/marriagePaper': 'AAAAAAAAAAAAAAAAAAAAAA', finishedAt: 9, mends: 7 });
    expect(office.lodging()).toMatchObject({ state: 'lodged', mendedAt: 1_000, ...asked });
    office.write({ 'returned/two': { ...blurred, at: 8, reason: 'thiếu trang 3' } }, byOfficer);
    expect(office.lodging()).toMatchObject({ reason: 'thiếu trang 3', askedAt: 8 });
    expect(office.lodging()).not.toHaveProperty('mendedAt');
  });

  it('is not mended by what answers another request', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.write({ 'returned/one': blurred }, byOfficer);
    office.write({ finishedAt: 9, mends: 6 });
    expect(office.lodging()).not.toHaveProperty('mendedAt');
  });

  it('is sent back by an officer alone, and not while two numbers stand against each other', () => {
    const office = new Office();
    office.write(finish('counter'));
    const { reply } = office.write({ 'returned/one': blurred });
    expect(reply.setAside).toMatchObject([{ code: 'notAllowed', field: 'returned/one' }]);
    expect(office.lodging()?.state).toBe('awaitingOffice');
    office.write(receipt('H57-1'));
    office.write(receipt('H57-2'), { by: 'minh', base: 0 });
    office.write({ 'returned/two': blurred }, byOfficer);
    expect(office.lodging()).toMatchObject({ state: 'needsPerson', reason: 'twoNumbers' });
  });
});
