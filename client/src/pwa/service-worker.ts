/// <reference lib="webworker" />
/** Keeps the app's own files for days without signal. Answers nothing but GET of those files; its second part takes what other apps share. Never seals, never answers for the server. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { createScriptPolicy } from '../platform/trusted-types.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

/** Built beside this one, since no phone needs it before its first screen. */
const OUTBOX_SENDER = '/outbox-sender.js';

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The copy card is a page for other people's phones: it is fetched, never answered with the app.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/the-chep\//] }),
);

// A new version waits until a person says so: nothing that is being typed may lose its page.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The page of a first visit may lose its line before it is ever loaded anew: its later parts come from here too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

try {
  self.importScripts(createScriptPolicy([OUTBOX_SENDER]).createScriptURL(OUTBOX_SENDER));
} catch {
  // Without it the app works on without a line all the same; its pages send by themselves.
}
