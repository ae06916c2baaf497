import { describe, expect, it } from 'vitest';
import { findHamlet, foldHamlet } from './hamlet-names.ts';

describe('a hamlet', () => {
  it('is one, with or without its unit, its marks and its capitals', () => {
    expect(foldHamlet('Thôn Nam Giảng')).toBe(foldHamlet('nam giảng'));
    expect(foldHamlet('Tổ dân phố 3')).toBe('3');
    expect(foldHamlet('Bản Khoang')).not.toBe(foldHamlet('Bản Lướt'));
  });

  it('keeps a name that is nothing but a unit', () => {
    expect(foldHamlet('Buôn')).toBe('buon');
  });

  it('is taken from the address in the spelling that the team uses', () => {
    expect(findHamlet('THÔN NAM GIẢNG, Xã Quảng Thọ, H. Quảng Điền', ['Trung Kiều', 'Nam Giảng'])).toBe(
      'Nam Giảng',
    );
  });

  it('is taken as printed when nobody here has met it yet', () => {
    expect(findHamlet('Thôn Mẫu, Xã Ví Dụ, Huyện Thử', ['Nam Giảng'])).toBe('Thôn Mẫu');
  });

  it('is left to be asked when the address begins with a street or says nothing', () => {
    expect(findHamlet('12 Lê Lợi, Phường Thử', ['Nam Giảng'])).toBeUndefined();
    expect(findHamlet('', ['Nam Giảng'])).toBeUndefined();
  });
});
