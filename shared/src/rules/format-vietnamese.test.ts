import { describe, expect, it } from 'vitest';
import { formatDate, formatDong, formatNumber, formatPercent } from './format-vietnamese.ts';

describe('what stands on a slip', () => {
  it('is a date with the day first, and only as much of it as is known', () => {
    expect(formatDate('1947-03-02')).toBe('02/03/1947');
    expect(formatDate('1947-03')).toBe('03/1947');
    expect(formatDate('1947')).toBe('1947');
  });

  it('is money with points between the thousands', () => {
    expect(formatDong(1234567)).toBe('1.234.567\u00a0đ');
    expect(formatDong(8000)).toBe('8.000\u00a0đ');
    expect(formatDong(0)).toBe('0\u00a0đ');
    expect(formatDong(200)).toBe('200\u00a0đ');
  });

  it('is a number with a decimal comma', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(-1234.567, 2)).toBe('-1.234,57');
    expect(formatNumber(-0.001, 2)).toBe('0,00');
  });

  it('is a share with two places, and nothing where there is no denominator', () => {
    expect(formatPercent(45945 / 446367)).toBe('10,29\u00a0%');
    expect(formatPercent(0 / 0)).toBe('');
  });
});
