import { describe, expect, it } from 'vitest';
import { buildChromeIntent, findInAppBrowser, needsInstalledApp } from './in-app-browser.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const SAFARI = `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`;
const ANDROID =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.5845.163 Mobile Safari/537.36';

const INSIDE_AN_APP: readonly (readonly [app: string, isAndroid: boolean, userAgent: string])[] = [
  ['Zalo', true, `${ANDROID} Zalo android/12080604 ZaloTheme/light ZaloLanguage/vi`],
  ['Zalo', false, `${IPHONE} Mobile/15E148 Zalo iOS/502 ZaloTheme/light ZaloLanguage/vn`],
  [
    'Zalo',
    true,
    'Mozilla/5.0 (Linux; Android 4.4.2;LG-F320S) AppleWebKit/537.36 (KHTML, like Gecko) Zalo/1.0 Safari/537.36',
  ],
  ['Facebook', true, `${ANDROID} [FB_IAB/FB4A;FBAV/429.0.0.27.114;]`],
  ['Facebook', false, `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.40.99;FBBV/615310455;FBLC/vi_VN]`],
  ['Messenger', true, `${ANDROID} [FB_IAB/Orca-Android;FBAV/415.0.0.14.47;]`],
  ['Messenger', false, `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/466.0.0.41.109;FBBV/615310455]`],
  [
    'Instagram',
    true,
    `${ANDROID} Instagram 345.0.0.48.95 Android (33/13; 300dpi; 720x1449; samsung; SM-A135F)`,
  ],
  ['Instagram', false, `${IPHONE} Mobile/15E148 Instagram 300.0.0.0.0 (iPhone14,3; iOS 17_5; vi_VN)`],
  ['TikTok', true, `${ANDROID} musical_ly_2023405030 BytedanceWebview/d8a21c6`],
  ['TikTok', false, `${IPHONE} Mobile/15E148 trill_320800 JsSdk/2.0 NetType/WIFI Region/VN WKWebView/1`],
  ['LINE', false, `${IPHONE} Mobile/15E148 Safari Line/14.5.0`],
  ['WebView', true, ANDROID],
];

const BROWSERS: Readonly<Record<string, string>> = {
  'Chrome on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36',
  'Samsung Internet':
    'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
  'Cốc Cốc on Android':
    'Mozilla/5.0 (Linux; Android 11; vivo 1906) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/117.0.156 Chrome/111.0.5563.156 Mobile Safari/537.36',
  'Firefox on Android': 'Mozilla/5.0 (Android 13; Mobile; rv:115.0) Gecko/115.0 Firefox/115.0',
  'Safari on iPhone': SAFARI,
  'Chrome on iPhone': `${IPHONE} CriOS/129.0.6668.46 Mobile/15E148 Safari/604.1`,
  'the installed app on iPhone': `${IPHONE} Mobile/15E148`,
  'Chrome on Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36',
  'Firefox on Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0',
};

describe('the browser inside another app', () => {
  it.each(INSIDE_AN_APP)('%s is found (Android: %s): %s', (app, isAndroid, userAgent) => {
    expect(findInAppBrowser(userAgent)).toEqual({ app, isAndroid });
  });

  it.each(Object.entries(BROWSERS))('%s may keep work', (_name, userAgent) => {
    expect(findInAppBrowser(userAgent)).toBeUndefined();
  });

  it('WeChat, which bears the word Messenger, is not taken for it', () => {
    const app = findInAppBrowser(`${ANDROID} MicroMessenger/8.0.40.2420(0x28002837) WeChat/arm64`)?.app;
    expect(app).toBe('WebView');
  });
});

describe('iPhone and iPad', () => {
  const IPAD =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Safari/605.1.15';

  it('keep work in the installed app only', () => {
    expect(needsInstalledApp({ userAgent: SAFARI, standalone: false })).toBe(true);
    expect(needsInstalledApp({ userAgent: `${IPHONE} Mobile/15E148`, standalone: true })).toBe(false);
  });

  it('an iPad that gives itself out as a Mac is known by its touch screen', () => {
    expect(needsInstalledApp({ userAgent: IPAD, standalone: false, touchPoints: 5 })).toBe(true);
    expect(needsInstalledApp({ userAgent: IPAD, standalone: false, touchPoints: 0 })).toBe(false);
  });

  it('Android and laptops need no installing', () => {
    for (const userAgent of [BROWSERS['Chrome on Android'], BROWSERS['Chrome on Windows']])
      expect(needsInstalledApp({ userAgent: userAgent ?? '', standalone: false, touchPoints: 10 })).toBe(
        false,
      );
  });
});

describe('the way out to Chrome', () => {
  it('keeps the invitation', () => {
    expect(buildChromeIntent('https://gocua.dandien.gov.vn/moi?ma=ABCD-1234&nn=vi')).toBe(
      'intent://gocua.dandien.gov.vn/moi?ma=ABCD-1234&nn=vi#Intent;scheme=https;package=com.android.chrome;' +
        'S.browser_fallback_url=https%3A%2F%2Fgocua.dandien.gov.vn%2Fmoi%3Fma%3DABCD-1234%26nn%3Dvi;end',
    );
  });

  it('keeps the port of a demonstration', () => {
    const intent = buildChromeIntent('http://volunteer.localhost:8300/?ma=K7');
    expect(intent).toContain('intent://volunteer.localhost:8300/?ma=K7#Intent;scheme=http;');
  });

  it('lets nothing in the address end the intent or add to it', () => {
    const intent = buildChromeIntent('https://xa.vn/?ma=A;end#Intent;package=com.evil;end') ?? '';
    expect(intent.split('#')).toHaveLength(2);
    expect(intent.split('#')[1]).toBe(
      'Intent;scheme=https;package=com.android.chrome;S.browser_fallback_url=https%3A%2F%2Fxa.vn%2F%3Fma%3DA%3Bend;end',
    );
  });

  it.each(['javascript:alert(1)', 'file:///sdcard/a.html', 'intent://x', 'xa.vn', '', 'https://a:b@xa.vn/'])(
    'makes no link of %s',
    (address) => expect(buildChromeIntent(address)).toBeUndefined(),
  );
});
