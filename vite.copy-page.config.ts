/** Builds the copy card's page beside the app, into the same folder: on its own, so that neither carries a byte of the other. */
import { defineConfig } from 'vite';
import { BROWSER_FLOOR } from './vite.config.ts';

export default defineConfig({
  root: 'client',
  publicDir: false,
  build: {
    outDir: '../dist/client',
    // The app lies there already.
    emptyOutDir: false,
    target: BROWSER_FLOOR,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: 'client/the-chep/index.html' },
  },
});
