import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  rigRecord,
} from '../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../e2e/rig/work-rig.ts';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import type { Vault } from '../vault/vault-types.ts';
import { keepReferral } from './keep-referral.ts';

const [mau, consent, setup] = [rigRecord(11), rigRecord(12), rigRecord(13)];
let vault: Vault;
let ids = 100;
let tab: RigTab;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  const name = await createRigDatabase();
  tab = await openRigTab(name, vault);
});

const write = (collection: string, record: RecordId, patch: Patch): void =>
  tab.drafts.editRecord({ collection, record, patch });
const keep = (): void => {
  const work = createRigWork(tab);
  keepReferral({ ...work, newId: () => rigRecord(ids++), now: () => 1_795_312_000_000 }, mau);
};
const referrals = () => tab.store.listRecords('policeReferral');
const agree = (patch: Patch = {}): void =>
  write('consent', consent, { citizen: mau, purposes: ['policeReferral'], ...patch });

describe('what the office may tell the police', () => {
  it('is written once the person has a name and a standing yes, and the yes names it', () => {
    agree();
    keep();
    expect(referrals()).toEqual([]);
    write('citizen', mau, { fullName: 'Hoàng Thị Mẫu', phone: '0912345678' });
    keep();
    expect(referrals()).toMatchObject([
      { values: { citizen: mau, name: 'Hoàng Thị Mẫu', errands: ['level2'] } },
    ]);
    expect(tab.store.findRecord(consent)?.values['referral']).toBe(referrals()[0]?.record);
  });

  it('is nothing of somebody half written, whoever looks at them, until they are done with', async () => {
    for (const held of [mau, consent]) tab.drafts.hold(held);
    write('citizen', mau, { fullName: 'Hoàng Thị Mẫu', phone: '0912345678' });
    agree();
    await tab.drafts.flushNow();
    keep();
    expect(referrals()).toEqual([]);
    // Written down earlier, and half mended now: what is typed reaches nobody by the way round either.
    void tab.drafts.finishEditing(consent);
    keep();
    expect(referrals()).toEqual([]);
    void tab.drafts.finishEditing(mau);
    keep();
    expect(referrals()).toMatchObject([{ values: { citizen: mau, name: 'Hoàng Thị Mẫu' } }]);
  });

  it('is nothing without a yes for it, and not after it was taken back', () => {
    write('citizen', mau, { fullName: 'Hoàng Thị Mẫu' });
    agree({ purposes: ['prepare'] });
    keep();
    agree({ purposes: ['policeReferral'], withdrawnAt: 1 });
    keep();
    expect(referrals()).toEqual([]);
  });

  it('follows the name, the guide and the day, in the one record', () => {
    write('citizen', mau, { fullName: 'Hoàng Thị Mẩu' });
    agree();
    keep();
    write('citizen', mau, { fullName: 'Hoàng Thị Mẫu' });
    const steps = { 'steps/papers': { outcome: 'noCard', at: 1 } };
    write('accountSetup', setup, { citizen: mau, ...steps, policeDay: '2026-11-25' });
    keep();
    expect(referrals()).toHaveLength(1);
    expect(referrals()[0]?.values).toMatchObject({
      ...{ name: 'Hoàng Thị Mẫu', errands: ['card'], paper: 'none', day: '2026-11-25' },
    });
    write('accountSetup', setup, { policeDay: null });
    keep();
    expect(referrals()[0]?.values).not.toHaveProperty('day');
  });

  it('says nothing again where nothing has changed', async () => {
    write('citizen', mau, { fullName: 'Hoàng Thị Mẫu' });
    agree();
    keep();
    await tab.drafts.finishAll();
    const { version } = tab.store;
    keep();
    expect(tab.store.version).toBe(version);
  });
});
