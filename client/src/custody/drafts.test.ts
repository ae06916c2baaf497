import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  rigRecord,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { NGUYEN, readTransport, typeNguyen } from '../../e2e/rig/person-rig.ts';
import type { Patch } from '#shared/model/operation';
import type { Vault } from '../vault/vault-types.ts';

const collection = 'citizen';
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

const type = (patch: Patch, on = tab): void => typeNguyen(on, patch);
const custody = (on = tab): string => readTransport(on);
const isSaved = (on = tab): boolean => custody(on) === 'onDevice';

describe('what a person types', () => {
  it('is seen at once and on the device 800 ms after the last key', async () => {
    type({ fullName: 'Lò' });
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò' });
    expect(custody()).toBe('typing');
    tab.clock.advance(700);
    type({ fullName: 'Lò Thị' });
    tab.clock.advance(799);
    expect(await tab.connection.run((db) => db.records.count())).toEqual({ ok: true, value: 0 });
    tab.clock.advance(1);
    await waitUntil(isSaved);
    expect(await tab.connection.run((db) => db.records.where({ pending: 1 }).count())).toEqual({
      ok: true,
      value: 1,
    });
  });

  it('is on the device three seconds after the first key though the typing never pauses', async () => {
    for (let key = 0; key < 6; key += 1) {
      type({ fullName: `Lò ${key}` });
      tab.clock.advance(500);
    }
    await waitUntil(() => tab.runner.disk.slots[NGUYEN] !== undefined);
    expect(tab.clock.monotonic()).toBe(3_000);
  });

  it('is there again after the page has died', async () => {
    type({ fullName: 'Lò Thị Hoa', phone: '0912345678' });
    await tab.drafts.flushNow();
    tab.connection.close();
    const reopened = await openRigTab(name, vault);
    expect(reopened.store.findRecord(NGUYEN)?.values).toEqual({
      fullName: 'Lò Thị Hoa',
      phone: '0912345678',
    });
    expect(custody(reopened)).toBe('onDevice');
  });

  it('stays one slot however often it is saved, and takes its place once when the person is done', async () => {
    type({ fullName: 'Lò' });
    await tab.drafts.flushNow();
    type({ phone: '0912345678' });
    await tab.drafts.finishEditing(NGUYEN);
    await waitUntil(() => tab.runner.disk.queue.length === 1);
    expect(tab.runner.disk.head.seq).toBe(1);
    expect(tab.runner.disk.slots).toEqual({});
  });

  it('is queued by itself a minute after it was first saved', async () => {
    type({ fullName: 'Lò' });
    tab.clock.advance(800);
    await waitUntil(isSaved);
    tab.clock.advance(60_000);
    await waitUntil(() => tab.runner.disk.queue.length === 1);
  });

  it('is saved and given no place while it is held, by no minute and no send, until somebody is done with it', async () => {
    type({ fullName: 'Lò' });
    tab.drafts.hold(NGUYEN);
    tab.drafts.editRecord({ collection, record: rigRecord(11), patch: { fullName: 'An' } });
    tab.clock.advance(800);
    await waitUntil(isSaved);
    tab.clock.advance(120_000);
    await tab.work.sender.ask({ poll: true, urgent: true });
    await tab.runner.whenQuiet();
    expect(tab.runner.disk.queue.map((item) => item.record)).toEqual([rigRecord(11)]);
    expect((await tab.drafts.finishAll()).ok).toBe(true);
    expect(tab.runner.disk.queue).toHaveLength(2);
    // What is typed after that is like anything else.
    type({ phone: '0912345678' });
    await tab.drafts.flushNow();
    await tab.work.sender.ask({ poll: true, urgent: true });
    await tab.runner.whenQuiet();
    expect(tab.runner.disk.slots).toEqual({});
  });

  it('after queueing begins an operation that says only what is new', async () => {
    type({ fullName: 'Lò' });
    await tab.drafts.finishEditing(NGUYEN);
    await waitUntil(() => tab.runner.disk.queue.length === 1);
    type({ phone: '0912345678' });
    await tab.drafts.flushNow();
    expect(tab.store.findEntry(NGUYEN)?.row?.content.dirty).toEqual({ phone: '0912345678' });
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò', phone: '0912345678' });
  });

  it('keeps keys that are pressed while a save is under way', async () => {
    type({ fullName: 'Lò' });
    const saving = tab.drafts.flushNow();
    type({ fullName: 'Lò Thị' });
    await saving;
    expect(custody()).toBe('typing');
    await tab.drafts.flushNow();
    expect(tab.store.findEntry(NGUYEN)?.row?.content.values).toEqual({ fullName: 'Lò Thị' });
  });
});

