import { describe, expect, it } from 'vitest';
import { findUnsafePlace } from './in-app-browser.ts';

const ANDROID = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const look = (userAgent: string, rest: { isStandalone?: boolean; maxTouchPoints?: number } = {}) =>
  findUnsafePlace({ userAgent, isStandalone: false, maxTouchPoints: 5, ...rest });

/** As phones sent them, 2020-2026. */
const SEEN = [
  [
    'Zalo',
    'android',
    `Mozilla/5.0 (Linux; Android 11; RMX1973 Build/RKQ1.201217.002;) ${ANDROID} Version/4.0 Chrome/142.0.7444.171 Safari/537.36 Zalo android/25112868 ZaloTheme/dark ZaloLanguage/vi`,
  ],
  [
    'Zalo',
    'android',
    `Mozilla/5.0 (Linux; Android 13; SM-A536E Build/TP1A.220624.014; wv) ${ANDROID} Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 Zalo android/12100621 ZaloTheme/light ZaloLanguage/vi`,
  ],
  ['Zalo', 'ios', `${IOS} Mobile/15E148 Zalo iOS/536 ZaloTheme/light ZaloLanguage/vn`],
  [
    'Messenger',
    'android',
    `Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/UP1A.231005.007; wv) ${ANDROID} Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36 [FB_IAB/MESSENGER;FBAV/450.0.0.42.109;]`,
  ],
  [
    'Messenger',
    'android',
    `Mozilla/5.0 (Linux; Android 12; CPH2119 Build/RKQ1.211103.002; wv) ${ANDROID} Version/4.0 Chrome/120.0.6099.210 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/438.0.0.27.116;]`,
  ],
  [
    'Messenger',
    'ios',
    `${IOS} Mobile/21B101 [FBAN/MessengerForiOS;FBAV/442.0.0.42.110;FBDV/iPhone15,2;FBSN/iOS;FBSV/17.2]`,
  ],
  [
    'Facebook',
    'android',
    `Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) ${ANDROID} Version/4.0 Chrome/118.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.34.100;]`,
  ],
  ['Facebook', 'ios', `${IOS} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0.0.40.102;FBBV/123;FBDV/iPhone12,1]`],
  [
    'Instagram',
    'ios',
    `${IOS} Mobile/21F90 Instagram 335.0.0.34.95 (iPhone16,1; iOS 17_5_1; vi_VN; vi; scale=3.00; 1179x2556)`,
  ],
  [
    'Instagram',
    'android',
    `Mozilla/5.0 (Linux; Android 12; SM-A225F; wv) ${ANDROID} Version/4.0 Chrome/99.0.4844.88 Mobile Safari/537.36 Instagram 280.0.0.18.114 Android (31/12; 300dpi)`,
  ],
  [
    'TikTok',
    'android',
    `Mozilla/5.0 (Linux; Android 12; SM-A525F Build/SP1A.210812.016; wv) ${ANDROID} Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 trill_350402 JsSdk/1.0 NetType/WIFI BytedanceWebview/d8a21c6`,
  ],
  [
    'TikTok',
    'ios',
    `${IOS} Mobile/15E148 musical_ly_34.0.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/vi`,
  ],
  [
    'WebView',
    'android',
    `Mozilla/5.0 (Linux; Android 12; SM-G991B Build/SP1A.210812.016; wv) ${ANDROID} Version/4.0 Chrome/99.0.0.0 Mobile Safari/537.36`,
  ],
  ['WebView', 'ios', `${IOS} Mobile/15E148`],
] as const;

const BROWSERS = {
  'Chrome on Android': `Mozilla/5.0 (Linux; Android 10; K) ${ANDROID} Chrome/140.0.0.0 Mobile Safari/537.36`,
  'Samsung Internet': `Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A135F) ${ANDROID} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`,
  'Cốc Cốc': `Mozilla/5.0 (Linux; Android 12; CPH2119) ${ANDROID} coc_coc_browser/126.0 Chrome/120.0.0.0 Mobile Safari/537.36`,
  'Firefox on Android': 'Mozilla/5.0 (Android 13; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0',
  'Chrome on Windows': `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${ANDROID} Chrome/140.0.0.0 Safari/537.36`,
};

describe('pages inside other apps', () => {
  it.each(SEEN)('%s on %s is recognised', (app, system, userAgent) => {
    expect(look(userAgent)).toEqual({ type: 'inApp', app, system });
  });

  it.each(Object.entries(BROWSERS))('%s is a place where a vault may be made', (_, userAgent) => {
    expect(look(userAgent, { maxTouchPoints: 0 })).toBeUndefined();
  });
});

describe('iPhones and iPads', () => {
  const safari = `${IOS} Version/17.5 Mobile/15E148 Safari/604.1`;
  const pad =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';

  it('take a vault only in the installed app, whatever browser shows the page', () => {
    expect(look(safari)).toEqual({ type: 'notInstalled' });
    expect(look(`${IOS} CriOS/126.0 Mobile/15E148 Safari/604.1`)).toEqual({ type: 'notInstalled' });
    expect(look(safari, { isStandalone: true })).toBeUndefined();
    expect(look(`${IOS} Mobile/15E148`, { isStandalone: true })).toBeUndefined();
  });

  it('are recognised behind the name of a Mac, and a Mac is not taken for one', () => {
    expect(look(pad, { maxTouchPoints: 5 })).toEqual({ type: 'notInstalled' });
    expect(look(pad, { maxTouchPoints: 0 })).toBeUndefined();
  });
});
