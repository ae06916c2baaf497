import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  rigRecord,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import type { Vault } from '../vault/vault-types.ts';
import { takeBack } from './take-back.ts';

const MAU = rigRecord(10);
const CONSENT = rigRecord(11);
const OTHER = rigRecord(12);
let vault: Vault;
let name = '';
let tab: RigTab;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  name = await createRigDatabase();
  tab = await openRigTab(name, vault);
});

const write = (record = MAU, patch: Record<string, string> = { fullName: 'Lò Thị Mẫu' }, on = tab): void =>
  on.drafts.editRecord({ collection: 'citizen', record, patch });
const countRows = async () => {
  const counted = await tab.connection.run(async (db) => [await db.records.count(), await db.outbox.count()]);
  return counted.ok ? counted.value : undefined;
};

describe('what somebody does not want kept', () => {
  it('is erased with its sealed slot while it has no place in the sequence, and nothing of it is ever sent', async () => {
    write();
    write(CONSENT, { citizen: MAU });
    write(OTHER, { fullName: 'Nông Văn An' });
    expect((await tab.drafts.flushNow()).ok).toBe(true);
    expect(await countRows()).toEqual([3, 0]);
    expect(await takeBack(tab, [CONSENT, MAU])).toEqual([CONSENT, MAU]);
    expect(await countRows()).toEqual([1, 0]);
    expect(tab.store.findRecord(MAU)).toBeUndefined();
    await tab.drafts.finishAll();
    expect(tab.runner.disk.queue.map(({ record }) => record)).toEqual([OTHER]);
    // The rest of what somebody does on this phone goes on, under its own place.
    write(OTHER, { fullName: 'Nông Văn An Hai' });
    expect((await tab.drafts.finishAll()).ok).toBe(true);
    expect(tab.runner.disk.head.seq).toBe(2);
  });

  it('is erased though it was only typed, or while its save is under way', async () => {
    write();
    expect(await takeBack(tab, [MAU])).toEqual([MAU]);
    write(CONSENT, { citizen: MAU });
    const saving = tab.drafts.flushNow();
    expect(await takeBack(tab, [CONSENT])).toEqual([CONSENT]);
    await saving;
    tab.clock.advance(120_000);
    await tab.drafts.finishAll();
    expect(await countRows()).toEqual([0, 0]);
    expect(tab.store.findRecord(CONSENT)).toBeUndefined();
  });

  it('stays once it has a place, also where it was typed on after that', async () => {
    write();
    await tab.drafts.finishAll();
    expect(await takeBack(tab, [MAU])).toEqual([]);
    write(MAU, { hamlet: 'Thôn Mẫu' });
    await tab.drafts.flushNow();
    expect(await takeBack(tab, [MAU])).toEqual([]);
    expect(tab.store.findRecord(MAU)?.values).toMatchObject({ fullName: 'Lò Thị Mẫu' });
    // Also when what was queued has been released meanwhile.
    await tab.connection.run((db) => db.outbox.clear());
    expect(await takeBack(tab, [MAU])).toEqual([]);
    expect(await countRows()).toEqual([1, 0]);
  });

  it('is gone from the other tabs too', async () => {
    const other = await openRigTab(name, vault);
    write();
    await tab.drafts.flushNow();
    await waitUntil(() => other.store.findRecord(MAU) !== undefined);
    await takeBack(tab, [MAU]);
    await waitUntil(() => other.store.findRecord(MAU) === undefined);
    other.work.stop();
  });
});
