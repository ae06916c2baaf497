import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone, formatPhone, normalizePhone } from './phone.ts';

const findFault = (text: string) => {
  const checked = checkPhone(text);
  return checked.ok ? undefined : checked.error.type;
};

describe('a telephone number', () => {
  it('is one number however it is written', () => {
    for (const text of [
      '0912345678',
      '+84 912 345 678',
      '84912345678',
      '0084912345678',
      '0912.345.678',
      '+840912345678',
    ])
      expect(normalizePhone(text)).toBe('0912345678');
  });

  it('of every operator is accepted, the small ones too', () => {
    for (const prefix of [
      '032',
      '039',
      '086',
      '098',
      '070',
      '079',
      '089',
      '090',
      '093',
      '081',
      '088',
      '091',
      '094',
    ])
      expect(checkPhone(`${prefix}1234567`)).toMatchObject({ ok: true, value: { kind: 'mobile' } });
    for (const prefix of ['052', '055', '056', '058', '059', '087', '092', '099'])
      expect(checkPhone(`${prefix}1234567`)).toMatchObject({ ok: true, value: { kind: 'mobile' } });
  });

  it('may be the landline of the commune', () => {
    expect(checkPhone('024 3825 1234')).toEqual({
      ok: true,
      value: { phone: '02438251234', kind: 'landline' },
    });
  });

  it('is read although a paste has brought invisible marks along', () => {
    expect(checkPhone('\u202A+84 912\u200B 345 678\u202C')).toEqual({
      ok: true,
      value: { phone: '0912345678', kind: 'mobile' },
    });
  });

  it('is refused with what is wrong with it', () => {
    expect(findFault(' ')).toBe('empty');
    expect(findFault('gọi con tôi')).toBe('notDigits');
    expect(findFault('091234567')).toBe('tooShort');
    expect(findFault('09123456789')).toBe('tooLong');
    expect(findFault('0123456789')).toBe('unknownPrefix');
    expect(findFault('0951234567')).toBe('unknownPrefix');
  });

  it('is written in groups for reading aloud', () => {
    expect(formatPhone('+84912345678')).toBe('0912 345 678');
    expect(formatPhone('02438251234')).toBe('024 3825 1234');
    expect(formatPhone('chưa có')).toBe('chưa có');
  });

  it('stays the same when normalised twice', () => {
    const typed = fc.stringMatching(/^[+\d .-]{0,16}$/);
    fc.assert(
      fc.property(typed, (text) => {
        const checked = checkPhone(text);
        return !checked.ok || normalizePhone(checked.value.phone) === checked.value.phone;
      }),
    );
  });
});
