import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  openRigWork,
  RIG_DEVICE,
  type RigTab,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { NGUYEN, readTransport, typeNguyen } from '../../e2e/rig/person-rig.ts';
import type { Patch } from '#shared/model/operation';
import type { Vault } from '../vault/vault-types.ts';
import { countWaiting } from './heartbeat.ts';
import { readLockedStanding } from './locked-standing.ts';

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

/** Nothing is said to anybody, as at a kill: neither the timers nor the page get another turn. */
const die = (dying: RigTab): void => {
  dying.work.stop();
  dying.connection.close();
};
const held = async (): Promise<void> => {
  tab.drafts.hold(NGUYEN);
  type({ fullName: 'Lò' });
  expect((await tab.drafts.flushNow()).ok).toBe(true);
};
const listQueued = (on = tab): string[] => on.runner.disk.queue.map((item) => item.record);

describe('what its person may still refuse', () => {
  it('is given no place by another tab: by no send, no minute, no leaving and no lock of it', async () => {
    await held();
    const other = await openRigTab(name, vault);
    await other.work.sender.ask({ poll: true, urgent: true });
    other.clock.advance(120_000);
    expect((await other.drafts.finishAll()).ok).toBe(true);
    expect((await other.drafts.finishEditing(NGUYEN)).ok).toBe(true);
    expect(listQueued(other)).toEqual([]);
    // Nor where the other one has typed into it.
    await waitUntil(() => other.store.findRecord(NGUYEN) !== undefined);
    type({ phone: '0912345678' }, other);
    expect((await other.drafts.finishAll()).ok).toBe(true);
    await other.work.sender.ask({ poll: true, urgent: true });
    await other.runner.whenQuiet();
    expect(listQueued(other)).toEqual([]);
    expect(other.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò', phone: '0912345678' });
    await waitUntil(() => tab.store.findRecord(NGUYEN)?.values['phone'] !== undefined);
    expect((await tab.drafts.finishEditing(NGUYEN)).ok).toBe(true);
    await tab.runner.whenQuiet();
    expect(listQueued()).toEqual([NGUYEN]);
    expect(tab.runner.disk.queue[0]).not.toHaveProperty('unconfirmed');
  });

  it('is given no place by another tab that took it for something older', async () => {
    type({ fullName: 'Lò' });
    await tab.drafts.flushNow();
    const other = await openRigTab(name, vault);
    // Between the hash and the commit of its place the first tab begins to hold it.
    const { run } = other.connection;
    let isFirst = true;
    other.connection.run = async (work) => {
      if (isFirst) {
        isFirst = false;
        tab.drafts.hold(NGUYEN);
        type({ phone: '0912345678' });
        await tab.drafts.flushNow();
      }
      return run.call(other.connection, work) as never;
    };
    await other.drafts.finishAll();
    expect(listQueued(other)).toEqual([]);
    expect(other.runner.disk.slots[NGUYEN]?.unconfirmed).toBe(true);
  });

  it('is there after a kill, unsent, and goes only when it is gone on with and finished', async () => {
    await held();
    die(tab);
    // Before the PIN it is known to be there: were the PIN lost, nobody could finish it.
    const book = { vaultId: name, database: name, device: RIG_DEVICE, initials: '' };
    expect(await readLockedStanding(book)).toMatchObject({ hasHalfWritten: true });
    // Locked, it sends what may go; unlocked, it shows the rest.
    const locked = await openRigWork(name, undefined);
    await locked.work.sender.ask({ poll: true, urgent: true });
    await locked.work.runner.whenQuiet();
    expect(locked.work.runner.disk.queue).toEqual([]);
    locked.work.stop();
    const next = await openRigTab(name, vault);
    await next.work.sender.ask({ poll: true, urgent: true });
    next.clock.advance(120_000);
    expect((await next.drafts.finishAll()).ok).toBe(true);
    expect(listQueued(next)).toEqual([]);
    expect(next.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò' });
    expect(next.runner.isUnconfirmed(NGUYEN)).toBe(true);
    expect(custody(next)).toBe('onDevice');
    expect(countWaiting(next.runner.disk)).toBe(0);

    next.drafts.hold(NGUYEN);
    expect((await next.drafts.finishAll()).ok).toBe(true);
    expect(listQueued(next)).toEqual([NGUYEN]);
    expect(next.runner.isUnconfirmed(NGUYEN)).toBe(false);
    expect(await readLockedStanding(book)).toMatchObject({ hasHalfWritten: false });
  });

  it('may be said to be done while its save is under way, and after that is like anything else', async () => {
    tab.drafts.hold(NGUYEN);
    type({ fullName: 'Lò' });
    const saving = tab.drafts.flushNow();
    type({ phone: '0912345678' });
    expect((await tab.drafts.finishEditing(NGUYEN)).ok).toBe(true);
    await saving;
    await tab.runner.whenQuiet();
    expect(listQueued()).toEqual([NGUYEN]);
    expect(tab.runner.disk.slots).toEqual({});
    // The yes went with that save: another tab that begins to hold the same record is not overruled by it.
    const other = await openRigTab(name, vault);
    other.drafts.hold(NGUYEN);
    type({ hamlet: 'Thôn Mẫu' }, other);
    await other.drafts.flushNow();
    await waitUntil(() => tab.runner.disk.slots[NGUYEN] !== undefined);
    await tab.work.sender.ask({ poll: true, urgent: true });
    await tab.runner.whenQuiet();
    expect(listQueued()).toEqual([NGUYEN]);
  });

  it('of a database from before this was marked is queued as it always was', async () => {
    await held();
    await tab.connection.run((db) =>
      db.records.toCollection().modify((row) => {
        if (row.slot) delete (row.slot as { unconfirmed?: true }).unconfirmed;
      }),
    );
    die(tab);
    const next = await openRigTab(name, vault);
    expect((await next.drafts.finishAll()).ok).toBe(true);
    expect(listQueued(next)).toEqual([NGUYEN]);
  });
});
