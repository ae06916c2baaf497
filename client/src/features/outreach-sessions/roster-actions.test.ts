import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { checkPatch } from '#shared/model/collection';
import type { Patch } from '#shared/model/operation';
import { outreachSession } from '#shared/model/outreach-session';
import { sessionPlan } from '#shared/model/session-plan';
import { listPlans } from '#shared/rules/session-plan';
import { createRigDatabase, createRigVault, openRigTab } from '../../../e2e/rig/device-rig.ts';
import { createRigWork, RIG_PROFILE } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { closeSession, openSession } from './actions.ts';
import { listRoster } from './list-roster.ts';
import { dropPlan, openPlan, savePlan } from './plan-actions.ts';
import { readSession } from './read-session.ts';
import { excuseMember, expectMember, noteArrival, noteLeaving } from './roster-actions.ts';

const LANH = RIG_PROFILE.member.id;
const MAI = { id: 'mai', name: 'Trần Thị Mai' };
const told = { leaseDays: 45, provinceCode: '46', authorisations: [], postAgreement: null };
const PLACE = { place: 'Nhà văn hóa', hamlet: '', kind: 'hamletMeeting' } as const;

let vault: Vault;
let work: Work;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});

async function makeWork(teamMembers: readonly { id: string; name: string }[]): Promise<void> {
  const name = await createRigDatabase();
  const tab = await openRigTab(name, vault);
  work = createRigWork(tab, { ...RIG_PROFILE, told: { ...told, teamMembers: [...teamMembers] } });
}
beforeEach(() => makeWork([{ id: LANH, name: 'Lành' }, MAI]));

const getValues = (record: RecordId): Patch => work.store.findRecord(record)?.values ?? {};

function listStates(session: RecordId): string[] {
  const facts = readSession({
    record: session,
    collection: 'session',
    values: getValues(session),
    conflicts: {},
  });
  expect(checkPatch(outreachSession, getValues(session), 'volunteer')).toMatchObject({ ok: true });
  return listRoster(facts, work.teamMembers).map(({ name, state }) => `${name} ${state}`);
}

describe('the team of a session', () => {
  it('is expected as the commune named it, and one who never comes is missed', () => {
    const session = openSession(work, PLACE);
    expect(listStates(session)).toEqual(['Lành here', 'Trần Thị Mai awaited']);
    closeSession(work, session, { noIncident: true, satisfaction: undefined });
    expect(listStates(session)).toEqual(['Lành here', 'Trần Thị Mai awaited']);
  });

  it('comes, leaves, comes back and leaves for good, each said once and the first coming kept', () => {
    const session = openSession(work, PLACE);
    const first = getValues(session)[`members/${LANH}/in`];
    noteLeaving(work, session);
    expect(listStates(session)[0]).toBe('Lành left');
    noteArrival(work, session);
    expect(listStates(session)[0]).toBe('Lành here');
    expect(getValues(session)).toMatchObject({
      [`members/${LANH}/in`]: first,
      [`members/${LANH}/back`]: { at: expect.any(Number) as number },
    });
    noteLeaving(work, session);
    expect(listStates(session)[0]).toBe('Lành left');
    expect(getValues(session)).not.toHaveProperty([`members/${LANH}/back`]);
  });

  it('has a member without a phone, who is noted by a colleague by name', () => {
    const session = openSession(work, PLACE);
    expectMember(work, session, ' Bà Ví ');
    expect(listStates(session)).toContain('Bà Ví awaited');
    const facts = readSession({
      record: session,
      collection: 'session',
      values: getValues(session),
      conflicts: {},
    });
    const vi = facts.expected.find(({ name }) => name === 'Bà Ví');
    if (!vi) throw new Error('Not on the list.');
    noteArrival(work, session, vi);
    expect(getValues(session)[`members/${vi.id}/in`]).toMatchObject({ name: 'Bà Ví', by: 'Lành' });
    noteLeaving(work, session, vi);
    expect(listStates(session)).toContain('Bà Ví left');
  });

  it('misses nobody who does not come to this session at all, until that is taken back', () => {
    const session = openSession(work, PLACE);
    const undo = excuseMember(work, session, MAI);
    expect(listStates(session)).toEqual(['Lành here']);
    undo();
    expect(listStates(session)).toEqual(['Lành here', 'Trần Thị Mai awaited']);
  });

  it('is named later where the commune had not named it at the opening', async () => {
    await makeWork([]);
    const session = openSession(work, PLACE);
    expect(listStates(session)).toEqual(['Lành here']);
  });
});

describe('a planned session', () => {
  const facts = { ...PLACE, day: '2026-11-29', time: '08:00', people: 40 };
  const plans = () => listPlans(work.store.listRecords('sessionPlan'));

  it('is planned, changed, given up and taken back', () => {
    const plan = savePlan(work, undefined, facts);
    savePlan(work, plan, { ...facts, time: '14:00', people: undefined });
    expect(checkPatch(sessionPlan, getValues(plan), 'volunteer')).toMatchObject({ ok: true });
    expect(plans()).toMatchObject([{ place: 'Nhà văn hóa', time: '14:00', people: undefined }]);
    const undo = dropPlan(work, plan);
    expect(plans()).toEqual([]);
    undo();
    expect(plans()).toHaveLength(1);
  });

  it('becomes a session of today with its place, and is planned no longer', () => {
    savePlan(work, undefined, facts);
    const [plan] = plans();
    if (!plan) throw new Error('Nothing is planned.');
    const session = openPlan(work, plan);
    expect(getValues(session)).toMatchObject({ place: 'Nhà văn hóa', kind: 'hamletMeeting', leader: 'Lành' });
    expect(plans()).toEqual([]);
    expect(getValues(plan.record)['session']).toBe(session);
  });
});
