import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import type { ManifestOptions, VitePWAOptions } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** Browsers of 2023; older ones are refused in words by the start page. */
export const BROWSER_FLOOR = ['chrome107', 'safari16.4', 'firefox115'];
const isTest = process.env['VITEST'] !== undefined;

/** What the machine's clock and language are must not decide a test, so `--mode elsewhere` runs under others. */
const PLACES = {
  here: { timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi_VN.UTF-8' },
  elsewhere: { timeZone: 'America/St_Johns', locale: 'en_US.UTF-8' },
};

function settleTests(mode: string): void {
  const { timeZone, locale } = mode === 'elsewhere' ? PLACES.elsewhere : PLACES.here;
  process.env['TZ'] = timeZone;
  process.env['LC_ALL'] = locale;
}

const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Gõ Cửa',
  short_name: 'Gõ Cửa',
  description: 'Sổ tay của tổ công nghệ số cộng đồng, dùng được cả khi mất sóng',
  lang: 'vi',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#F6F4EF',
  theme_color: '#123B37',
  categories: ['government', 'productivity'],
  // Taken by the service worker's second part, which hands it to the open dossier and keeps none of it.
  share_target: {
    action: '/nhan-tep',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'giay', accept: ['image/*', 'application/pdf'] }] },
  },
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

const serviceWorker: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: 'src/pwa',
  filename: 'service-worker.ts',
  // Registered by hand: the generated registration passes a string where Trusted Types want a script URL.
  injectRegister: false,
  manifest,
  injectManifest: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm,webmanifest}'],
    maximumFileSizeToCacheInBytes: 4_000_000,
  },
  integration: {
    // The plugin names the output after the source; the address that phones remember is /sw.js.
    beforeBuildServiceWorker(options) {
      options.swDest = options.swDest.replace(/service-worker\.js$/, 'sw.js');
      options.injectManifest.swDest = options.swDest;
    },
  },
};

/**
 * The first sentence stands in the page itself and waits for styles only: scripts give way to them on a weak line.
 * Without it the browser fetches both with one urgency, and 165 KB of script come before 4 KB of style.
 */
const styleBeforeScript: Plugin = {
  name: 'style-before-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"'),
  },
};

const EVERY_TEST_FILE = ['{shared,sync-server,fixtures}/**/*.test.ts', 'client/src/**/*.test.{ts,tsx}'];
const RULES = ['shared/**/*.test.ts', 'client/src/{camera,features,i18n,ui}/**/*.test.{ts,tsx}'];
const SERVERS = ['{sync-server,fixtures}/**/*.test.ts'];
// A test that hangs ends; one that shares two cores with two browsers may be eight times as slow as alone.
const EVERY_TEST = {
  environment: 'node',
  allowOnly: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

const house = defineConfig({
  root: isTest ? '.' : 'client',
  plugins: isTest ? [] : [react(), VitePWA(serviceWorker), styleBeforeScript],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: BROWSER_FLOOR,
    manifest: true,
    modulePreload: { polyfill: false },
    // Everything is a file of its own: the page's policy allows no data: URLs.
    assetsInlineLimit: 0,
    // What stands before the PIN is one part: cut up after who else uses each piece, it would be heavier by kilobytes.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
  test: {
    passWithNoTests: false,
    // By itself it would leave one of two cores idle.
    maxWorkers: 2,
    projects: [
      // Rules and words; servers with a folder each: their files share a worker, whose start takes longer than most of them.
      { test: { ...EVERY_TEST, name: 'rules', include: RULES, isolate: false } },
      { test: { ...EVERY_TEST, name: 'servers', include: SERVERS, isolate: false } },
      { test: { ...EVERY_TEST, name: 'node', include: EVERY_TEST_FILE, exclude: [...RULES, ...SERVERS] } },
    ],
  },
});

export default defineConfig(({ mode }) => {
  if (isTest) settleTests(mode);
  return house;
});
