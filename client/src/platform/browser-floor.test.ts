import { describe, expect, it } from 'vitest';
import { type BrowserGlobals, findMissingPower } from './browser-floor.ts';

const present = () => undefined;

/** Safari 16.4; the others differ by what their release notes say. */
const SAFARI_16_4: BrowserGlobals = {
  isSecureContext: true,
  indexedDB: {},
  crypto: { subtle: {}, getRandomValues: present },
  Worker: present,
  structuredClone: present,
  CompressionStream: present,
  OffscreenCanvas: present,
  Array: { prototype: { findLast: present, toSorted: present } },
  PerformanceResourceTiming: { prototype: {} },
};
const CHROME_107: BrowserGlobals = {
  ...SAFARI_16_4,
  Array: { prototype: { findLast: present } },
  PerformanceResourceTiming: { prototype: { renderBlockingStatus: '' } },
};

describe('the oldest browsers that are served', () => {
  it.each(Object.entries({ 'Safari 16.4, as Firefox 115': SAFARI_16_4, 'Chrome 107': CHROME_107 }))(
    '%s carries the app, with or without WebAssembly',
    (_name, globals) => expect(findMissingPower(globals)).toBeUndefined(),
  );
});

describe('older browsers are refused by name', () => {
  const OLDER: Readonly<Record<string, BrowserGlobals>> = {
    'Chrome 106': { ...CHROME_107, PerformanceResourceTiming: { prototype: {} } },
    'Firefox 114': { ...SAFARI_16_4, Array: { prototype: { findLast: present } } },
    'Safari 16.3': { ...SAFARI_16_4, CompressionStream: undefined, OffscreenCanvas: undefined },
    'Safari 15.3': { ...SAFARI_16_4, structuredClone: undefined, CompressionStream: undefined },
  };
  it.each(Object.entries(OLDER))('%s', (_name, globals) => {
    expect(findMissingPower(globals)).toBe('currentBrowser');
  });
});

describe('what is missing is said by name', () => {
  it('an address without a lock is named before the cryptography that it costs', () => {
    const plainHttp = { ...CHROME_107, isSecureContext: false, crypto: { getRandomValues: present } };
    expect(findMissingPower(plainHttp)).toBe('secureContext');
  });

  it('storage that is absent, or that throws when looked at', () => {
    expect(findMissingPower({ ...CHROME_107, indexedDB: undefined })).toBe('storage');
    expect(findMissingPower({ ...CHROME_107, indexedDB: null })).toBe('storage');
    const forbidding = {
      ...CHROME_107,
      get indexedDB(): unknown {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    expect(findMissingPower(forbidding)).toBe('storage');
  });

  it('cryptography and workers', () => {
    expect(findMissingPower({ ...CHROME_107, crypto: {} })).toBe('cryptography');
    expect(findMissingPower({ ...CHROME_107, Worker: undefined })).toBe('workers');
  });
});
