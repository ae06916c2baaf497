/** Whether this browser can carry the app at all, by what it has and not by what it says it is. Shows nothing and tries nothing out. */

/** What is missing, the most telling first: without a secure context the others are missing too. */
export type MissingPower = 'secureContext' | 'storage' | 'cryptography' | 'workers' | 'currentBrowser';

/** The globals as far as they are looked at; pass `globalThis`. */
export interface BrowserGlobals {
  readonly isSecureContext?: unknown;
  readonly indexedDB?: unknown;
  readonly crypto?: { readonly subtle?: unknown; readonly getRandomValues?: unknown };
  readonly Worker?: unknown;
  readonly structuredClone?: unknown;
  readonly CompressionStream?: unknown;
  readonly OffscreenCanvas?: unknown;
  readonly Array?: { readonly prototype: object };
  readonly PerformanceResourceTiming?: { readonly prototype: object };
}

type Check = (globals: BrowserGlobals) => boolean;

const POWERS: readonly (readonly [MissingPower, Check])[] = [
  ['secureContext', (globals) => globals.isSecureContext === true],
  ['storage', (globals) => globals.indexedDB !== undefined && globals.indexedDB !== null],
  ['cryptography', ({ crypto }) => crypto?.subtle !== undefined && crypto.getRandomValues !== undefined],
  ['workers', (globals) => globals.Worker !== undefined],
  ['currentBrowser', isCurrent],
];

/** Undefined where nothing is missing. WebAssembly is not asked for: without it a slower lock is used. */
export function findMissingPower(globals: BrowserGlobals): MissingPower | undefined {
  return POWERS.find(([, isThere]) => !hasPower(globals, isThere))?.[0];
}

/** A browser that forbids storage may throw at the mere look. */
function hasPower(globals: BrowserGlobals, isThere: Check): boolean {
  try {
    return isThere(globals);
  } catch {
    return false;
  }
}

/**
 * The floor is Chrome and WebView 107, Safari 16.4, Firefox 115. Compression streams came with Safari 16.4 and
 * OffscreenCanvas draws there since then; `toSorted` came with Firefox 115; the Chromes from 107 that lack it
 * (it came with 110) already say which script held up the page.
 */
function isCurrent(globals: BrowserGlobals): boolean {
  const { structuredClone, CompressionStream, OffscreenCanvas } = globals;
  if (!structuredClone || !CompressionStream || !OffscreenCanvas) return false;
  return (
    'toSorted' in (globals.Array?.prototype ?? {}) ||
    'renderBlockingStatus' in (globals.PerformanceResourceTiming?.prototype ?? {})
  );
}
