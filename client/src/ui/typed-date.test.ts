/** Dates of birth as they are really said and typed at a doorstep. */
import { describe, expect, it } from 'vitest';
import { addSlashes, findTypedDate, showTypedDate } from './typed-date.ts';

describe('reading a typed date', () => {
  it.each([
    '02/03/1947',
    '2/3/1947',
    '2-3-1947',
    '2.3.1947',
    '02 03 1947',
    '02031947',
    ' 2/03/47 ',
    '020347',
  ])('understands "%s" as the second of March 1947', (text) => {
    expect(findTypedDate(text, 2026)).toBe('1947-03-02');
  });

  it('takes two digits for the last such year that is not in the future', () => {
    expect(findTypedDate('1/1/26', 2026)).toBe('2026-01-01');
    expect(findTypedDate('1/1/27', 2026)).toBe('1927-01-01');
  });

  it.each([
    '',
    '2/3',
    '32/01/1990',
    '29/02/2023',
    '15/13/1990',
    '1/1/190',
    '1947-03-02',
    'hôm qua',
    '0/1/1990',
  ])('does not guess at "%s"', (text) => {
    expect(findTypedDate(text, 2026)).toBeUndefined();
  });

  it('knows the leap day', () => {
    expect(findTypedDate('29/02/2024', 2026)).toBe('2024-02-29');
  });

  it('shows a stored day the Vietnamese way', () => {
    expect(showTypedDate('1947-03-02')).toBe('02/03/1947');
    expect(showTypedDate('2/3')).toBe('2/3');
  });
});

describe('typing with a keypad that has no slash', () => {
  function typeOut(keys: string): string {
    return [...keys].reduce((shown, key) => addSlashes(shown, shown + key), '');
  }

  it('puts the slashes in by itself', () => {
    expect(typeOut('02031947')).toBe('02/03/1947');
    expect(typeOut('231247')).toBe('23/12/47');
  });

  it('adds the zero when the first digit can only be the whole', () => {
    expect(typeOut('531947')).toBe('05/03/1947');
  });

  it('leaves slashes that a person types', () => {
    expect(typeOut('2/3/1947')).toBe('2/03/1947');
  });

  it('never puts back what is being deleted', () => {
    expect(addSlashes('02/', '02')).toBe('02');
  });

  it('understands eight digits pasted at once', () => {
    expect(addSlashes('', '02031947')).toBe('02/03/1947');
  });
});