describe('two tabs of one vault', () => {
  it('neither loses what the other saved, though both write the same record', async () => {
    const other = await openRigTab(name, vault);
    type({ fullName: 'Lò' });
    type({ phone: '0912345678' }, other);
    await Promise.all([tab.drafts.finishAll(), other.drafts.finishAll()]);
    const third = await openRigTab(name, vault);
    expect(third.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò', phone: '0912345678' });
    const seqs = third.runner.disk.queue.map((item) => item.seq);
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  });

  it('give out dense places when both queue at once', async () => {
    const other = await openRigTab(name, vault);
    for (let n = 20; n < 30; n += 1) {
      tab.drafts.editRecord({ collection, record: rigRecord(n), patch: { fullName: 'A' } });
      other.drafts.editRecord({ collection, record: rigRecord(n + 20), patch: { fullName: 'B' } });
    }
    await Promise.all([tab.drafts.finishAll(), other.drafts.finishAll()]);
    const keys = await tab.connection.run((db) => db.outbox.toCollection().primaryKeys());
    expect(keys).toEqual({ ok: true, value: Array.from({ length: 20 }, (_, at) => at + 1) });
  });
});

describe('a save that fails', () => {
  it('is named, what was typed stays, and the next try brings it onto the device', async () => {
    const run = tab.connection.run.bind(tab.connection);
    let full = true;
    Object.assign(tab.connection, {
      run: (work: Parameters<typeof run>[0]) =>
        full ? Promise.resolve({ ok: false, error: 'quota' }) : run(work),
    });
    type({ fullName: 'Lò' });
    const outcome = await tab.drafts.flushNow();
    expect(outcome).toEqual({ ok: false, error: { type: 'storage', fault: 'quota' } });
    expect(tab.store.findEntry(NGUYEN)?.trouble).toEqual({ type: 'storage', fault: 'quota' });
    expect(custody()).toBe('typing');
    full = false;
    tab.clock.advance(3_000);
    await waitUntil(isSaved);
    expect(tab.store.findEntry(NGUYEN)?.trouble).toBeUndefined();
  });

  it('is noticed when what was stored does not read back', async () => {
    const { decryptRecord } = vault;
    const forgetful: Vault = {
      ...vault,
      decryptRecord: async (input) => {
        const opened = await decryptRecord(input);
        return opened.ok
          ? { ok: true, value: { ...opened.value, text: opened.value.text.slice(1) } }
          : opened;
      },
    };
    const other = await openRigTab(name, forgetful);
    type({ fullName: 'Lò' }, other);
    expect(await other.drafts.flushNow()).toEqual({ ok: false, error: { type: 'checkFailed' } });
    expect(custody(other)).toBe('typing');
  });

  it('is named and tried again after a passing fault of the vault, however it failed', async () => {
    const saveSealed = vault.saveSealed;
    let isFaulty = true;
    const flaky: Vault = {
      ...vault,
      saveSealed: (input) => (isFaulty ? Promise.reject(new RangeError('no memory')) : saveSealed(input)),
    };
    const other = await openRigTab(name, flaky);
    type({ fullName: 'Lò' }, other);
    other.clock.advance(800);
    await waitUntil(() => other.store.findEntry(NGUYEN)?.trouble !== undefined);
    expect(other.store.findEntry(NGUYEN)?.trouble).toEqual({ type: 'broken', name: 'RangeError' });
    expect(await other.drafts.finishAll()).toMatchObject({ ok: false, error: { type: 'broken' } });
    isFaulty = false;
    other.clock.advance(10_000);
    await waitUntil(() => isSaved(other));
    expect(other.store.findEntry(NGUYEN)?.trouble).toBeUndefined();
    expect((await other.drafts.finishAll()).ok).toBe(true);
    expect(other.runner.disk.queue).toHaveLength(1);
  });
});
