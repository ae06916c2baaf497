import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSessionCode } from '#shared/contracts/session-code';
import { writeListCode } from '#shared/contracts/list-code';
import type { RecordId } from '#shared/ids';
import { attendance } from '#shared/model/attendance';
import { checkPatch } from '#shared/model/collection';
import type { Json, Patch } from '#shared/model/operation';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  rigRecord,
  type RigTab,
} from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { openSession } from './actions.ts';
import { admitVisitor, countHeads, findFreeNumber, moveVisitor } from './attendance-actions.ts';
import { countSession, listOtherPhones, listVisitors } from './count-session.ts';
import { describeForJoining, joinSession } from './join-session.ts';
import { listMachines } from './list-machines.ts';
import { judgeListCode, showOwnList } from './merge-lists.ts';
import { findSession, listAllLists } from './queries.ts';

const NAME = 'Hoàng Thị Mẫu';
const itself = (citizen: string) => citizen;

interface TestPhone {
  readonly tab: RigTab;
  readonly work: Work;
  readonly name: string;
}

let vault: Vault;
let first: TestPhone;
let second: TestPhone;
let session: RecordId;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});

async function startPhone(name: string): Promise<TestPhone> {
  const tab = await openRigTab(name, vault);
  return { tab, name, work: createRigWork(tab) };
}

async function makePhone(): Promise<TestPhone> {
  const name = await createRigDatabase();
  return startPhone(name);
}

const seek = ({ work }: TestPhone) => {
  const found = findSession(work.store.listRecords('session'), session);
  if (!found) throw new Error('no session');
  return found;
};
const admit = ({ work }: TestPhone, citizen: number) => {
  const record = rigRecord(citizen);
  work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName: NAME } });
  admitVisitor(work, session, { citizen: record, sex: 'female', ageBand: 'from60', wasCounted: false });
};
const move = ({ work }: TestPhone, number: string, state: 'inHand' | 'done') => {
  const visitor = listVisitors(listAllLists(work, session), itself).find((one) => one.number === number);
  if (visitor) moveVisitor(work, { session, visitor, state });
};
const show = async ({ work }: TestPhone) => {
  const shown = await showOwnList(work, session);
  if (!shown.ok) throw new Error(shown.error);
  return shown.value;
};
const judge = ({ work }: TestPhone, text: string) => judgeListCode(work, text, session);
const count = ({ work }: TestPhone) => countSession(listAllLists(work, session), itself);

/** As the commune hands it on, with or without what its phone wrote later. */
function bringList(to: TestPhone, from: TestPhone, changes: Patch = {}): void {
  const [list] = from.work.store.listRecords('attendance');
  if (!list) throw new Error('no list');
  const patch = { ...list.values, machine: 'another Mai', ...changes } as Record<string, Json>;
  to.work.drafts.editRecord({ collection: 'attendance', record: list.record, patch });
}

beforeEach(async () => {
  [first, second] = [await makePhone(), await makePhone()];
  session = openSession(first.work, { place: 'Nhà văn hóa', hamlet: '', kind: 'hamletMeeting' });
  countHeads(first.work, session, [{ sex: 'male' }, {}]);
  admit(first, 10);
  const joining = readSessionCode(describeForJoining(first.work, seek(first), 'B'));
  if (!joining.ok) throw new Error(joining.error);
  await joinSession(second.work, { code: joining.value, ownLetter: undefined });
  countHeads(second.work, session, [{ sex: 'female', ageBand: 'to35' }, { declined: true }, {}]);
  for (const citizen of [20, 21, 22]) admit(second, citizen);
  move(second, 'B01', 'inHand');
  move(second, 'B02', 'done');
});

