import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkPatch } from '#shared/model/collection';
import { citizen as citizenCollection, consent as consentCollection } from '#shared/model/citizen';
import { createRigDatabase, createRigVault, rigRecord, type RigVault } from '../../../e2e/rig/device-rig.ts';
import { openRigLocked, type RigLocked } from '../../../e2e/rig/work-rig.ts';
import { installMemoryLocks } from '../../../e2e/rig/memory-locks.ts';
import { readDeviceDisk } from '../../storage/device-disk.ts';
import { putLockedEntry, readLockedEntries } from '../../storage/keep-locked-entries.ts';
import { sealLockedEntry } from '../../vault/seal-locked-entry.ts';
import { findBase64UrlBytes } from '#shared/ids';
import { carryOutLocked } from './carry-out-locked.ts';
import { decideLocked } from './decide-locked.ts';
import { describeLockedWriting, layOverKnown, type LockedPerson, readLockedPerson } from './locked-person.ts';
import { emptyDraft } from './person-draft.ts';

const ENTRY = rigRecord(40) as string;
const person: LockedPerson = {
  citizen: rigRecord(41),
  consent: rigRecord(42),
  given: {
    purposes: ['prepare'],
    method: 'relative',
    witness: ' Lý Thị Thử ',
    textVersion: '1',
    textHash: 'hash',
    language: 'vi',
    at: 1_790_000_000_000,
  },
  draft: { ...emptyDraft, fullName: 'Hoàng Thị Mẫu', born: '1947', phone: '09', personalId: '099147004567' },
  at: 1_790_000_000_000,
};

let rig: RigVault;
let name: string;

const open = (): Promise<RigLocked> => openRigLocked(name, rig);
const decided = { entry: ENTRY, content: JSON.stringify(person), isDecided: true };
const toCarryOut = { ...decided, admit: () => '' };

async function expectOnce(): Promise<void> {
  const { work, connection } = await open();
  expect(work.store.listRecords('citizen').map(({ values }) => values['fullName'])).toEqual([
    'Hoàng Thị Mẫu',
  ]);
  expect(work.store.listRecords('consent').map(({ values }) => values['citizen'])).toEqual([person.citizen]);
  expect(await connection.run(readLockedEntries)).toEqual({ ok: true, value: [] });
}

beforeAll(async () => {
  rig = await createRigVault();
}, 60_000);
afterEach(() => void Reflect.deleteProperty(globalThis, 'navigator'));
beforeEach(async () => {
  name = await createRigDatabase();
  const { connection } = await open();
  const writeKey = findBase64UrlBytes(rig.wraps.publicParts.writeKey) ?? new Uint8Array();
  const { content } = describeLockedWriting(ENTRY, person);
  const sealed = await sealLockedEntry({ vault: rig.wraps.vault, entry: ENTRY, writeKey, text: content });
  if (!sealed) throw new Error('It was not sealed.');
  const { encapsulation: encapsulationBytes, ...row } = sealed;
  await connection.run((db) => putLockedEntry(db, { ...row, encapsulationBytes, forCommune: [] }));
});

