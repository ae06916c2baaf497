import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Lodging } from '../model/dossier.ts';
import { combineLodging } from './server-lodging.ts';
import { finish, Office, R1, R2, receipt } from './trial-office.ts';

describe('finishing a dossier', () => {
  it('writes the intent beside the operation when the pack goes to a portal', () => {
    const office = new Office();
    office.write({ route: 'selfAtSession' });
    expect(office.intents).toEqual([]);
    office.write({ finishedAt: 5, reference: R1 });
    expect(office.intents).toEqual([{ type: 'putIntent', reference: R1, record: 'd', queryFirst: false }]);
    expect(office.lodging()).toBeNull();
  });

  it('waits for the office on the ways to the counter and by post, and for nobody at the police', () => {
    for (const [route, state] of [
      ['counter', 'awaitingOffice'],
      ['post', 'awaitingOffice'],
      ['policeInPerson', undefined],
    ]) {
      const office = new Office();
      const plan = office.write(finish(route ?? ''));
      expect(office.lodging()?.state).toBe(state);
      expect(office.intents).toEqual([]);
      const origins = plan.writes.flatMap((write) => (write.type === 'putChange' ? [write.origin] : []));
      expect(origins).toEqual(state ? ['lan', 'server'] : ['lan']);
    }
  });

  it('sets aside a reference that another dossier has, and says whose it is', () => {
    const office = new Office();
    office.write(finish('relative'));
    const { reply } = office.write(finish('relative'), { dossier: 'other' });
    expect(reply.setAside).toEqual([
      { seq: 2, code: 'numberUsed', field: 'reference', detail: { record: 'd' } },
    ]);
  });

  it('takes the old pack back when the dossier is finished anew', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.lodge({ state: 'needsFix', at: 1, field: 'answers' });
    office.write(finish('relative', R2));
    expect(office.told()).toEqual([`putIntent ${R1}`, `withdrawIntent ${R1}`, `putIntent ${R2}`]);
    expect(office.lodging()).toBeNull();
  });

  it('sends one pack when two phones finish the same dossier without having seen each other', () => {
    const office = new Office();
    office.write(finish('relative'), { base: 0 });
    office.write(finish('relative', R2), { by: 'minh', base: 0 });
    expect(office.told()).toEqual([`putIntent ${R1}`]);
    expect(office.records.get('d' as RecordId)?.fields['reference']?.others).toEqual([R1]);
  });

  it('looks in a restored store for the second pack that it may have forgotten, and takes it back', () => {
    const office = new Office();
    office.bornOfRestore = true;
    office.write(finish('relative'), { base: 0 });
    office.write(finish('relative', R2), { by: 'minh', base: 0 });
    expect(office.told()).toEqual([`putIntent ${R1}`, `putIntent ${R2}`, `withdrawIntent ${R2}`]);
    expect(office.intents[0]).toMatchObject({ queryFirst: true });
  });

  it('takes the pack back when the way no longer leads to a portal', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.write({ route: 'counter' });
    expect(office.told()).toEqual([`putIntent ${R1}`, `withdrawIntent ${R1}`]);
    expect(office.lodging()?.state).toBe('awaitingOffice');
  });

  it('does not send a reference again whose pack was taken back', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.write({ route: 'counter' });
    office.lodge({ state: 'awaitingOffice', at: 2 });
    office.write({ route: 'relative' });
    expect(office.lodging()).toMatchObject({ state: 'needsPerson', reason: 'referenceSpent' });
    expect(office.told()).toHaveLength(2);
  });
});