describe('merging by a code', () => {
  it('adds the other phone’s people, states and sums, and the other way round', async () => {
    const code = await show(second);
    expect(judge(first, writeListCode(code))).toEqual({ ok: true, value: code });
    expect(await first.work.toldLists.keep(code)).toBe(true);
    expect(count(first)).toEqual({
      ...{ people: 9, waiting: 2, inHand: 1, done: 1, declined: 1, unnamed: 5, female: 5, male: 1 },
      bands: { under18: 0, to35: 1, to59: 0, from60: 4 },
    });
    const lists = listAllLists(first.work, session);
    const told = listVisitors(lists, itself).map(({ label, state, isHere }) => [label, state, isHere]);
    expect(told).toEqual([
      ['A01', 'waiting', true],
      ['B01', 'inHand', false],
      ['B02', 'done', false],
      ['B03', 'waiting', false],
    ]);
    expect(listOtherPhones(lists, first.work.device, itself)).toMatchObject([
      { people: 6, told: { letter: 'B' } },
    ]);
    expect(listMachines(lists, first.work.device)).toMatchObject({
      here: [{ letter: 'A' }, { letter: 'B', people: 6, toldAt: code.at }],
      silent: [],
    });
    await second.work.toldLists.keep(await show(first));
    expect(count(second)).toMatchObject({ people: 9, waiting: 2, inHand: 1, done: 1, female: 5, male: 1 });
  });

  it('carries no name and no id of a person', async () => {
    const text = writeListCode(await show(second));
    for (const trace of ['Mẫu', 'Lành', rigRecord(20), rigRecord(1), second.work.device])
      expect(decodeURIComponent(text)).not.toContain(trace);
  });

  it('is kept over a lock, and nothing of it becomes this phone’s own', async () => {
    const before = first.work.store.listRecords('attendance').length;
    await first.work.toldLists.keep(await show(second));
    const again = await startPhone(first.name);
    await again.tab.toldLists.recall();
    expect(again.work.toldLists.list()).toEqual(first.work.toldLists.list());
    expect(first.work.store.listRecords('attendance')).toHaveLength(before);
    const list = first.work.toldLists.list()[0]?.list as RecordId;
    expect(first.work.store.findRecord(list)).toBeUndefined();
    expect(Object.keys(first.tab.runner.disk.slots)).not.toContain(list);
  });

  it('takes the later of two codes of a phone, whichever is scanned first', async () => {
    const old = await show(second);
    countHeads(second.work, session, [{}]);
    const fresh = await show(second);
    expect(fresh.shown).toBe(old.shown + 1);
    await first.work.toldLists.keep(fresh);
    expect(judge(first, writeListCode(old))).toEqual({
      ok: false,
      error: { type: 'older', letter: 'B', at: fresh.at },
    });
    await first.work.toldLists.keep(old);
    expect(count(first).people).toBe(10);
    // Once more is no harm.
    expect(judge(first, writeListCode(fresh)).ok).toBe(true);
    expect(first.work.toldLists.list()).toHaveLength(1);
  });

  it('gives way to the true list that holds all of it, and never counts both', async () => {
    const code = await show(second);
    await first.work.toldLists.keep(code);
    // What the commune had before the code was shown: the third person is known by the code alone.
    bringList(first, second, { codesShown: 0, 'visitors/B03': null, 'heads/3': null, letter: 'B' });
    expect(count(first)).toMatchObject({ people: 9, waiting: 2, inHand: 1, done: 1, female: 5 });
    const shown = listVisitors(listAllLists(first.work, session), itself);
    expect(shown.map(({ label, isHere }) => [label, isHere])).toEqual([
      ['A01', true],
      ['B01', true],
      ['B02', true],
      ['B03', false],
    ]);
    countHeads(second.work, session, [{}]);
    bringList(first, second);
    expect(count(first)).toMatchObject({ people: 10, waiting: 2, inHand: 1, done: 1, female: 5 });
    expect(listAllLists(first.work, session).filter(({ told }) => told)).toEqual([]);
    expect(judge(first, writeListCode(code))).toEqual({ ok: false, error: { type: 'arrived', letter: 'B' } });
  });

  it('knows the list by itself when its phone has changed its letter', async () => {
    await first.work.toldLists.keep(await show(second));
    bringList(first, second, { letter: 'N' });
    expect(count(first).people).toBe(9);
  });

  it('lets a number go on from what is here as far as any phone has brought it', async () => {
    bringList(first, second, { codesShown: 0 });
    move(first, 'B03', 'inHand');
    move(second, 'B03', 'done');
    await first.work.toldLists.keep(await show(second));
    const [visitor] = listVisitors(listAllLists(first.work, session), itself).filter(
      ({ number }) => number === 'B03',
    );
    expect(visitor).toMatchObject({ state: 'done', isHere: true });
    expect(count(first).people).toBe(9);
  });

  it('gives no number that a code has told', async () => {
    await first.work.toldLists.keep({
      ...(await show(second)),
      letter: 'A',
      numbers: [{ number: 'A07', state: 'done' }],
    });
    expect(findFreeNumber(first.work, session)).toBe('A08');
  });

  it('is refused where it is of no use, each time for its own reason', async () => {
    const code = await show(second);
    const text = writeListCode(code);
    const told = (one: string) => {
      const judged = judge(first, one);
      return judged.ok ? 'taken' : judged.error.type;
    };
    expect(told(text)).toBe('taken');
    expect(told(text.slice(0, -3))).toBe('broken');
    expect(told(text.replace('gl1', 'gl9'))).toBe('newer');
    expect(told('099147000123||Hoàng Thị Mẫu')).toBe('strange');
    expect(told(describeForJoining(first.work, seek(first), 'C'))).toBe('joining');
    expect(told(writeListCode(await show(first)))).toBe('own');
    expect(told(writeListCode({ ...code, session: rigRecord(99) }))).toBe('otherSession');
    const other = openSession(first.work, { place: 'Nơi khác', hamlet: '', kind: 'mobile' });
    expect(judgeListCode(first.work, text, other)).toEqual({ ok: false, error: { type: 'otherSession' } });
    expect(judgeListCode(first.work, text, undefined).ok).toBe(true);
  });

  it('is counted on the list that shows it, on the disk, before anybody sees it', async () => {
    await show(second);
    const again = await startPhone(second.name);
    const [list] = again.work.store.listRecords('attendance');
    expect(list?.values['codesShown']).toBe(1);
    expect(checkPatch(attendance, list?.values ?? {}, 'volunteer')).toMatchObject({ ok: true });
    const nothing = openSession(first.work, { place: 'Nơi khác', hamlet: '', kind: 'mobile' });
    expect(await showOwnList(second.work, nothing)).toEqual({ ok: false, error: 'noList' });
  });
});
