import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRigDatabase, createRigVault, rigRecord, type RigVault } from '../../e2e/rig/device-rig.ts';
import { openRigLocked, type RigLocked } from '../../e2e/rig/work-rig.ts';
import type { Work } from '../custody/work.ts';
import { type Admit, carryOutLocked } from '../features/citizens/carry-out-locked.ts';
import { decideLocked } from '../features/citizens/decide-locked.ts';
import type { LockedPerson } from '../features/citizens/locked-person.ts';
import { emptyDraft } from '../features/citizens/person-draft.ts';
import { admitOnce, admitVisitor } from '../features/outreach-sessions/attendance-actions.ts';
import { listAttendance } from '../features/outreach-sessions/queries.ts';
import { putLockedEntry } from '../storage/keep-locked-entries.ts';

const ENTRY = rigRecord(40) as string;
const SESSION = rigRecord(43);
const person: LockedPerson = {
  citizen: rigRecord(41),
  consent: rigRecord(42),
  given: {
    ...{ purposes: ['prepare'], method: 'spoken', witness: '', textVersion: '1', textHash: 'hash' },
    ...{ language: 'vi', at: 1_790_000_000_000 },
  },
  draft: { ...emptyDraft, fullName: 'Hoàng Thị Mẫu', born: '1947', sex: 'female' },
  at: 1_790_000_000_000,
};

let rig: RigVault;
let name: string;

const open = (): Promise<RigLocked> => openRigLocked(name, rig);
const listQueue = ({ store }: Work) =>
  listAttendance(store, SESSION).flatMap(({ visitors }) =>
    visitors.map(([number, visitor]) => [number, visitor.citizen, visitor.state]),
  );

/** The yes, as the screen words it. */
function decide(work: Work, session: typeof SESSION | undefined): string {
  const answers = { need: 'account', wasCounted: false };
  return JSON.stringify(decideLocked(work, person, { done: person.draft, session, answers }));
}

beforeAll(async () => {
  rig = await createRigVault();
}, 60_000);
beforeEach(async () => {
  name = await createRigDatabase();
  const { connection } = await open();
  const row = {
    entry: ENTRY,
    encapsulationBytes: new Uint8Array(),
    sealed: new Uint8Array(),
    forCommune: [],
  };
  await connection.run((db) => putLockedEntry(db, row));
});

describe('somebody who was written down locked and is confirmed while a session is open', () => {
  it('gets the next number of this phone there and waits, like whoever was written down openly', async () => {
    const { work, locked } = await open();
    admitVisitor(work, SESSION, { citizen: rigRecord(60), wasCounted: false });
    const content = decide(work, SESSION);
    const admit: Admit = (...arrived) => admitOnce(work, ...arrived);
    expect(await carryOutLocked(work, locked, { entry: ENTRY, content, admit })).toBe(true);
    const [first, second] = listQueue(work);
    expect(second).toEqual([first?.[0]?.replace('01', '02'), person.citizen, 'waiting']);
    const [list] = listAttendance(work.store, SESSION);
    expect(list?.visitors[1]?.[1]).toMatchObject({ sex: 'female', need: 'account', ageBand: 'from60' });
    expect(work.store.findRecord(person.citizen)?.values).toMatchObject({ session: SESSION });
    expect(work.store.findRecord(person.consent)?.values).toMatchObject({ session: SESSION });
  });

  it('gets one number though the phone dies right behind it', async () => {
    const first = await open();
    const content = decide(first.work, SESSION);
    const cut: Admit = (...arrived) => {
      admitOnce(first.work, ...arrived);
      void first.work.drafts.flushNow();
      throw new Error('killed');
    };
    await expect(
      carryOutLocked(first.work, first.locked, { entry: ENTRY, content, admit: cut }),
    ).rejects.toThrow('killed');
    await first.work.drafts.flushNow();
    const { work, locked } = await open();
    const admit: Admit = (...arrived) => admitOnce(work, ...arrived);
    expect(await carryOutLocked(work, locked, { entry: ENTRY, content, admit })).toBe(true);
    expect(listQueue((await open()).work)).toHaveLength(1);
  });

  it('is just a person where no session is open', async () => {
    const { work, locked } = await open();
    const content = decide(work, undefined);
    const admit: Admit = () => expect.fail('There is nowhere to come to.');
    expect(await carryOutLocked(work, locked, { entry: ENTRY, content, admit })).toBe(true);
    expect(work.store.listRecords('attendance')).toEqual([]);
    expect(work.store.findRecord(person.citizen)?.values).not.toHaveProperty('session');
  });
});
