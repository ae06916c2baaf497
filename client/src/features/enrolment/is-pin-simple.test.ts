import { describe, expect, it } from 'vitest';
import { isPinSimple } from './is-pin-simple.ts';

describe('a PIN that anybody would try first', () => {
  it.each(['000000', '123456', '987654', '121212', '123123', '021947', '011990'])('refuses %s', (pin) => {
    expect(isPinSimple(pin)).toBe(true);
  });

  it.each(['402817', '775310', '90214683'])('takes %s', (pin) => {
    expect(isPinSimple(pin)).toBe(false);
  });
});
