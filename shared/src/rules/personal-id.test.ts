import { describe, expect, it } from 'vitest';
import { idPrefixes } from '../../data/id-prefixes.ts';
import { checkPersonalId, isPersonalId, maskPersonalId, splitPersonalId } from './personal-id.ts';

const today = '2026-11-22';
const listCodes = (facts: Parameters<typeof checkPersonalId>[0], practice = true) =>
  checkPersonalId(facts, { today, practice }).map((warning) => warning.code);

describe('the twelve digits', () => {
  it('say where the birth was registered, by the 63 provinces of before the merger', () => {
    expect(Object.keys(idPrefixes)).toHaveLength(63);
    expect(splitPersonalId('010090000123')).toMatchObject({ origin: 'province', provinceName: 'Lào Cai' });
    expect(splitPersonalId('132090000123')).toMatchObject({ origin: 'country' });
    expect(splitPersonalId('003090000123')).toMatchObject({ origin: 'unassigned' });
  });

  it('say the sex and the year of birth in any century', () => {
    expect(splitPersonalId('099090000123')).toMatchObject({ sex: 'male', birthYear: 1990 });
    expect(splitPersonalId('099185004567')).toMatchObject({ sex: 'female', birthYear: 1985 });
    expect(splitPersonalId('099220004567')).toMatchObject({ sex: 'male', birthYear: 2020 });
    expect(splitPersonalId('099305004567')).toMatchObject({ sex: 'female', birthYear: 2005 });
    expect(splitPersonalId('099901004567')).toMatchObject({ sex: 'female', birthYear: 2301 });
  });

  it('keep their leading zero and are never eleven or thirteen', () => {
    expect(isPersonalId('099090000123')).toBe(true);
    for (const text of ['99090000123', '0990900001234', '09909000012a', '', ' 099090000123', 99090000123])
      expect(isPersonalId(text)).toBe(false);
  });
});

describe('what is doubtful about a number', () => {
  it('is nothing when sex and year of birth agree', () => {
    expect(listCodes({ personalId: '099090000123', sex: 'male', dateOfBirth: '1990-08-15' })).toEqual([]);
  });

  it('is the sex or the century when the fourth digit says otherwise', () => {
    expect(listCodes({ personalId: '099090000123', sex: 'female', dateOfBirth: '1990' })).toEqual([
      'sexOrCenturyDiffers',
    ]);
    expect(listCodes({ personalId: '099290000123', sex: 'male', dateOfBirth: '1990' })).toEqual([
      'sexOrCenturyDiffers',
    ]);
  });

  it('is the birth year when the fifth and sixth digits say otherwise', () => {
    expect(listCodes({ personalId: '099147000123', dateOfBirth: '1946-03-02' })).toEqual([
      'birthYearDiffers',
    ]);
  });

  it('is a prefix that no province has, except in practice', () => {
    expect(listCodes({ personalId: '099090000123' }, false)).toEqual(['prefixUnassigned']);
    expect(listCodes({ personalId: '000090000123' })).toEqual(['prefixUnassigned']);
    expect(listCodes({ personalId: '132090000123' }, false)).toEqual([]);
  });

  it('is an age over 120 or a birth still to come, and a child is only said', () => {
    expect(listCodes({ personalId: '099005000123', dateOfBirth: '1905-11-21' })).toEqual(['ageUnlikely']);
    expect(listCodes({ personalId: '099006000123', dateOfBirth: '1906-11-22' })).toEqual([]);
    expect(listCodes({ personalId: '099226000123', dateOfBirth: '2026-11-23' })).toEqual(['bornInFuture']);
    const child = checkPersonalId(
      { personalId: '099220000123', dateOfBirth: '2020-01-02' },
      { today, practice: true },
    );
    expect(child).toEqual([{ code: 'underFourteen', field: 'dateOfBirth', level: 'info' }]);
  });
});

it('shows four digits beside the person and three in a list', () => {
  expect(maskPersonalId('099185004567', 'personCard')).toBe('••••••••4567');
  expect(maskPersonalId('099185004567', 'summary')).toBe('•••••••••567');
});
