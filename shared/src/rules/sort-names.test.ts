import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, sortByName } from './sort-names.ts';

describe('a list of people', () => {
  it('is ordered by given name, then by family name', () => {
    const list = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Văn Ân', 'Đỗ Văn An', 'Dương Thị An'];
    expect(sortByName(list, (name) => name)).toEqual([
      'Dương Thị An',
      'Đỗ Văn An',
      'Nguyễn Thị An',
      'Lê Văn Ân',
      'Trần Văn Bình',
    ]);
  });

  it('puts a before ă before â, and d before đ', () => {
    const list = ['Ân', 'An', 'Ăn', 'Đa', 'Da', 'Ơn', 'On', 'Ôn', 'Ư', 'U'];
    expect(sortByName(list, (name) => name)).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Da',
      'Đa',
      'On',
      'Ôn',
      'Ơn',
      'U',
      'Ư',
    ]);
  });

  it('puts the tones in the order of the dictionary', () => {
    const list = ['Mạ', 'Má', 'Mã', 'Mả', 'Mà', 'Ma'];
    expect(sortByName(list, (name) => name)).toEqual(['Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ']);
  });

  it('does not care about case or letters in pieces, and leaves equal names in their order', () => {
    expect(compareNames('NGUYỄN VĂN MẪU', 'Nguyễn Văn Mẫu'.normalize('NFD'))).toBe(0);
    const twins = [
      { name: 'Lý Thị Thử', number: 1 },
      { name: 'LÝ THỊ THỬ', number: 2 },
    ];
    expect(sortByName(twins, (person) => person.name).map((person) => person.number)).toEqual([1, 2]);
  });

  it('agrees with the locale data of the machine on single names', () => {
    const collator = new Intl.Collator('vi');
    const name = fc.constantFrom('An', 'Ân', 'Bình', 'Bính', 'Đào', 'Dao', 'Hoa', 'Hòa', 'Hoà', 'Hồng', 'Hông', 'Hương', 'Lý', 'Ly', 'Mẫu', 'Thử', 'Thư', 'Thu', 'Tú', 'Tư', 'Yến', 'Zak'); // prettier-ignore
    fc.assert(
      fc.property(name, name, (a, b) => Math.sign(compareNames(a, b)) === Math.sign(collator.compare(a, b))),
    );
  });
});
