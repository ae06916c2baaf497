import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHiding } from './hide-people.ts';

const ofSession = ['HOÀNG THỊ MẪU', 'Nông Văn Thử', 'Lò Thị Hoa', 'Nguyễn Thị Em', 'LY THI VI'];
const hide = createHiding({
  citizens: ['Hoàng Thị Mẫu', 'Trần Văn Hóa', 'Phạm Quốc Dụ', 'Vàng Văn Nam'],
  staff: ['Nguyễn Hoàng Nam', 'Lê Thị Hoa'],
})(ofSession);

describe('a note for somebody who needs no names', () => {
  it.each([
    ['Bà Mẫu ngã khi ký.', 'Bà … ngã khi ký.'],
    ['Hoang Thi Mau báo lại', '… báo lại'],
    ['hoang thi mau bao lai', '… bao lai'],
    ['Đã gọi bà Thị Mẫu.', 'Đã gọi bà ….'],
    ['ba mau bi nga', 'ba … bi nga'],
    ['con trai ông Thử và bà cụ Mẫu', 'con trai ông … và bà cụ …'],
    ['bà Mẫu, Thử và Hoa đều về', 'bà …, … và … đều về'],
    ['Gặp bà H.T. Mẫu', 'Gặp bà H.T. …'],
    ['cô Hoa cho hoa quả', 'cô … cho hoa quả'],
    ['Bà Mâu nghe không rõ', 'Bà … nghe không rõ'],
    ['nông văn thử không có sóng', '… không có sóng'],
    ['bà Lý Thị Ví', 'bà …'],
    ['chị Em với anh em trong tổ', 'chị … với anh em trong tổ'],
    ['anh Văn Hóa nhờ ông Quốc Dụ', 'anh … nhờ ông …'],
  ])('%s', (note, hidden) => {
    expect(hide(note)).toBe(hidden);
  });

  it.each([
    'Nhà văn hóa thôn Mẫu mất điện, nhờ trung tâm văn hóa xã.',
    'Hoa quả để trên bàn, có hóa đơn.',
    'Anh em trong tổ mang máy về, bà con chờ lâu.',
    'Thử lại ba lần, mẫu đơn in thiếu trang.',
    'Bác sĩ ở trạm không đến.',
    'Bà con thử đăng nhập không được.',
  ])('leaves alone: %s', (note) => {
    expect(hide(note)).toBe(note);
  });

  it('of another session hides the full name, its end, and the given name after a title where it is a capital', () => {
    expect(hide('Phạm Quốc Dụ, Quốc Dụ, ông Dụ')).toBe('…, …, ông …');
    expect(hide('ông dụ dỗ, có thí dụ')).toBe('ông dụ dỗ, có thí dụ');
  });

  it('leaves whoever works for the commune, unless somebody of that name came', () => {
    expect(hide('Hỏi anh Nam, máy anh Nam kẹt')).toBe('Hỏi anh Nam, máy anh Nam kẹt');
    expect(hide('Văn Nam về trước')).toBe('… về trước');
    expect(hide('chị Hoa')).toBe('chị …');
  });

  it('knows an office from somebody who is called like its first word', () => {
    const note = 'Hỏi anh Công an xã và bác Trưởng thôn';
    const known = createHiding({ citizens: [], staff: [] })(['Lê Văn Công', 'Trần Văn Trưởng']);
    expect(known(note)).toBe(note);
    expect(known('Hỏi anh Công, bác Trưởng')).toBe('Hỏi anh …, bác …');
  });

  it('takes out telephones and card numbers', () => {
    expect(hide('gọi 0912 345 678 hoặc 099147000123, bàn 2')).toBe('gọi … hoặc …, bàn 2');
  });

  it.each([
    '0912  345 678',
    '0912 - 345 - 678',
    '(0912) 345 678',
    '(+84) 912 345 678',
    '0912 345–678',
    '099 147 000 123',
    '0912_345_678',
  ])('however their digits are parted: %s', (number) => {
    expect(hide(`gọi ${number} nhé`).replace(/[(+…)]/g, '')).toBe('gọi  nhé');
  });

  it.each(['Từ 08:00 đến 11:20, 40 người, 12 hồ sơ.', 'Ngày 22/11/2026 mất điện 20 phút.'])(
    'and leaves counts, hours and days: %s',
    (note) => {
      expect(hide(note)).toBe(note);
    },
  );
});

const surnames = ['Hoàng', 'Nông', 'Nguyễn', 'Lò', 'Trần', 'Vàng', 'Đặng', 'Ksor', 'Thạch'];
const middles = ['Thị', 'Văn', 'Quốc', 'Thúy', 'Đức', 'Thị Mỹ', 'Hữu'];
const givens = ['Mẫu', 'Thử', 'Ví', 'Dụ', 'Hòa', 'Thuý', 'Ý', 'Đào', 'Khánh', 'Quý', 'Yến', 'Hiệp', 'Nghĩa'];
const titles = ['bà', 'ông', 'bác', 'cô', 'chú', 'anh', 'chị', 'cụ', 'em', 'Bà', 'Ông', 'ANH'];

const person = fc
  .tuple(fc.constantFrom(...surnames), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map(([surname, middle, given]) => ({ middle, given, full: `${surname} ${middle} ${given}` }));
const strip = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
const placements = (text: string) =>
  text.replace('Hòa', 'Hoà').replace('Thuý', 'Thúy').replace('Thúy', 'Thuý').replace('Quý', 'Quí');
const ways = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  strip,
  (text: string) => strip(text).toUpperCase(),
  placements,
];

describe('whoever is written about, however', () => {
  it('neither the full name, nor its end, nor a title with the given name is left', () => {
    const situation = fc.record({
      someone: person,
      title: fc.constantFrom(...titles),
      write: fc.constantFrom(...ways),
      before: fc.constantFrom('', 'Máy kẹt khi ', 'con của ', 'Tổ gặp ', '20 phút: '),
      rest: fc.constantFrom('', ' ngã', ', gọi lại', '. Xong.', ' (thôn trên)'),
      kind: fc.constantFrom('full' as const, 'end' as const, 'given' as const),
    });
    fc.assert(
      fc.property(situation, ({ someone, title, write, before, rest, kind }) => {
        const said = {
          full: someone.full,
          end: `${someone.middle} ${someone.given}`,
          given: `${title} ${someone.given}`,
        };
        const note = `${before}${write(said[kind])}${rest}`;
        const hidden = createHiding({ citizens: [], staff: [] })([someone.full])(note);
        const left = strip(hidden)
          .toLowerCase()
          .split(/[^a-z]+/);
        expect(left).not.toContain(strip(someone.given).toLowerCase());
      }),
      { numRuns: 400 },
    );
  });

  it('nothing else of the note is lost', () => {
    const words = fc.array(
      fc.constantFrom('máy', 'kẹt', 'giấy', 'chờ', '20', 'phút', 'ở', 'bàn', 'văn', 'thị', 'mẫu', 'hoa'),
    );
    fc.assert(
      fc.property(words, (some) => {
        const note = some.join(' giấy ');
        expect(hide(note)).toBe(note);
      }),
    );
  });
});
