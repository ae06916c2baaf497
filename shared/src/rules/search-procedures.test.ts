import { describe, expect, it } from 'vitest';
import { procedures } from '../../data/procedures.ts';
import type { Procedure } from './procedure.ts';
import { findClarification, searchProcedures } from './search-procedures.ts';

const extract = procedures.find((entry) => entry.code === '2.000635') as Procedure;
const other: Procedure = {
  ...extract,
  code: '2.000908',
  name: { vi: 'Cấp bản sao từ sổ gốc', en: 'Copy from the register' },
  everydayWords: [],
};
const listCodes = (query: string) => searchProcedures([other, extract], query).map((entry) => entry.code);

describe('looking a procedure up', () => {
  it('finds it by the words of the village, without marks', () => {
    for (const query of ['trich luc', 'lam lai giay khai sinh', 'mất giấy khai sinh', 'sao giay khai'])
      expect(listCodes(query)).toEqual(['2.000635']);
  });

  it('finds it by the beginning of its code', () => {
    expect(listCodes('2.0006')).toEqual(['2.000635']);
  });

  it('puts an everyday word that fits whole before an official name that fits in part', () => {
    const registry = { ...other, name: { vi: 'Trích lục sổ gốc', en: 'a' } };
    const found = searchProcedures([registry, extract], 'trích lục');
    expect(found.map((entry) => entry.code)).toEqual(['2.000635', '2.000908']);
  });

  it('finds nothing for words that stand nowhere', () => {
    expect(listCodes('hộ chiếu')).toEqual([]);
  });

  it('asks back when the words mean several procedures', () => {
    const asked = findClarification(procedures, 'Làm lại giấy khai sinh');
    expect(asked?.meanings.map((meaning) => meaning.code)).toEqual(['2.000635', '1.004884', '1.004859']);
    expect(findClarification(procedures, 'trích lục')).toBeUndefined();
  });
});
