import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findSlipFacts, listCompanions } from './read-slip-facts.ts';

const MAU = 'mau' as RecordId;

function createRecords(rows: readonly (readonly [record: string, collection: string, values: Patch])[]) {
  const views = rows.map(([record, collection, values]) => ({
    ...{ record: record as RecordId, collection, values, conflicts: {} },
  }));
  return {
    findRecord: (record: RecordId) => views.find((view) => view.record === record),
    listRecords: (collection: string) => views.filter((view) => view.collection === collection),
  };
}

const person = [
  'mau',
  'citizen',
  { fullName: 'Hoàng Thị Mẫu', dateOfBirth: '1947', personalId: '099147004567' },
] as const;

describe('what is known of the person of a slip', () => {
  it('is their own: of the account guide the way that is not finished', () => {
    const step = (outcome: string) => ({ outcome, at: 1 });
    const records = createRecords([
      person,
      ['old', 'accountSetup', { citizen: 'mau', finishedAt: 5, 'steps/vneid': step('none') }],
      ['now', 'accountSetup', { citizen: 'mau', 'steps/vneid': step('level1') }],
      ['other', 'accountSetup', { citizen: 'du', 'steps/vneid': step('lockedOut') }],
      ['d', 'dossier', { citizen: 'mau', procedure: '2.000635', 'papers/x': 'attachment' }],
      ['e', 'dossier', { citizen: 'du', procedure: '2.000635' }],
      ['f', 'dossier', { citizen: 'mau', procedure: '2.000635', finishedAt: 1 }],
      ['g', 'dossier', { citizen: 'mau', procedure: '2.000635', finishedAt: 2 }],
    ]);
    const facts = findSlipFacts(records, MAU, '2026-11-22');
    expect(facts).toMatchObject({ age: 79, steps: { vneid: 'level1' }, mayReferToPolice: false });
    expect(facts?.dossiers.map(({ record, scanned }) => [record, scanned])).toEqual([
      ['d', ['x']],
      ['g', []],
      ['f', []],
    ]);
    expect(findSlipFacts(records, 'nobody' as RecordId, '2026-11-22')).toBeUndefined();
  });

  it('counts a yes to telling the police until it is taken back', () => {
    const yes = (more: Patch) =>
      findSlipFacts(
        createRecords([person, ['c', 'consent', { citizen: 'mau', purposes: ['policeReferral'], ...more }]]),
        MAU,
        '2026-11-22',
      )?.mayReferToPolice;
    expect(yes({})).toBe(true);
    expect(yes({ withdrawnAt: 9 })).toBe(false);
  });
});

it('a slip says what was begun under either record of one person', () => {
  const records = createRecords([
    person,
    ['again', 'citizen', { fullName: 'Hoàng Thị Mẫu', 'sameAs/mau': { is: 'same', at: 1, by: 'Mai' } }],
    ['d', 'dossier', { citizen: 'mau', procedure: '2.000635' }],
    ['c', 'consent', { citizen: 'mau', purposes: ['policeReferral'] }],
    ['other', 'dossier', { citizen: 'du', procedure: '2.000635' }],
  ]);
  const facts = findSlipFacts(records, 'again' as RecordId, '2026-11-22');
  expect(facts?.dossiers.map(({ record }) => record)).toEqual(['d']);
  expect(facts?.mayReferToPolice).toBe(true);
});

describe('the others of the session', () => {
  it('come in the order of their numbers, from every phone’s list, each once and without the person', () => {
    const visitor = (citizen: string) => ({ citizen, at: 1, state: 'done' });
    const records = createRecords([
      person,
      ['a', 'attendance', { session: 's', 'visitors/A02': visitor('mau'), 'visitors/A10': visitor('vi') }],
      ['b', 'attendance', { session: 's', 'visitors/B01': visitor('du'), 'visitors/A01': visitor('ly') }],
      ['c', 'attendance', { session: 'other', 'visitors/A01': visitor('nam') }],
    ]);
    expect(listCompanions(records, MAU)).toEqual(['ly', 'vi', 'du']);
  });
});
