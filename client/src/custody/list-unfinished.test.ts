import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  rigRecord,
} from '../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../e2e/rig/work-rig.ts';
import type { Vault } from '../vault/vault-types.ts';
import { findUnfinished, listUnfinished, listWrittenAt } from './list-unfinished.ts';
import type { Work } from './work.ts';

const MAU = rigRecord(10);
const YES = rigRecord(11);
const SESSION = rigRecord(12);
let vault: Vault;
let name = '';

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  name = await createRigDatabase();
});

async function open(): Promise<{ readonly tab: RigTab; readonly work: Work }> {
  const tab = await openRigTab(name, vault);
  return { tab, work: createRigWork(tab) };
}

/** As the screen does it, up to the kill; answers the phone as it is opened again. */
async function killInTheMiddle(records: readonly (typeof MAU)[], before?: (work: Work) => Promise<void>) {
  const { tab, work } = await open();
  await before?.(work);
  for (const record of records) {
    const isYes = record === YES;
    work.drafts.hold(record);
    work.drafts.editRecord({
      collection: isYes ? 'consent' : 'citizen',
      record,
      patch: isYes ? { citizen: MAU, session: SESSION, at: 1 } : { fullName: 'Hoàng Thị Mẫu' },
    });
  }
  await work.drafts.flushNow();
  tab.work.stop();
  tab.connection.close();
  return open();
}

describe('somebody who was being written down when the page died', () => {
  it('is listed once, with the way to go on with them at their session', async () => {
    const { work } = await killInTheMiddle([YES, MAU]);
    expect(listUnfinished(work)).toMatchObject([
      {
        citizen: MAU,
        consent: { record: YES },
        href: `/nguoi-moi?nguoi=${MAU}&loi=${YES}&buoi=${SESSION}`,
      },
    ]);
    for (const record of [YES, MAU])
      expect(work.readCustody(record)).toMatchObject({ transport: 'onDevice', unconfirmed: true });
  });

  it('is listed where only their yes had come onto the disk', async () => {
    const { work } = await killInTheMiddle([YES]);
    expect(findUnfinished(work, MAU)?.consent.record).toBe(YES);
  });

  it('stays in the book when they were known before and refuse now', async () => {
    const { work } = await killInTheMiddle([YES, MAU], async ({ drafts }) => {
      drafts.editRecord({ collection: 'citizen', record: MAU, patch: { hamlet: 'Thôn Mẫu' } });
      await drafts.finishAll();
    });
    expect(findUnfinished(work, MAU)?.href).toContain('&cu=1');
  });

  it('is not listed any more once somebody is done with them', async () => {
    const { work } = await killInTheMiddle([YES, MAU]);
    for (const record of [YES, MAU]) work.drafts.hold(record);
    const done = [YES, MAU].map((record) => work.drafts.finishEditing(record));
    // At once: the screen behind must not call them half written for the moment that it takes.
    expect(listUnfinished(work)).toEqual([]);
    await Promise.all(done);
    expect(listUnfinished(work)).toEqual([]);
  });
});

describe('whoever was begun at a session', () => {
  it('is named whether the page died or somebody went back, until their yes is withdrawn', async () => {
    const { work } = await open();
    const begin = (session: typeof SESSION) => {
      work.drafts.editRecord({
        collection: 'consent',
        record: YES,
        patch: { citizen: MAU, session, at: 1 },
      });
      work.drafts.editRecord({ collection: 'citizen', record: MAU, patch: { fullName: 'Mẫu', session } });
    };
    begin(SESSION);
    await work.drafts.finishAll();
    const href = `/nguoi-moi?nguoi=${MAU}&loi=${YES}&buoi=${SESSION}`;
    expect(listWrittenAt(work, SESSION)).toMatchObject([{ citizen: MAU, href }]);
    expect(listWrittenAt(work, rigRecord(13))).toEqual([]);
    work.drafts.editRecord({ collection: 'consent', record: YES, patch: { withdrawnAt: 2 } });
    expect(listWrittenAt(work, SESSION)).toEqual([]);
  });

  it('is not somebody of the book who was asked something there', async () => {
    const { work } = await open();
    work.drafts.editRecord({ collection: 'citizen', record: MAU, patch: { fullName: 'Mẫu' } });
    work.drafts.editRecord({
      collection: 'consent',
      record: YES,
      patch: { citizen: MAU, session: SESSION, at: 1 },
    });
    await work.drafts.finishAll();
    expect(listWrittenAt(work, SESSION)).toEqual([]);
  });
});
