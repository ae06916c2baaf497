import { describe, expect, it } from 'vitest';
import { checkTypedNumber, findScannedNumber, isDoubtfulNumber } from './dossier-number.ts';

const check = (first: string, again: string) => checkTypedNumber({ first, again, isScanned: false });

describe('a number typed from a receipt', () => {
  it.each([
    ['H42.17-261122-0003', 'H42.17-261122-0003'],
    [' h42.17 - 261122 - 0003 ', 'H42.17-261122-0003'],
    ['G01.899.102.000–261122–100021', 'G01.899.102.000-261122-100021'],
    ['000.00.15.H42-261122-0003', '000.00.15.H42-261122-0003'],
  ])('%s is taken as %s', (typed, dossierNo) => {
    expect(check(typed, dossierNo)).toEqual({
      ok: true,
      value: { dossierNo, formatKnown: true },
    });
  });

  it('is taken from one scan, which reads exactly', () => {
    expect(checkTypedNumber({ first: 'H42.17-261122-0003', again: '', isScanned: true })).toEqual({
      ok: true,
      value: { dossierNo: 'H42.17-261122-0003', formatKnown: true, scanned: true },
    });
  });

  it.each(['', 'H42.17-', 'H42.17-261122-0003', '099147000123', 'ABCD-EFGH-JKLM-NPQRS', 'GOI-2026-0001'])(
    '“%s” is not said to be taken all the same: it is half typed, usual, or refused',
    (typed) => {
      expect(isDoubtfulNumber(typed)).toBe(false);
    },
  );

  it('is taken though it looks unusual, and is marked so', () => {
    expect(check('2026/0003', '2026/0003')).toEqual({
      ok: true,
      value: { dossierNo: '2026/0003', formatKnown: false },
    });
    expect(isDoubtfulNumber('2026/0003')).toBe(true);
  });

  it.each([
    ['', '', 'empty'],
    ['H4', 'H4', 'tooShort'],
    ['H'.repeat(61), 'H'.repeat(61), 'tooLong'],
    ['H42.17-261122-0003', ' ', 'againEmpty'],
    ['H42.17-261122-0003', 'H42.17-261122-0008', 'differs'],
  ])('“%s” and “%s” are refused: %s', (first, again, type) => {
    expect(check(first, again)).toEqual({ ok: false, error: { type } });
  });

  it('may have as many digits as a card, where it cannot be one; a camera takes neither for a number', () => {
    for (const number of ['261122000123', '190000123']) {
      expect(check(number, number)).toMatchObject({ ok: true, value: { formatKnown: false } });
      expect(findScannedNumber(number)).toBeUndefined();
    }
  });

  it.each([
    ["a citizen's own number", '099147000123', 'personalId'],
    ['the same, as it stands on the card', '099 147 000 123', 'personalId'],
    ['the code of our slip', 'ABCDEFGHIJKLMNO27', 'slipCode'],
    ['the same in groups', 'abcd-efgh-ijkl-mno2-7', 'slipCode'],
    ['the number of a pack', 'GOI-261127-0001', 'packNumber'],
    ['a piece of a page', '<script>alert(1)</script>', 'marks'],
    ['a link', 'https://vi.du/?ma=1', 'marks'],
    ['a number with its end cut off', 'H42.17-261122-', 'marks'],
    ['dots', '...............', 'noDigits'],
    ['words', 'GIAYTIEPNHAN', 'noDigits'],
  ])('%s is refused, however often it is typed: %s', (_what, typed, type) => {
    expect(check(typed, typed)).toEqual({ ok: false, error: { type } });
    expect(checkTypedNumber({ first: typed, again: '', isScanned: true }).ok).toBe(false);
    expect(findScannedNumber(typed)).toBeUndefined();
  });

  it.each([
    '000.01.02.H57-220315-0001',
    'H57.01.02-220315-0001',
    'H55.242-261127-0001',
    '03706/2026/07906',
    'TAPHUAN-261127-0001',
    'G22.99.99-261127-123456',
    '26112700031',
    '12/HS-ĐĐ',
  ])('%s is one', (typed) => {
    expect(check(typed, typed)).toMatchObject({ ok: true, value: { dossierNo: typed } });
  });

  it('is one with what a paste of it brings along unseen', () => {
    const pasted = { first: '\u200BH42.17-261122-0003', again: 'H42.17-261122-0003', isScanned: false };
    expect(checkTypedNumber(pasted)).toMatchObject({ ok: true, value: { dossierNo: 'H42.17-261122-0003' } });
  });
});

describe('what the code of a receipt says', () => {
  it.each([
    ['000.01.02.H57-220315-0001', '000.01.02.H57-220315-0001'],
    ['h42.17–261122–0003', 'H42.17-261122-0003'],
    ['https://dvc.example/tra-cuu?ma=H42.17-261122-0003&x=1', 'H42.17-261122-0003'],
    ['Ma ho so: H42.17-261122-0003 Ngay: 22/11/2026', 'H42.17-261122-0003'],
    ['H42.17-261122-0003|H42.17-261122-0003', 'H42.17-261122-0003'],
    ['EE123456789VN', 'EE123456789VN'],
    [' 2026/0003 ', '2026/0003'],
  ])('%s is the number %s', (text, number) => {
    expect(findScannedNumber(text)).toBe(number);
  });

  it.each([
    ['two numbers', 'H42.17-261122-0003;H42.17-261122-0004'],
    ['a number with too many digits behind', 'https://vi.du/?ma=H42.17-261122-00031234'],
    ['a card', '099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu|05112022'],
    ["a citizen's own number", '099147000123'],
    ['a number of the old card', '190000123'],
    ['what stands on a bottle of water', '8934567890123'],
    ['what stands on a small packet', '89345678'],
    ['a link', 'https://vi.du/trang'],
    ['a Wi-Fi code', 'WIFI:S:nhavanhoa;T:WPA;P:matkhau;;'],
    ['words', 'GIAY TIEP NHAN 1'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(findScannedNumber(text)).toBeUndefined();
  });
});