describe('recording a number by hand', () => {
  it('lodges the dossier with its evidence and takes an unconfirmed pack back', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.write(receipt('H57.1-261122-0007'));
    expect(office.lodging()).toEqual({
      state: 'lodged',
      at: 1_000,
      dossierNo: 'H57.1-261122-0007',
      evidence: 'officerEntered',
      by: 'Lan',
    });
    expect(office.told()).toEqual([`putIntent ${R1}`, `withdrawIntent ${R1}`]);
  });

  it('sets aside a number that another dossier has, however it was typed', () => {
    const office = new Office();
    office.write(receipt('H57.1-261122-0007'));
    const { reply } = office.write(receipt(' h57.1-261122-0007'), { dossier: 'other' });
    expect(reply.setAside).toEqual([
      { seq: 2, code: 'numberUsed', field: 'recordedNumber', detail: { record: 'd' } },
    ]);
    expect(office.lodging('other')).toBeNull();
  });

  it('names the dossier that has a number only to whoever sees it', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.hidden = ['d' as RecordId];
    const { reply } = office.write(receipt('H57-1'), { dossier: 'other' });
    expect(reply.setAside).toEqual([{ seq: 2, code: 'numberUsed', field: 'recordedNumber' }]);
  });

  it('asks a person when one dossier has two different numbers', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.write(receipt('H57-1'));
    office.lodge({ state: 'lodged', at: 2, dossierNo: 'H57-2', evidence: 'portalRead' });
    expect(office.lodging()).toMatchObject({
      state: 'needsPerson',
      reason: 'twoNumbers',
      dossierNo: 'H57-1',
    });
    office.lodge({ state: 'awaitingCitizen', at: 3 });
    expect(office.lodging()?.reason).toBe('twoNumbers');
  });

  it('lets the person who has seen the two numbers settle which one it is', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.write(receipt('H57-2'), { by: 'minh', base: 0 });
    expect(office.lodging()?.reason).toBe('twoNumbers');
    office.write(receipt('H57-2'));
    expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: 'H57-2' });
  });

  it('sends no pack for a dossier that has a number', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.write(finish('relative'));
    expect(office.intents).toEqual([]);
    expect(office.lodging()?.state).toBe('lodged');
  });

  it('asks a person when the number is taken away again, and then a pack may go', () => {
    const office = new Office();
    office.write(receipt('H57-1'));
    office.write({ recordedNumber: null });
    expect(office.lodging()).toMatchObject({ state: 'needsPerson', reason: 'numberTakenAway' });
    office.write(finish('relative'));
    expect(office.told()).toEqual([`putIntent ${R1}`]);
  });
});

