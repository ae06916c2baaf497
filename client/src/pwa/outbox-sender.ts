/** The service worker's second part: sends what is queued when a browser wakes it for that, and no page is in sight that would. */
import { drainOutboxes } from '../custody/drain-outbox.ts';
import { OUTBOX_TAG } from '../platform/wake-later.ts';
import { BUILD } from './build-name.ts';

interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<void>): void;
}

interface WindowPage {
  readonly visibilityState: DocumentVisibilityState;
}

/** As far as it is used: the page's types do not have it. */
interface ServiceWorkerScope {
  readonly clients: { matchAll(options: { readonly type: 'window' }): Promise<readonly WindowPage[]> };
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;

scope.addEventListener('sync', (event) => {
  if (event.tag === OUTBOX_TAG) event.waitUntil(drainUnlessSeen());
});

/** Rejects when something is left, or a page in sight sends by itself: the browser then wakes it again later. */
async function drainUnlessSeen(): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window' });
  const isSeen = pages.some(({ visibilityState }) => visibilityState === 'visible');
  if (isSeen || !(await drainOutboxes(BUILD))) throw new Error('Something is left to be sent.');
}
