import { describe, expect, it } from 'vitest';
import type { RecordView } from '../../custody/record-store.ts';
import { findEarlier, findPacks } from './find-packs.ts';
import { makeUpPack } from './made-up-pack.ts';

const person = (name: string, more = {}) => ({ ...makeUpPack('x').citizen, record: name, name, ...more });
const slip = 'ABCDEFGHIJ2345672';
const mau = makeUpPack('mau', { citizen: person('Hoàng Thị Mẫu'), reference: slip });
const thu = makeUpPack('thu', {
  citizen: person('Nông Văn Thử'),
  lodging: { state: 'lodged', at: 1, dossierNo: 'H57.13-261122-0003' },
});
const packs = [mau, thu];
const find = (query: string) => findPacks(packs, query).map((pack) => String(pack.record));

describe('the slip or the name that somebody brings to the desk', () => {
  it('opens exactly one dossier by its slip code, typed in groups or inside a scanned address', () => {
    expect(find('abcd efgh ij23 4567 2')).toEqual(['mau']);
    // As the slip itself prints it.
    expect(find('ABCD EFGH IJ23 45672')).toEqual(['mau']);
    expect(find(`https://xa.example/p/${slip}`)).toEqual(['mau']);
    expect(find('abcdefghij2345673')).toEqual([]);
    expect(find('A8CD EFGH 1J23 45672')).toEqual(['mau']);
  });

  it('finds a person without marks, and a dossier by part of its number', () => {
    expect(find('nong thu')).toEqual(['thu']);
    expect(find('261122-0003')).toEqual(['thu']);
    expect(find('')).toEqual(['mau', 'thu']);
  });
});

describe('the warning that somebody has lodged this before', () => {
  it('knows the person again by the same record, the same card or the same number of the card', () => {
    const before = { lodging: thu.lodging };
    const own = makeUpPack('own', { citizen: person('a', { matchKey: 'k', personalId: '099000000001' }) });
    const others = [
      makeUpPack('same', { ...before, citizen: own.citizen }),
      makeUpPack('card', { ...before, citizen: person('b', { matchKey: 'k' }) }),
      makeUpPack('id', { ...before, citizen: person('c', { personalId: '099000000001' }) }),
    ];
    for (const other of others) expect(findEarlier([own, other], own, [])).toBe(other);
  });

  it('knows two records again that somebody has said to be one person', () => {
    const own = makeUpPack('own', { citizen: person('a') });
    const other = makeUpPack('other', { citizen: person('b'), lodging: thu.lodging });
    const citizens = (is: 'same' | 'different') =>
      [
        { record: 'a', values: { 'sameAs/b': { is, at: 1, by: 'Lành' } } },
        { record: 'b', values: {} },
      ].map((one) => ({ ...one, collection: 'citizen' }) as unknown as RecordView);
    expect(findEarlier([own, other], own, citizens('same'))).toBe(other);
    expect(findEarlier([own, other], own, citizens('different'))).toBeUndefined();
  });

  it('is silent for namesakes, for another procedure, and for what was never lodged', () => {
    const own = makeUpPack('own', { citizen: person('a') });
    const others = [
      makeUpPack('namesake', { citizen: person('b'), lodging: thu.lodging }),
      makeUpPack('procedure', { citizen: own.citizen, procedureCode: '1.001193', lodging: thu.lodging }),
      makeUpPack('draft', { citizen: own.citizen }),
    ];
    expect(findEarlier([own, ...others], own, [])).toBeUndefined();
  });
});
