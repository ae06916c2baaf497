import { expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

const wrap = (text: string, width: number) => wrapText(text, width, ({ length }) => length);

it('breaks at spaces, and inside a word only where the word alone is too wide', () => {
  expect(wrap('Bác ra một cửa của xã nộp giấy.', 14)).toEqual(['Bác ra một cửa', 'của xã nộp', 'giấy.']);
  expect(wrap('H57.13-261122-0003', 8)).toEqual(['H57.13-2', '61122-00', '03']);
  expect(wrap('một ABCDEFGHIJ hai', 6)).toEqual(['một', 'ABCDEF', 'GHIJ', 'hai']);
  expect(wrap('   ', 6)).toEqual([]);
});

it('loses no letter, however narrow the picture', () => {
  const text = 'Không thay thế Giấy tiếp nhận hồ sơ.';
  for (let width = 1; width < 40; width += 1)
    expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});
