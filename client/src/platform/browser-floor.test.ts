import { expect, it } from 'vitest';
import { findFloorFault } from './browser-floor.ts';

const look = (userAgent: string, rest = {}) =>
  findFloorFault({ userAgent, isSecure: true, hasIndexedDb: true, hasWorker: true, hasLocks: true, ...rest });
const chrome = (version: number): string =>
  `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`;
const iphone = (os: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Mobile/15E148 Safari/604.1`;

it('refuses a browser from before the floor by name and says which version is needed', () => {
  expect(look(chrome(106))).toEqual({ type: 'tooOld', browser: 'Chrome', needed: '107' });
  expect(look(iphone('16_3'))).toEqual({ type: 'tooOld', browser: 'Safari', needed: '16.4' });
  expect(look('Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0')).toEqual({
    type: 'tooOld',
    browser: 'Firefox',
    needed: '115',
  });
});

it('lets in what stands on the floor', () => {
  expect(look(chrome(107))).toBeUndefined();
  expect(look(iphone('16_4'))).toBeUndefined();
  expect(look(iphone('17_0_1'))).toBeUndefined();
});

it('names a page without https before it names anything that comes of it', () => {
  expect(look(chrome(140), { isSecure: false })).toEqual({ type: 'notSecure' });
});

it('names what a browser lacks', () => {
  expect(look(chrome(140), { hasIndexedDb: false })).toEqual({ type: 'missing', power: 'indexedDB' });
  expect(look('unknown', { hasWorker: false })).toEqual({ type: 'missing', power: 'worker' });
  expect(look('unknown', { hasLocks: false })).toEqual({ type: 'missing', power: 'locks' });
});
