/** Says in plain facts why a browser is too old or too bare for the app, before anything else is tried. */

export type FloorFault =
  | { readonly type: 'tooOld'; readonly browser: 'Chrome' | 'Safari' | 'Firefox'; readonly needed: string }
  /** A page without https has no cryptography. */
  | { readonly type: 'notSecure' }
  | { readonly type: 'missing'; readonly power: 'indexedDB' | 'worker' | 'locks' };

const FLOOR = { Chrome: '107', Safari: '16.4', Firefox: '115' } as const;

export interface FloorFacts {
  readonly userAgent: string;
  readonly isSecure: boolean;
  readonly hasIndexedDb: boolean;
  readonly hasWorker: boolean;
  /** Without them two tabs could write at once. */
  readonly hasLocks: boolean;
}

export function findFloorFault(facts: FloorFacts): FloorFault | undefined {
  const { userAgent, isSecure, hasIndexedDb, hasWorker, hasLocks } = facts;
  const found = findBrowser(userAgent);
  if (found && isBelow(found.version, FLOOR[found.browser])) {
    return { type: 'tooOld', browser: found.browser, needed: FLOOR[found.browser] };
  }
  if (!isSecure) return { type: 'notSecure' };
  if (!hasIndexedDb) return { type: 'missing', power: 'indexedDB' };
  if (!hasWorker) return { type: 'missing', power: 'worker' };
  return hasLocks ? undefined : { type: 'missing', power: 'locks' };
}

/** Every iOS browser is Safari inside, so its version is the system's. */
function findBrowser(userAgent: string): { browser: keyof typeof FLOOR; version: string } | undefined {
  const ios = /\b(?:iPhone|iPad|iPod)\b.*? OS (\d+)_(\d+)/.exec(userAgent);
  if (ios) return { browser: 'Safari', version: `${ios[1]}.${ios[2]}` };
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent);
  if (firefox) return { browser: 'Firefox', version: firefox[1] ?? '' };
  const chrome = /\bChrome\/(\d+)/.exec(userAgent);
  if (chrome) return { browser: 'Chrome', version: chrome[1] ?? '' };
  const safari = /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//.exec(userAgent);
  return safari ? { browser: 'Safari', version: safari[1] ?? '' } : undefined;
}

function isBelow(version: string, floor: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = floor.split('.').map(Number);
  return major < floorMajor || (major === floorMajor && minor < floorMinor);
}

/** This page's own facts. */
export function readFloorFacts(): FloorFacts {
  return {
    userAgent: navigator.userAgent,
    isSecure: isSecureContext && 'subtle' in crypto,
    hasIndexedDb: typeof indexedDB !== 'undefined',
    hasWorker: typeof Worker !== 'undefined',
    hasLocks: 'locks' in navigator,
  };
}
