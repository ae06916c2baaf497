/** A page that has nothing but the update prompt's engine: the test says whether what is typed could be saved. */
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { registerApp, SERVICE_WORKER } from '../../../src/pwa/register.ts';

const updatePage = { canSave: true, saves: 0, update: startUpdate() };

function startUpdate() {
  return registerApp({
    policy: createScriptPolicy([SERVICE_WORKER]),
    flush: () => {
      updatePage.saves += 1;
      return Promise.resolve(updatePage.canSave);
    },
    reload: () => location.reload(),
  });
}

declare global {
  interface Window {
    updatePage: typeof updatePage;
  }
}
window.updatePage = updatePage;