describe('a person who was written down locked and confirmed', () => {
  it('becomes a record with its consent, and the entry goes', async () => {
    const { work, locked } = await open();
    expect(locked.getSnapshot().entries).toEqual([{ ...decided, isDecided: false }]);
    await locked.decide(ENTRY, JSON.stringify(person));
    expect(await carryOutLocked(work, locked, toCarryOut)).toBe(true);
    expect(work.store.findRecord(person.consent)?.values).toMatchObject({
      ...{ citizen: person.citizen, purposes: ['prepare'], helper: 'Lành', witness: 'Lý Thị Thử' },
      ...{ at: 1_790_000_000_000, method: 'relative' },
    });
    await expectOnce();
  });

  it('is confirmed also where another page had died half way through writing down the same person', async () => {
    const first = await open();
    const half = rigRecord(50);
    first.work.drafts.hold(half);
    const patch = { fullName: 'Hoàng Thị', personalId: person.draft.personalId };
    first.work.drafts.editRecord({ collection: 'citizen', record: half, patch });
    await first.work.drafts.flushNow();

    const { work, locked, connection } = await open();
    expect(work.readCustody(half).unconfirmed).toBe(true);
    const done = decideLocked(work, person, {
      done: person.draft,
      session: undefined,
      answers: { need: undefined, wasCounted: false },
    });
    expect(done.citizen).toBe(half);
    const content = JSON.stringify(done);
    await locked.decide(ENTRY, content);
    expect(await carryOutLocked(work, locked, { ...toCarryOut, content })).toBe(true);
    // Its place in the queue follows the save by itself.
    await vi.waitFor(async () => {
      const disk = await connection.run(readDeviceDisk);
      if (!disk.ok) throw new Error(disk.error);
      expect(Object.values(disk.value.slots)).toEqual([]);
      expect(disk.value.queue.map(({ record }) => record)).toEqual([person.consent, half]);
    });
  });

  it('waits as before when the app is killed before the decision is on the disk', async () => {
    await open();
    const { locked } = await open();
    expect(locked.getSnapshot().entries).toMatchObject([{ entry: ENTRY, isDecided: false }]);
  });

  it('is gone on with after a kill right behind the decision', async () => {
    await (await open()).locked.decide(ENTRY, JSON.stringify(person));
    const { work, locked } = await open();
    const [entry] = locked.getSnapshot().entries;
    expect(entry).toEqual(decided);
    expect(await carryOutLocked(work, locked, toCarryOut)).toBe(true);
    await expectOnce();
  });

  it.each(['consent', 'citizen'] as const)(
    'is neither lost nor doubled by a kill right behind its %s',
    async (last) => {
      const first = await open();
      await first.locked.decide(ENTRY, JSON.stringify(person));
      const { finishEditing } = first.work.drafts;
      const cut = new Error('killed');
      first.work.drafts.finishEditing = async (record) => {
        const saved = await finishEditing.call(first.work.drafts, record);
        if (record === person[last]) throw cut;
        return saved;
      };
      await expect(carryOutLocked(first.work, first.locked, toCarryOut)).rejects.toBe(cut);

      const { work, locked } = await open();
      expect(await carryOutLocked(work, locked, toCarryOut)).toBe(true);
      await expectOnce();
    },
  );

  it('does not undo what was mended between the kill and the next time', async () => {
    const first = await open();
    await first.locked.decide(ENTRY, JSON.stringify(person));
    await carryOutLocked(first.work, first.locked, toCarryOut);
    const patch = { fullName: 'Hoàng Thị Mẫu Mới' };
    first.work.drafts.editRecord({ collection: 'citizen', record: person.citizen, patch });
    await first.work.drafts.finishEditing(person.citizen);
    const { work, locked } = await open();
    expect(await carryOutLocked(work, locked, toCarryOut)).toBe(true);
    expect(work.store.findRecord(person.citizen)?.values).toMatchObject(patch);
  });

  it('keeps what was mended while it was looked through, until it is decided or let go', async () => {
    const mended = JSON.stringify({ ...person, draft: { ...person.draft, hamlet: 'Thôn Mẫu' } });
    const { locked } = await open();
    await locked.amend(ENTRY, mended);
    const again = (await open()).locked;
    expect(again.getSnapshot().entries).toEqual([{ entry: ENTRY, content: mended, isDecided: false }]);
    await again.decide(ENTRY, mended);
    await again.amend(ENTRY, 'late');
    expect((await open()).locked.getSnapshot().entries).toEqual([{ ...decided, content: mended }]);
    expect(await again.carryOut(ENTRY, async () => true)).toBe(true);
    await again.amend(ENTRY, 'later still');
    expect((await open()).locked.getSnapshot().entries).toEqual([]);
  });

  it('is decided once: what tabs that knew nothing of it decide, mend or drop after that changes nothing', async () => {
    const [first, second, third, fourth] = [await open(), await open(), await open(), await open()];
    const other = JSON.stringify({ ...person, citizen: rigRecord(50), isKnown: true });
    expect((await first.locked.decide(ENTRY, JSON.stringify(person))).ok).toBe(true);
    expect(await second.locked.decide(ENTRY, other)).toEqual({ ok: false, error: { type: 'gone' } });
    await third.locked.amend(ENTRY, other);
    expect(await fourth.locked.drop(ENTRY)).toEqual({ ok: false, error: { type: 'gone' } });
    for (const { locked } of [second, third, fourth, await open()])
      expect(locked.getSnapshot().entries).toEqual([decided]);
  });

  it('is carried out by one of two tabs that come to it together', async () => {
    installMemoryLocks();
    await (await open()).locked.decide(ENTRY, JSON.stringify(person));
    const tabs = [await open(), await open()];
    let done = 0;
    const carryOut = ({ work, locked }: RigLocked): Promise<boolean> => {
      const counting: typeof locked.carryOut = (entry, act) => locked.carryOut(entry, () => (done++, act()));
      return carryOutLocked(work, { carryOut: counting }, toCarryOut);
    };
    expect(await Promise.all(tabs.map(carryOut))).toEqual([true, true]);
    expect(done).toBe(1);
    for (const { locked } of tabs) expect(locked.getSnapshot().entries).toEqual([]);
    await expectOnce();
  });

  it('goes on in the same record when more was written of them after they were confirmed', async () => {
    const first = await open();
    await first.locked.decide(ENTRY, JSON.stringify(person));
    await carryOutLocked(first.work, first.locked, toCarryOut);
    const { work } = await open();
    const done = { ...emptyDraft, fullName: 'Hoàng Thị Mẫu', phone: '0987000111' };
    const answers = { need: undefined, wasCounted: false };
    const more = decideLocked(work, { ...person, draft: done }, { done, session: undefined, answers });
    expect(more).toMatchObject({ citizen: person.citizen, isKnown: true });
    expect(more.draft).toMatchObject({ phone: '0987000111', personalId: person.draft.personalId });
  });

  it('is taken back by a person without a trace', async () => {
    const { locked } = await open();
    expect((await locked.drop(ENTRY)).ok).toBe(true);
    const { work, locked: again } = await open();
    expect(again.getSnapshot().entries).toEqual([]);
    expect(work.store.listRecords('citizen')).toEqual([]);
  });
});

