import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../e2e/rig/device-rig.ts';
import type { Vault } from '../vault/vault-types.ts';

const OLD = rigRecord(10);
const NEW = rigRecord(11);
const collection = 'citizen';
let vault: Vault;
let name = '';

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  name = await createRigDatabase();
});

/** A vault that opens nothing until it is let. */
function holdBack(): { readonly slow: Vault; readonly hold: () => () => void } {
  let gate: Promise<void> | undefined;
  const slow: Vault = {
    ...vault,
    decryptRecords: async (input) => {
      await gate;
      return vault.decryptRecords(input);
    },
  };
  const hold = (): (() => void) => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return () => {
      gate = undefined;
      open();
    };
  };
  return { slow, hold };
}

it('keeps on the screen what was saved while another tab’s news was read', async () => {
  const { slow, hold } = holdBack();
  const tab = await openRigTab(name, slow);
  tab.drafts.editRecord({ collection, record: OLD, patch: { fullName: 'Lò' } });
  await tab.drafts.flushNow();
  const release = hold();
  const loading = tab.loader.loadRecords();
  await new Promise((resolve) => setTimeout(resolve, 30));
  tab.drafts.editRecord({ collection, record: NEW, patch: { fullName: 'Vàng' } });
  tab.drafts.editRecord({ collection, record: OLD, patch: { fullName: 'Lò Thị' } });
  await tab.drafts.flushNow();
  release();
  await loading;
  expect(tab.store.findRecord(NEW)?.values).toEqual({ fullName: 'Vàng' });
  expect(tab.store.findRecord(OLD)?.values).toEqual({ fullName: 'Lò Thị' });
});

it('lays no older reading over a newer one, in whichever order they come back', async () => {
  const { slow, hold } = holdBack();
  const [tab, other] = [await openRigTab(name, slow), await openRigTab(name, vault)];
  const release = hold();
  const save = async (fullName: string): Promise<void> => {
    other.drafts.editRecord({ collection, record: OLD, patch: { fullName } });
    await other.drafts.flushNow();
  };
  await save('Lò');
  const first = tab.loader.loadRecords([OLD]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await save('Lò Thị');
  const second = tab.loader.loadRecords([OLD]);
  release();
  await Promise.all([first, second]);
  expect(tab.store.findRecord(OLD)?.values).toEqual({ fullName: 'Lò Thị' });
});

it('drops what another tab has taken away', async () => {
  const tab = await openRigTab(name, vault);
  tab.drafts.editRecord({ collection, record: OLD, patch: { fullName: 'Lò' } });
  await tab.drafts.flushNow();
  await tab.connection.run((db) => db.records.delete(OLD));
  await tab.loader.loadRecords();
  expect(tab.store.findRecord(OLD)).toBeUndefined();
});
