import { describe, expect, it } from 'vitest';
import { procedures } from '../../data/procedures.ts';
import type { Procedure } from './procedure.ts';
import { findClarification, searchProcedures } from './search-procedures.ts';
import { foldText } from './search-text.ts';

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

  it.each([
    ['nhap khau', '1.004222'],
    ['sao y', '2.000815'],
    ['xac nhan doc than', '1.004873'],
    ['khai sinh cho chau', '1.001193'],
    ['lam mot lan cho be', '3.000722'],
    ['o tro', '1.004194'],
    ['ct07', '1.010041'],
    ['giay hon thu', '1.000894'],
    ['bao tu', '1.000656'],
    ['vneid muc 2', '3.000228'],
    ['mo quan', '1.001612'],
    ['trich luc', '2.000635'],
  ])('“%s” leads to %s first', (query, code) => {
    expect(searchProcedures(procedures, query)[0]?.code).toBe(code);
  });

  it.each([
    ['nhap khau', ['1.004222', '3.000722', '1.004194']],
    ['cat khau', ['1.004222', '1.000656', '1.003197']],
    ['dang ky lai', ['1.004884', '1.004746', '1.005461']],
    ['mai tang', ['1.000656', '1.001731', '1.014028']],
    ['khai sinh', ['3.000722', '1.001193', '2.000635']],
  ])('“%s” means several things and is asked about first', (query, codes) => {
    expect(findClarification(procedures, query)?.meanings.map((meaning) => meaning.code)).toEqual(codes);
  });

  it('asks about no word twice', () => {
    const asked = procedures.flatMap((entry) =>
      entry.clarifications.flatMap(({ words }) => words.map(foldText)),
    );
    expect(asked.filter((word, at) => asked.indexOf(word) !== at)).toEqual([]);
  });
});
