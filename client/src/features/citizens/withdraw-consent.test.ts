import { beforeAll, expect, it } from 'vitest';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { finishPerson, withdrawConsent } from './actions.ts';

const [MAU, YES] = [rigRecord(10), rigRecord(11)];
let vault: Vault;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});

it('of somebody whom a dead page left half written leaves the phone, and nothing of the person does', async () => {
  const name = await createRigDatabase();
  const first = await openRigTab(name, vault);
  for (const [record, collection, patch] of [
    [YES, 'consent', { citizen: MAU, at: 1 }],
    [MAU, 'citizen', { fullName: 'Hoàng Thị Mẫu' }],
  ] as const) {
    first.drafts.hold(record);
    first.drafts.editRecord({ collection, record, patch });
  }
  await first.drafts.flushNow();
  first.work.stop();
  first.connection.close();

  const tab = await openRigTab(name, vault);
  const work = createRigWork(tab);
  expect((await withdrawConsent(work, YES)).ok).toBe(true);
  finishPerson(work, MAU);
  await work.drafts.finishAll();
  expect(tab.runner.disk.queue.map(({ record }) => record)).toEqual([YES]);
  expect(work.readCustody(MAU).unconfirmed).toBe(true);
});
