/** The round letters beside a name. */
import { expect, it } from 'vitest';
import { findInitials } from './find-initials.ts';

it('takes the family name and the given name, whatever stands between', () => {
  expect(findInitials('Hồ Thị Cúc')).toBe('HC');
  expect(findInitials('Công Tằng Tôn Nữ Thị Ánh Đào')).toBe('CĐ');
});

it('keeps the letters that Vietnamese tells apart, however they were typed', () => {
  expect(findInitials('đỗ văn ổn')).toBe('ĐỔ');
  expect(findInitials('Đỗ Văn Ổn'.normalize('NFD'))).toBe('ĐỔ');
});

it('manages with one word, with stray spaces and with nothing', () => {
  expect(findInitials('Mẫu')).toBe('M');
  expect(findInitials('  Y   Bhiêu ')).toBe('YB');
  expect(findInitials('')).toBe('');
});