describe('a number that is recorded anew', () => {
  const N1 = 'H57-1';
  const N2 = 'H57-2';
  const portal = { state: 'lodged', dossierNo: N1, evidence: 'portalRead' } as const;
  const readings: Partial<Lodging>[] = [
    { status: 1, statusAt: 10 },
    { status: 2, statusAt: 20 },
    { status: 5, statusAt: 30, reason: 'Thiếu trang 2', askedAt: 30 },
  ];
  const known = {
    ...{ lodgedAt: 1_000, acceptedAt: 20, status: 5, statusAt: 30, reason: 'Thiếu trang 2', askedAt: 30 },
    pauses: [{ status: 5, askedAt: 30 }],
  };
  const recorded = (): Office => {
    const office = new Office();
    office.write(receipt(N1));
    for (const reading of readings) office.lodge({ ...portal, lodgedAt: 1_000, at: 2_000, ...reading });
    expect(office.lodging()).toMatchObject(known);
    return office;
  };
  const takeAway = (office: Office) => {
    office.write({ recordedNumber: null });
    expect(office.lodging()).toMatchObject({ state: 'needsPerson', reason: 'numberTakenAway' });
  };

  it('has again what was known of it when it is the same, however it is typed and whatever came between', () => {
    const office = recorded();
    takeAway(office);
    office.write(receipt(N2));
    takeAway(office);
    office.write(receipt(' h57-1'));
    expect(office.lodging()).toMatchObject({
      ...known,
      dossierNo: ' h57-1',
      evidence: 'officerEntered',
      by: 'Lan',
    });
    office.lodge({ ...portal, at: 3_000, status: 4, statusAt: 40 });
    expect(office.lodging()).toMatchObject({
      acceptedAt: 20,
      pauses: [{ status: 5, askedAt: 30, endedAt: 40 }],
    });
  });

  it('has nothing that was read under a wrong one', () => {
    const office = recorded();
    takeAway(office);
    office.write(receipt(N2));
    expect(office.lodging()).toEqual({
      ...{ state: 'lodged', at: 1_000, dossierNo: N2, evidence: 'officerEntered', by: 'Lan' },
    });
  });

  it('goes by the same rule when a person settles which of two it is', () => {
    for (const [number, expected] of [
      [N1, known],
      [N2, {}],
    ] as const) {
      const office = recorded();
      office.write(receipt(N2), { by: 'minh', base: 0 });
      expect(office.lodging()?.reason).toBe('twoNumbers');
      office.write(receipt(number));
      expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: number, ...expected });
      expect(office.lodging()?.acceptedAt).toBe(number === N1 ? 20 : undefined);
    }
  });

  it('comes back also when the dossier was finished anew between', () => {
    const office = recorded();
    takeAway(office);
    office.write(finish('relative'));
    expect(office.lodging()).toBeNull();
    office.write(receipt(N1));
    expect(office.lodging()).toMatchObject(known);
  });

  it('was lodged on the day that the officer reads off the receipt, and never in the future', () => {
    const on = (lodgedOn: string): number | undefined => {
      const office = new Office();
      const { recordedNumber } = receipt(N2) as { recordedNumber: Record<string, string> };
      office.write({ recordedNumber: { ...recordedNumber, lodgedOn } });
      const { lodgedAt, at } = office.lodging() ?? {};
      return lodgedAt ?? at;
    };
    expect(on('1969-12-20')).toBe(Date.parse('1969-12-20T00:00:00+07:00'));
    expect(on('2026-11-20')).toBe(1_000);
    // As long as a day, and none.
    expect(on('2026-13-45')).toBe(1_000);
  });

  it('is free for the dossier that it belongs to once it was taken away', () => {
    const office = recorded();
    takeAway(office);
    const { reply } = office.write(receipt(N1), { dossier: 'other' });
    expect(reply.setAside).toEqual([]);
    expect(office.lodging('other')).toEqual({
      ...{ state: 'lodged', at: 1_000, dossierNo: N1, evidence: 'officerEntered', by: 'Lan' },
    });
    expect(office.write(receipt(N1)).reply.setAside[0]?.code).toBe('numberUsed');
  });

  it('is free as well once a person has said that the other one is right', () => {
    for (const [right, wrong] of [
      [N1, N2],
      [N2, N1],
    ] as const) {
      const office = new Office();
      office.write(receipt(N1));
      office.write(receipt(N2), { by: 'minh', base: 0 });
      expect(office.lodging()?.reason).toBe('twoNumbers');
      office.write(receipt(right));
      expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: right });
      expect([...office.numbers]).toEqual([[right, 'd']]);
      expect(office.write(receipt(wrong), { dossier: 'other' }).reply.setAside).toEqual([]);
      expect(office.lodging('other')).toMatchObject({ state: 'lodged', dossierNo: wrong });
    }
  });

  it('is this dossier’s still where the portal gave the other one and a person says which is right', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.lodge({ ...portal, at: 2, packNumber: 'G1' });
    office.write(receipt(N2), { by: 'minh', base: 0 });
    office.write(receipt(N2));
    expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: N2 });
    expect(office.numbers.get(N1)).toBe('d');
  });

  it('stays where the portal itself gave it to our pack', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.lodge({ ...portal, at: 2, packNumber: 'G1' });
    office.write({ recordedNumber: null });
    expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: N1 });
  });
});

describe('what the forwarder learned', () => {
  it('never talks down what is lodged', () => {
    const lodged: Lodging = { state: 'lodged', at: 1, dossierNo: 'H57-1', evidence: 'portalRead' };
    expect(combineLodging(lodged, { state: 'awaitingCitizen', at: 2 })).toBe(lodged);
    expect(combineLodging(lodged, { ...lodged, at: 2, evidence: 'officerEntered' })).toBe(lodged);
    const byHand: Lodging = { ...lodged, evidence: 'officerEntered' };
    expect(combineLodging(byHand, { ...lodged, at: 2 }).evidence).toBe('portalRead');
  });

  it('asks a person when the portal gives a number that another dossier has', () => {
    const office = new Office();
    office.write(receipt('H57-1'), { dossier: 'other' });
    office.write(finish('relative'));
    office.lodge({ state: 'lodged', at: 2, dossierNo: 'H57-1', evidence: 'portalRead' });
    expect(office.lodging()).toMatchObject({ state: 'needsPerson', reason: 'numberOfAnother' });
    expect(office.numbers.get('H57-1')).toBe('other');
  });

  it('keeps the number that the portal gave, so that nobody records it for another dossier', () => {
    const office = new Office();
    office.write(finish('relative'));
    office.lodge({ state: 'lodged', at: 2, dossierNo: 'H57-1', evidence: 'portalRead' });
    const { reply } = office.write(receipt('H57-1'), { dossier: 'other' });
    expect(reply.setAside[0]?.code).toBe('numberUsed');
  });
});
