import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { RecordView } from '../../custody/record-store.ts';
import { listTwins } from './list-twins.ts';
import type { AttendanceList } from './read-attendance.ts';

const list = (
  owner: string,
  visitors: Readonly<Record<string, readonly [string, number]>>,
): AttendanceList => ({
  ...{ record: `list ${owner}` as RecordId, session: 's', device: owner, owner, letter: 'A' },
  ...{ lettersGiven: 0, lettersUnused: [], codesShown: 0, table: undefined, heads: [], doubles: {} },
  visitors: Object.entries(visitors).map(([number, [citizen, at]]) => [
    number,
    { citizen, at, state: 'waiting' },
  ]),
});
const citizen = (record: string, values: Readonly<Record<string, Json>>): RecordView => ({
  ...{ record: record as RecordId, collection: 'citizen', values, conflicts: {} },
});
const MAU = { fullName: 'Hoàng Thị Mẫu', dateOfBirth: '1947-03-02' };
const lists = [list('Nam', { B01: ['later', 20] }), list('Mai', { A01: ['earlier', 10] })];

describe('two entries that may be one person', () => {
  it('are asked about when name and year agree and a number is missing, the earlier one first', () => {
    const seen = listTwins(lists, [
      citizen('earlier', MAU),
      citizen('later', { fullName: 'HOÀNG THỊ MẪU', dateOfBirth: '1947', personalId: '099147000123' }),
    ]);
    expect(seen).toEqual([
      {
        first: { citizen: 'earlier', name: 'Hoàng Thị Mẫu', number: 'A01', owner: 'Mai', at: 10 },
        second: { citizen: 'later', name: 'HOÀNG THỊ MẪU', number: 'B01', owner: 'Nam', at: 20 },
      },
    ]);
  });

  it('are asked about when the number is the same, whatever was typed for the name', () => {
    const key = { matchKey: 'k' };
    const records = [citizen('earlier', { ...MAU, ...key }), citizen('later', { fullName: 'Mau', ...key })];
    expect(listTwins(lists, records)).toHaveLength(1);
  });

  it('are two when their numbers differ, when the year does, and when a record is not here', () => {
    const other = (values: Readonly<Record<string, Json>>) =>
      listTwins(lists, [citizen('earlier', { ...MAU, personalId: '1' }), citizen('later', values)]);
    expect(other({ ...MAU, personalId: '2' })).toEqual([]);
    expect(other({ ...MAU, dateOfBirth: '1948' })).toEqual([]);
    expect(listTwins(lists, [citizen('earlier', MAU)])).toEqual([]);
  });

  it('are asked about once, and again when the answer was taken back', () => {
    const answer = { is: 'different', at: 1, by: 'Mai' };
    const records = (said: Json) => [
      citizen('earlier', MAU),
      citizen('later', { ...MAU, 'sameAs/earlier': said }),
    ];
    expect(listTwins(lists, records(answer))).toEqual([]);
    expect(listTwins(lists, records(null))).toHaveLength(1);
  });
});
