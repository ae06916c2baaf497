import { expect, it } from 'vitest';
import { isPrivateWindow, type WindowFacts } from './private-window.ts';

const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile';
const FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const GIGABYTE = 1_000_000_000;

const look = (userAgent: string, facts: Partial<WindowFacts> = {}): boolean =>
  isPrivateWindow({
    userAgent,
    ...{ isPersistent: false, filesRefused: undefined, quota: 10 * GIGABYTE, heapLimit: undefined },
    ...facts,
  });

it('is known by files that Firefox refuses for safety, and that Safari refuses for whatever reason', () => {
  expect(look(FIREFOX, { filesRefused: 'SecurityError' })).toBe(true);
  expect(look(SAFARI, { filesRefused: 'UnknownError' })).toBe(true);
});

it('is known in an older Chromium by a quota out of the memory', () => {
  const heapLimit = 0.5 * GIGABYTE;
  expect(look(CHROME, { quota: 0.3 * GIGABYTE, heapLimit })).toBe(true);
  expect(look(CHROME, { quota: 10 * GIGABYTE, heapLimit: 4 * GIGABYTE })).toBe(false);
});

it('is not made of a cheap phone, a fault of the moment, silence or a browser that has promised to keep', () => {
  // A disk of 8 GB, of which Chromium offers six tenths.
  expect(look(CHROME, { quota: 4.8 * GIGABYTE, heapLimit: 0.5 * GIGABYTE })).toBe(false);
  expect(look(CHROME, { filesRefused: 'UnknownError' })).toBe(false);
  expect(look(FIREFOX, { quota: undefined })).toBe(false);
  expect(look(SAFARI)).toBe(false);
  expect(look(FIREFOX, { filesRefused: 'SecurityError', isPersistent: true })).toBe(false);
});
