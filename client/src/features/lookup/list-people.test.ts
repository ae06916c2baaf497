import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { listPresent, listWillingPeople, searchPeople } from './list-people.ts';

const make = (record: string, values: Patch) => ({ record: record as RecordId, values });
const mau = make('mau', { fullName: 'Hoàng Thị Mẫu', dateOfBirth: '1947-03-02', hamlet: 'Thôn Mẫu' });
const an = make('an', { fullName: 'Nông Văn An', dateOfBirth: '1990' });
const yes = (citizen: string, more: Patch = {}) =>
  make(`yes-${citizen}`, { citizen, purposes: ['prepare'], ...more });

describe('the people for whom a dossier may be begun', () => {
  it('stand in the order of their given names', () => {
    const people = listWillingPeople([mau, an], [yes('mau'), yes('an')]);
    expect(people.map((person) => person.name)).toEqual(['Nông Văn An', 'Hoàng Thị Mẫu']);
  });

  it('leave out whoever took the consent back', () => {
    const people = listWillingPeople([mau, an], [yes('mau', { withdrawnAt: 1 }), yes('an')]);
    expect(people.map((person) => person.record)).toEqual(['an']);
  });

  it('leave out whoever agreed to something else only, and hide nobody whose consent is not here', () => {
    const police = yes('mau', { purposes: ['policeReferral', 'keepPapers'] });
    expect(listWillingPeople([mau, an], [police]).map((person) => person.record)).toEqual(['an']);
    expect(listWillingPeople([mau, an], [police, yes('mau')])).toHaveLength(2);
  });

  it('are found without marks, by year or by hamlet', () => {
    const people = listWillingPeople([mau, an], []);
    expect(searchPeople(people, 'hoang mau').map((person) => person.record)).toEqual(['mau']);
    expect(searchPeople(people, '1990').map((person) => person.record)).toEqual(['an']);
    expect(searchPeople(people, 'thon mau').map((person) => person.record)).toEqual(['mau']);
  });
});

describe('the session that is open', () => {
  const open = make('open', { openedAt: 5 });

  it('lists who is there over all phones, in the order in which they came, without those who are done', () => {
    const phoneA = make('a', {
      session: 'open',
      'visitors/A01': { citizen: 'mau', at: 20, state: 'waiting' },
      'visitors/A02': { citizen: 'gone', at: 10, state: 'done' },
    });
    const phoneB = make('b', { session: 'open', 'visitors/B01': { citizen: 'an', at: 15, state: 'inHand' } });
    const other = make('c', { session: 'x', 'visitors/C01': { citizen: 'far', at: 1, state: 'waiting' } });
    expect(listPresent([phoneA, phoneB, other], [open], open.record)).toEqual(['an', 'mau']);
  });

  it('lists who came to a session that somebody said is the same', () => {
    const twin = make('twin', { openedAt: 6, 'sameAs/open': { is: 'same', at: 7, by: 'Mai' } });
    const visitor = { citizen: 'an', at: 15, state: 'waiting' };
    const list = make('b', { session: 'twin', 'visitors/A01': visitor });
    expect(listPresent([list], [open, twin], open.record)).toEqual(['an']);
    expect(listPresent([list], [open], open.record)).toEqual([]);
  });
});
