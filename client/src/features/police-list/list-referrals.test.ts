import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { groupReferrals } from './list-referrals.ts';

const today = '2026-11-25';
const referral = (record: string, values: Patch = {}) => ({
  record: record as RecordId,
  collection: 'policeReferral',
  values: { citizen: record, name: record, errands: ['level2'], ...values },
  conflicts: {},
});
const group = (...records: ReturnType<typeof referral>[]) =>
  Object.fromEntries(
    Object.entries(groupReferrals(records, today)).map(([name, list]) => [
      name,
      list.map(({ record }) => record),
    ]),
  );

describe('the list for the police', () => {
  it('puts whoever is due first, a missed day before today, and who was handed over last', () => {
    expect(
      group(
        referral('Ý'),
        referral('An'),
        referral('later', { day: '2026-11-27' }),
        referral('today', { day: today }),
        referral('missed', { day: '2026-11-20' }),
        referral('told', { day: today, handedOver: { at: 1, by: 'Tú', day: today } }),
        referral('told last', { handedOver: { at: 2, by: 'Tú' } }),
      ),
    ).toEqual({
      due: ['missed', 'today'],
      later: ['later'],
      undated: ['An', 'Ý'],
      done: ['told last', 'told'],
    });
  });

  it('brings back whoever has another day than the police were told', () => {
    const handedOver = { at: 1, by: 'Tú', day: '2026-11-26' };
    expect(group(referral('moved', { day: '2026-11-30', handedOver }))).toMatchObject({
      later: ['moved'],
      done: [],
    });
    expect(group(referral('dropped', { handedOver }))).toMatchObject({ undated: ['dropped'], done: [] });
  });

  it('leaves out whoever wants nothing of the police any more', () => {
    expect(group(referral('settled', { errands: [] })).undated).toEqual([]);
  });

  it('brings back whoever agreed again, this time with a day, until the police know that day', () => {
    const told = { citizen: 'mau', handedOver: { at: 1, by: 'Tú' } };
    const again = referral('again', { citizen: 'mau', day: today });
    for (const records of [
      [referral('told', told), again],
      [again, referral('told', told)],
    ])
      expect(group(...records)).toMatchObject({ due: ['told'], undated: [], done: [] });
    const toldAgain = { ...told, handedOver: { at: 2, by: 'Tú', day: today } };
    expect(group(referral('told', toldAgain), again)).toMatchObject({ due: [], done: ['told'] });
  });

  it('names once whoever agreed twice, under what was handed over, else under what has a day', () => {
    const dated = { citizen: 'mau', day: today };
    const twins = group(referral('a', { citizen: 'mau' }), referral('b', dated));
    expect([...(twins['due'] ?? []), ...(twins['undated'] ?? [])]).toEqual(['b']);
    const told = { citizen: 'mau', handedOver: { at: 1, by: 'Tú' } };
    expect(group(referral('b', { citizen: 'mau' }), referral('c', told))).toMatchObject({ done: ['c'] });
  });
});
