/** A page that has nothing but the registration of the product's worker, and a switch for what is unsaved. */
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { registerApp, SERVICE_WORKER } from '../../../src/pwa/register.ts';

/** What each saving answers, in order; when there are none left, all is saved. */
const savings: boolean[] = [];

const update = registerApp({
  policy: createScriptPolicy([SERVICE_WORKER]),
  flush: () => Promise.resolve(savings.shift() ?? true),
  reload: () => location.reload(),
});

const updatePage = {
  update,
  expectSavings: (...answers: readonly boolean[]) => savings.push(...answers),
  /** Asks the server as the hourly look does. */
  look: async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  },
  hasWaiting: async () => (await navigator.serviceWorker.ready).waiting !== null,
  becomeVisible: () => document.dispatchEvent(new Event('visibilitychange')),
  /** What Vite says when a lazy part of this version is no longer there. */
  missPart: () => window.dispatchEvent(new Event('vite:preloadError', { cancelable: true })),
};

declare global {
  interface Window {
    updatePage: typeof updatePage;
    /** How often the app has asked for a new version; counted by the test. */
    looks: number;
  }
}

window.updatePage = updatePage;
