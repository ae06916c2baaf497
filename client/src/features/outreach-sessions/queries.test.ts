import { expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { findSession } from './queries.ts';

const view = (record: string, values: Patch) => ({
  ...{ record: record as RecordId, collection: 'session', conflicts: {} },
  values: { place: 'Nhà văn hóa', openedAt: 1, ...values },
});

it('two sessions that are one show the team and the incidents of both', () => {
  const incident = { at: 3, kind: 'powerCut' };
  const first = view('a', { 'members/x/in': { name: 'Lành', at: 1 } });
  const twin = view('b', { 'members/y/in': { name: 'Nam', at: 2 }, 'incidents/i': incident });
  const same = { ...twin, values: { ...twin.values, 'sameAs/a': { is: 'same', at: 4, by: 'Nam' } } };
  expect(findSession([first, twin], first.record)).toMatchObject({ incidents: [] });
  const joined = findSession([same, first], first.record);
  expect(joined?.members.map(({ name }) => name)).toEqual(['Nam', 'Lành']);
  expect(joined?.incidents).toEqual([incident]);
  expect(findSession([first], 'gone' as RecordId)).toBeUndefined();
});
