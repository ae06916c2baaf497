import { expect, it } from 'vitest';
import { DEFAULT_LEASE_DAYS, isLeaseOver, noteAnswer, noteUnlockDay } from './lease.ts';
import type { ContactNote } from './stored-keys.ts';

const DAY = 86_400_000;
const heard: ContactNote = { lastAnswerAt: 1_000 * DAY, unlockDays: [] };
const useOn = (days: number): ContactNote =>
  Array.from({ length: days }, (_, n) => `2026-01-${10 + n}`).reduce(noteUnlockDay, heard);

it('is not over because a clock jumped to 2099', () => {
  expect(isLeaseOver(useOn(1), 40_000 * DAY, DEFAULT_LEASE_DAYS)).toBe(false);
});

it('is not over because a phone is used every day for a month', () => {
  expect(isLeaseOver(useOn(30), 1_030 * DAY, DEFAULT_LEASE_DAYS)).toBe(false);
});

it('is over after 46 days and ten days of use without a word from the server', () => {
  expect(isLeaseOver(useOn(10), 1_046 * DAY, DEFAULT_LEASE_DAYS)).toBe(true);
});

it('counts a day of use once, and begins again with every word of the server', () => {
  const used = noteUnlockDay(noteUnlockDay(heard, '2026-01-10'), '2026-01-10');
  expect(used.unlockDays).toHaveLength(1);
  expect(noteAnswer(used, 1_001 * DAY)).toEqual({ lastAnswerAt: 1_001 * DAY, unlockDays: [] });
});
