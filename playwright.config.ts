import { defineConfig } from '@playwright/test';
import { ensureBrowser, findBrowser } from './.scripts/ensure-browser.mjs';

process.env['TZ'] = 'Asia/Ho_Chi_Minh';

/** Root in a container cannot use the sandbox; the rest keeps the browser from talking to anyone else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Of what takes a minute or more nothing may be left for the end, when one of two workers would have nothing else to do.
 * Which of the two a file belongs to changes nothing but its turn.
 */
const LONG = [
  ...['screens', 'one-day', 'kills', 'three-phones', 'practice', 'office'],
  ...['canaries', 'approval', 'lock', 'main-thread', 'merge-codes', 'wire'],
].map((name) => `${name}.spec.ts`);

export default defineConfig({
  testDir: 'client/e2e',
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testIgnore: LONG },
  ],
  outputDir: 'test-results',
  // A browser mostly waits, so two share a core with the other checks; files do not share anything.
  workers: 2,
  forbidOnly: true,
  // A machine that is shared may starve a browser; what passes only the second time is counted as failed in the closing line.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    // Tracing follows a browser that the tests close or kill themselves, and trips over its end.
    trace: 'off',
    launchOptions: { executablePath: findBrowser() ?? ensureBrowser(), args: ARGUMENTS },
  },
});