describe('what is written down locked', () => {
  it('is sealed to the commune as records that it takes, and as no more than could be read', () => {
    const [yes, facts] = describeLockedWriting(ENTRY, person).patches;
    expect(checkPatch(consentCollection, yes?.patch ?? {}, 'volunteer')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(checkPatch(citizenCollection, facts?.patch ?? {}, 'volunteer')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(facts?.patch).not.toHaveProperty('phone');
  });

  it('is read back with what could not be read, and a strange text is none of ours', () => {
    const { content } = describeLockedWriting(ENTRY, person);
    expect(readLockedPerson(content)?.draft.phone).toBe('09');
    for (const strange of ['', '{}', 'null', '{"draft":{}}'])
      expect(readLockedPerson(strange)).toBeUndefined();
  });

  it('lies over what is known, and takes nothing away from it', () => {
    const known = { ...emptyDraft, fullName: 'Hoàng Thị Mâu', phone: '0987000111', hamlet: 'Thôn Mẫu' };
    const laid = layOverKnown(known, { ...emptyDraft, fullName: 'Hoàng Thị Mẫu', phoneOwner: 'relative' });
    expect(laid).toMatchObject({
      ...{ fullName: 'Hoàng Thị Mẫu', phone: '0987000111', hamlet: 'Thôn Mẫu', phoneOwner: 'relative' },
    });
  });
});
