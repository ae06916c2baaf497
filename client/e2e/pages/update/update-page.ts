/** A page that has nothing but the update prompt's engine: the test says whether what is typed could be saved. */
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { type AppUpdate, registerApp, SERVICE_WORKER } from '../../../src/pwa/register.ts';

const updatePage: { canSave: boolean; saves: number; readonly update: AppUpdate } = {
  canSave: true,
  saves: 0,
  update: startUpdate(),
};

function startUpdate(): AppUpdate {
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
