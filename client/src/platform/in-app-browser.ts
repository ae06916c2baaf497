/** Recognises the browsers inside other apps, where storage is shared, short-lived or wiped: no vault is made there. Decides nothing. */

export type InAppName = 'Zalo' | 'Messenger' | 'Facebook' | 'Instagram' | 'TikTok' | 'WebView';

export type UnsafePlace =
  | { readonly type: 'inApp'; readonly app: InAppName; readonly system: 'android' | 'ios' | 'other' }
  /** An iPhone page outside the installed app: its storage is deleted after seven days, and installing does not take it along. */
  | { readonly type: 'notInstalled' };

export interface BrowserFacts {
  readonly userAgent: string;
  /** `display-mode: standalone`, or Safari's own `navigator.standalone`. */
  readonly isStandalone: boolean;
  /** An iPad calls itself a Mac; its touch points give it away. */
  readonly maxTouchPoints: number;
}

/** The more particular first: Messenger also bears Facebook's marks. */
const MARKS: readonly (readonly [InAppName, RegExp])[] = [
  ['Zalo', /\bZalo(?:Theme\/| (?:android|iOS)\/)/i],
  ['Messenger', /FBAN\/Messenger|FB_IAB\/(?:MESSENGER|Orca)/i],
  ['Instagram', /\bInstagram \d/],
  ['Facebook', /\bFBA[NV]\/|FB_IAB\//],
  ['TikTok', /BytedanceWebview|musical_ly_|\btrill_\d|\bTikTok \d/i],
  // Android's own mark of an embedded page; iOS leaves the browser's name out instead.
  ['WebView', /\bAndroid\b.*; wv\)|\bAndroid\b.*\bVersion\/4\.0 Chrome\//],
];

/** Where no vault may be made, and why; undefined where it may. */
export function findUnsafePlace(facts: BrowserFacts): UnsafePlace | undefined {
  const { userAgent, isStandalone } = facts;
  const ios = isIos(facts);
  const system = ios ? 'ios' : /\bAndroid\b/.test(userAgent) ? 'android' : 'other';
  const marked = MARKS.find(([, mark]) => mark.test(userAgent));
  if (marked) return { type: 'inApp', app: marked[0], system };
  if (!ios || isStandalone) return undefined;
  return /\bSafari\//.test(userAgent) ? { type: 'notInstalled' } : { type: 'inApp', app: 'WebView', system };
}

function isIos({ userAgent, maxTouchPoints }: BrowserFacts): boolean {
  return (
    /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && maxTouchPoints > 1)
  );
}

/** This page's own facts. */
export function readBrowserFacts(): BrowserFacts {
  const own = navigator as Navigator & { readonly standalone?: boolean };
  return {
    userAgent: navigator.userAgent,
    isStandalone: own.standalone === true || matchMedia('(display-mode: standalone)').matches,
    maxTouchPoints: navigator.maxTouchPoints,
  };
}
