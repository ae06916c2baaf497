/**
 * The service worker's second part: sends what is queued when a browser wakes it for that, and no page is in sight that would;
 * and hands on what another app shares.
 */
import { drainOutboxes } from '../custody/drain-outbox.ts';
import { OUTBOX_TAG } from '../platform/wake-later.ts';
import { answerShare, isShare, type SharePage } from './answer-share.ts';
import { BUILD } from './build-name.ts';

interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<void>): void;
}

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** As far as it is used: the page's types do not have it. */
interface ServiceWorkerScope {
  readonly clients: { matchAll(options: { readonly type: 'window' }): Promise<readonly SharePage[]> };
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;

scope.addEventListener('sync', (event) => {
  if (event.tag === OUTBOX_TAG) event.waitUntil(drainUnlessSeen());
});

// The one POST that is answered here: it must never leave the phone.
scope.addEventListener('fetch', (event) => {
  if (!isShare(event.request)) return;
  event.respondWith(answerShare(event.request, () => scope.clients.matchAll({ type: 'window' })));
});

/** Rejects when something is left, or a page in sight sends by itself: the browser then wakes it again later. */
async function drainUnlessSeen(): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window' });
  const isSeen = pages.some(({ visibilityState }) => visibilityState === 'visible');
  if (isSeen || !(await drainOutboxes(BUILD))) throw new Error('Something is left to be sent.');
}
