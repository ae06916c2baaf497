/** Dates and numbers on the screen, wherever the machine thinks it is. */
import { describe, expect, it } from 'vitest';
import {
  dayOfInstant,
  describeBytes,
  formatBytes,
  formatDay,
  formatDayAndTime,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  formatShortDay,
  formatTime,
  formatWeekdayAndDay,
} from './format-values.ts';
import { messagesEn } from './messages-en.ts';
import { messagesVi } from './messages-vi.ts';
import { createTranslator } from './translate.ts';

const vi = createTranslator('vi', messagesVi);
const en = createTranslator('en', messagesEn);
const halfPastMidnight = Date.parse('2026-11-21T17:30:00Z');

describe('days and hours', () => {
  it('are those of Vietnam, even after midnight and on a machine set to another zone', () => {
    expect(dayOfInstant(halfPastMidnight)).toBe('2026-11-22');
    expect(formatTime(halfPastMidnight)).toBe('00:30');
    expect(formatDayAndTime(halfPastMidnight, vi)).toBe('00:30, 22/11/2026');
  });

  it('are written day first, with the weekday in words', () => {
    expect(formatDay('2026-11-02')).toBe('02/11/2026');
    expect(formatWeekdayAndDay('2026-11-22', vi, '2026-01-01')).toBe('Chủ nhật, 22/11');
    expect(formatWeekdayAndDay('2026-11-25', vi)).toBe('Thứ Tư, 25/11/2026');
    expect(formatWeekdayAndDay('2026-11-22', en, '2026-12-31')).toBe('Sunday, 22/11');
  });

  it('bear their year where it is another one than this', () => {
    expect(formatShortDay('2026-12-31', '2026-11-22')).toBe('31/12');
    expect(formatShortDay('2999-12-31', '2026-11-22')).toBe('31/12/2999');
    expect(formatWeekdayAndDay('1970-01-05', vi, '2026-11-22')).toBe('Thứ Hai, 05/01/1970');
    expect(formatRelativeDay('2027-01-03', '2026-12-30', vi)).toBe('Chủ nhật 03/01/2027');
  });

  it.each([
    ['2026-11-22', 'Hôm nay'],
    ['2026-11-23', 'Ngày mai'],
    ['2026-11-24', 'Ngày kia'],
    ['2026-11-21', 'Hôm qua'],
    ['2026-11-25', 'Thứ Tư 25/11'],
    ['2026-11-16', 'Thứ Hai 16/11'],
    ['2026-11-29', '29/11/2026'],
    ['2025-11-22', '22/11/2025'],
  ])('%s, seen on 22/11/2026, is called %s', (day, words) => {
    expect(formatRelativeDay(day, '2026-11-22', vi)).toBe(words);
  });
});

describe('numbers', () => {
  it('have a point for thousands and a comma for parts in Vietnamese', () => {
    expect(formatNumber(1234.5, vi)).toBe('1.234,5');
    expect(formatNumber(1234.5, en)).toBe('1,234.5');
    expect(formatPercent(0.312, vi)).toBe('31,2\u00a0%');
    expect(formatMoney(8000, vi)).toBe('8.000 đồng');
  });

  it('of bytes are short, and said in Zalo photos for those who do not count bytes', () => {
    expect(formatBytes(84_000, vi)).toBe('84\u00a0KB');
    expect(formatBytes(1_240_000, vi)).toBe('1,2\u00a0MB');
    expect(formatBytes(5_340_000_000, vi)).toBe('5,3\u00a0GB');
    expect(describeBytes(84_000, vi)).toBe('dưới một ảnh Zalo');
    expect(describeBytes(610_000, vi)).toBe('bằng khoảng 3 ảnh Zalo');
    expect(describeBytes(210_000, en)).toBe('about 1 Zalo photo');
  });
});
