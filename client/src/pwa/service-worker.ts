/// <reference lib="webworker" />
/** Keeps the app's own files for days without signal. Touches nothing but GET of those files; never seals, never answers for the server. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

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
