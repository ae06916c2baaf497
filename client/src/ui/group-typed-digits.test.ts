/** How a number looks once the finger leaves the field. */
import { expect, it } from 'vitest';
import { groupTypedDigits } from './group-typed-digits.ts';

it('reads a mobile number in four, three and three', () => {
  expect(groupTypedDigits('0912345678', [4, 3, 3])).toBe('0912 345 678');
  expect(groupTypedDigits('0912 345678', [4, 3, 3])).toBe('0912 345 678');
});

it('keeps every digit of a number that is longer or shorter than expected', () => {
  expect(groupTypedDigits('09123456789', [4, 3, 3])).toBe('0912 345 678 9');
  expect(groupTypedDigits('091', [4, 3, 3])).toBe('091');
});

it('leaves alone what is not a row of digits', () => {
  expect(groupTypedDigits('+84 912', [4, 3, 3])).toBe('+84 912');
});
