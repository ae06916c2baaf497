/** Builds the service worker's second part beside the app: a classic script, which the worker takes in when it is put in. */
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
    rolldownOptions: { output: { codeSplitting: false } },
    lib: {
      entry: 'src/pwa/outbox-sender.ts',
      formats: ['iife'],
      name: 'outboxSender',
      fileName: () => 'outbox-sender.js',
    },
  },
});
