/** Asks the browser to wake the service worker once there is signal, whatever has become of the page by then. Chromium does; others need not. */

/** By this name the worker knows what it is woken for. */
export const OUTBOX_TAG = 'outbox';

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Refused or unknown, nothing is lost: every page of the app sends by itself. */
export async function askToBeWoken(): Promise<void> {
  if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return;
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration();
    await registration?.sync?.register(OUTBOX_TAG);
  } catch {
    return;
  }
}
