import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import {
  groupByHamlet,
  listLookAlikes,
  type PersonEntry,
  readPersonEntry,
  searchGroups,
} from './arrange-people.ts';

const person = (fullName: string, hamlet = '', dateOfBirth = ''): PersonEntry =>
  readPersonEntry({
    ...{ record: fullName as RecordId, collection: 'citizen', conflicts: {} },
    values: { fullName, hamlet, dateOfBirth },
  });
const names = (groups: ReturnType<typeof searchGroups>) =>
  groups.map(({ hamlet, people }) => [hamlet, people.map((one) => one.fullName)]);

describe('the list of people', () => {
  it('stands by hamlet and then by given name, with those of no known hamlet last', () => {
    const people = [
      person('Văn Thị Bé'),
      person('Lê Hữu Phước', 'Trung Kiều'),
      person('Nguyễn Thị Vân', 'Nam Giảng'),
      person('Hồ Thị Cúc', 'Thôn Nam Giảng'),
    ];
    expect(names(groupByHamlet(people))).toEqual([
      ['Nam Giảng', ['Hồ Thị Cúc', 'Nguyễn Thị Vân']],
      ['Trung Kiều', ['Lê Hữu Phước']],
      ['', ['Văn Thị Bé']],
    ]);
  });

  it('is found by name, hamlet or year, typed without marks and in any order', () => {
    const people = [person('Hồ Thị Cúc', 'Nam Giảng', '1958'), person('Lê Hữu Phước', 'Trung Kiều', '1971')];
    expect(names(searchGroups(groupByHamlet(people), 'cuc ho'))).toEqual([['Nam Giảng', ['Hồ Thị Cúc']]]);
    expect(names(searchGroups(groupByHamlet(people), '1971'))).toEqual([['Trung Kiều', ['Lê Hữu Phước']]]);
    expect(names(searchGroups(groupByHamlet(people), 'giang'))).toEqual([['Nam Giảng', ['Hồ Thị Cúc']]]);
    expect(searchGroups(groupByHamlet(people), 'không có')).toEqual([]);
  });
});

describe('two people of one name', () => {
  const people = [person('Hồ Thị Cúc', 'Nam Giảng', '1958'), person('Hồ Thị Cúc', 'Lai Hà', '1990')];

  it('may be the same person only when the birth year is the same', () => {
    expect(listLookAlikes(people, { fullName: 'HỒ THỊ CÚC ', birthYear: '1958' })).toEqual([people[0]]);
  });

  it('are not suspected while the year is not known', () => {
    expect(listLookAlikes(people, { fullName: 'Hồ Thị Cúc', birthYear: undefined })).toEqual([]);
    expect(listLookAlikes([person('')], { fullName: ' ', birthYear: '1958' })).toEqual([]);
  });
});
