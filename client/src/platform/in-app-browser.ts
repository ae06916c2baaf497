/** Which browser this is, as far as it decides where work may be kept: not inside another app. Reads agent strings; shows nothing. */

export interface InAppBrowser {
  /** As people call it; `WebView` for an Android app that does not say its name. */
  readonly app: string;
  /** Android, so that `buildChromeIntent` leads out of it. */
  readonly isAndroid: boolean;
}

/** Messenger before Facebook, whose marks it bears too. WeChat's `MicroMessenger` is not Messenger. */
const APPS: readonly (readonly [app: string, mark: RegExp])[] = [
  ['Zalo', /\bZalo\b/i],
  ['Messenger', /MessengerForiOS|MessengerLite|Orca-Android|FB_IAB\/MESSENGER/],
  ['Instagram', /\bInstagram\b/],
  ['Facebook', /\bFB(?:AN|AV|IOS|_IAB)\b/],
  ['TikTok', /\bTikTok\b|musical_ly|\btrill_|BytedanceWebview/],
  ['LINE', /\bLine\/\d/],
  ['WebView', /\bAndroid\b.*; wv\)/],
];

/** Undefined in a browser of its own. An app that hides itself perfectly is not found. */
export function findInAppBrowser(userAgent: string): InAppBrowser | undefined {
  const found = APPS.find(([, mark]) => mark.test(userAgent));
  return found && { app: found[0], isAndroid: /\bAndroid\b/.test(userAgent) };
}

export interface BrowserSigns {
  readonly userAgent: string;
  /** The page runs as an installed app (`display-mode: standalone`, or `navigator.standalone`). */
  readonly standalone: boolean;
  /** `navigator.maxTouchPoints`: an iPad gives itself out as a Mac, and only its fingers tell. */
  readonly touchPoints?: number;
}

/** True on an iPhone or iPad outside the installed app: Safari clears a page's storage after seven days without use, an app's not. */
export function needsInstalledApp({ userAgent, standalone, touchPoints = 0 }: BrowserSigns): boolean {
  if (standalone) return false;
  return /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touchPoints > 1);
}

/**
 * A link that Android opens in Chrome, at the same address with its query, the invitation `?ma=` included.
 * Undefined for what is no web address or carries a name and password. The part after # does not travel: the intent begins there.
 */
export function buildChromeIntent(address: string): string | undefined {
  const url = parseAddress(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  const place = url.href.slice(`${url.protocol}//`.length);
  const parts = [
    `scheme=${url.protocol.slice(0, -1)}`,
    'package=com.android.chrome',
    `S.browser_fallback_url=${encodeURIComponent(url.href)}`,
  ];
  return `intent://${place}#Intent;${parts.join(';')};end`;
}

/** `URL.canParse` is younger than the oldest browser that we serve. */
function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
