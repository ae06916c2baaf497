import { afterEach, describe, expect, it } from 'vitest';
import { selfReply } from '#shared/contracts/enrolment';
import { reviewReply } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import {
  AFTER,
  approve,
  closeDelegationVillages,
  FIRST,
  LAST,
  MIDNIGHT,
  openDelegationVillage,
  outside,
  read,
  readDecision,
  write,
} from '../../../fixtures/devices/delegation-village.ts';
import { makeId } from '../../../fixtures/devices/make-device.ts';

afterEach(closeDelegationVillages);

describe('whoever approves in the head’s place', () => {
  it('reads the figures on the days, by the clock of the commune, and on no other', async () => {
    const village = await openDelegationVillage();
    const { officer, server } = village;
    expect(await read(officer)).toEqual([403, { error: 'notAllowed' }]);
    await village.delegateTo();
    server.clock.now = MIDNIGHT - 1;
    expect(await read(officer)).toEqual([403, outside('coming')]);
    server.clock.now = MIDNIGHT;
    expect((await read(officer))[0]).toBe(200);
    server.clock.now = AFTER - 1;
    expect((await read(officer))[0]).toBe(200);
    server.clock.now = AFTER;
    expect(await read(officer)).toEqual([403, outside('over')]);
    expect(selfReply.parse((await read(officer, '/api/devices/self'))[1]).delegation).toBeNull();
  });

  it('approves on the days, and the head reads by whom and in whose place', async () => {
    const village = await openDelegationVillage();
    const { officer, server, head, session } = village;
    const delegation = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    expect(await approve(village, officer, { delegation })).toBeUndefined();
    expect(await readDecision(village)).toMatchObject({ decision: 'approved', by: 'Anh Tú', isDeputy: true });
    const question = { at: 2, by: 'Anh Tú', text: 'Vì sao?', delegation };
    expect(await write(officer, makeId(), { session, 'questions/q': question })).toBeUndefined();
    const [, reply] = await read(head);
    expect(reviewReply.parse(reply).sessions[0]?.questions).toMatchObject([{ by: 'Anh Tú', isDeputy: true }]);
    const told = await village.phone.sync({ key: 'read', cursor: null });
    expect(told.ok && JSON.stringify(told.answer.changes)).toContain(`"delegation":"${delegation}"`);
  });

  it('is judged by the day on which a word arrives: written within and sent after does not count, nor before', async () => {
    const village = await openDelegationVillage();
    const { officer, server } = village;
    expect(await approve(village, officer, {})).toMatchObject({ code: 'notAllowed' });
    const delegation = await village.delegateTo();
    expect(await approve(village, officer, { delegation })).toMatchObject({
      ...{ code: 'outsideDelegation', detail: { state: 'coming', from: FIRST, to: LAST } },
    });
    server.clock.now = MIDNIGHT;
    const record = makeId<RecordId>();
    const word = { decision: 'approved', by: 'Anh Tú', at: MIDNIGHT, seen: 1, delegation };
    const { seq } = officer.save({
      ...{ collection: 'review', record, at: MIDNIGHT },
      patch: { session: village.session, 'decisions/k': word },
    });
    server.clock.now = AFTER;
    const late = await officer.sync({ runs: [officer.makeRun(seq, seq)] });
    if (!late.ok) throw new Error('The commune refused the whole request.');
    expect(late.answer.setAside).toMatchObject([
      { seq, code: 'outsideDelegation', detail: { state: 'over', from: FIRST, to: LAST } },
    ]);
    expect(late.receipt.upTo).toBe(seq);
    expect(await readDecision(village)).toBeNull();
  });

  it('may do nothing more from the moment that it is ended early, and what was approved stays', async () => {
    const village = await openDelegationVillage();
    const { officer, server, head, noted } = village;
    const delegation = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    await approve(village, officer, { delegation });
    server.clock.now += 86_400_000;
    expect((await village.end(head, delegation)).status).toBe(200);
    expect(noted).toEqual([{ type: 'delegationEnded', delegation, at: server.clock.now }]);
    expect(await read(officer)).toEqual([403, outside('ended')]);
    expect(await approve(village, officer, { delegation, key: 'k2' })).toMatchObject({
      ...{ code: 'outsideDelegation', detail: { state: 'ended', from: FIRST, to: LAST } },
    });
    expect(await readDecision(village)).toMatchObject({ by: 'Anh Tú', decision: 'approved' });
    expect((await village.listActions()).map(([action]) => action)).toEqual([
      'delegateReview',
      'endDelegation',
    ]);
    expect((await village.end(head, delegation)).status).toBe(200);
    expect(await village.listActions()).toHaveLength(2);
  });

  it('with a machine that was ended reads nothing and is not heard; what it sends is kept unopened', async () => {
    const village = await openDelegationVillage();
    const { officer, server } = village;
    const delegation = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const stored = await server.store.findDevice(officer.id);
    if (!stored) throw new Error('nobody');
    await server.store.setStanding(stored.n, 'revoked', { by: stored.member, at: server.clock.now });
    expect(await read(officer)).toEqual([403, { error: 'deviceRevoked' }]);
    expect(await approve(village, officer, { delegation })).toBeUndefined();
    expect(await readDecision(village)).toBeNull();
  });

  it('says so in every word, in their own name, and nobody else says it', async () => {
    const village = await openDelegationVillage();
    const { officer, head, server } = village;
    const delegation = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const misplaced = { code: 'fieldInvalid', field: 'decisions/k1' };
    expect(await approve(village, officer, {})).toMatchObject(misplaced);
    expect(await approve(village, officer, { delegation: makeId() })).toMatchObject(misplaced);
    expect(await approve(village, officer, { delegation, by: 'Bà Tịch' })).toMatchObject(misplaced);
    expect(await approve(village, head, { delegation })).toMatchObject(misplaced);
    expect(await readDecision(village)).toBeNull();
  });

  it('takes back their own word, and neither changes nor takes back the head’s', async () => {
    const village = await openDelegationVillage();
    const { officer, head, server } = village;
    const delegation = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const [own, heads] = [makeId<RecordId>(), makeId<RecordId>()];
    await approve(village, officer, { delegation, record: own });
    expect(await write(officer, own, { 'decisions/k1': null })).toBeUndefined();
    expect(await readDecision(village)).toBeNull();
    await approve(village, head, { by: 'Bà Tịch', record: heads });
    expect(await write(officer, heads, { 'decisions/k1': null })).toMatchObject({
      ...{ code: 'notAllowed', field: 'decisions/k1' },
    });
    expect(await write(officer, heads, { session: makeId<RecordId>() })).toMatchObject({
      code: 'notAllowed',
    });
    expect(await readDecision(village)).toMatchObject({ by: 'Bà Tịch', isDeputy: false });
  });

  it('sees no more than the head: names only of one session at a time, written down; and pulls no session', async () => {
    const village = await openDelegationVillage();
    const { officer, server, session, listActions } = village;
    await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const pulled = await officer.sync({ key: 'read', cursor: null });
    expect(pulled.ok && pulled.answer.changes).toEqual([]);
    const people = await officer.ask('POST', '/api/review/people', { body: { session } });
    expect(people.status).toBe(200);
    expect(await listActions()).toContainEqual(['openSessionPeople', session, null]);
    server.clock.now = AFTER;
    const late = await officer.ask('POST', '/api/review/people', { body: { session } });
    expect(late.status).toBe(403);
    expect((await listActions()).filter(([action]) => action === 'openSessionPeople')).toHaveLength(1);
  });

  it('writes nothing else that only the head or a team may write', async () => {
    const village = await openDelegationVillage();
    const { officer, server, session } = village;
    await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const { seq } = officer.save({ collection: 'session', record: session, patch: { place: 'Chỗ khác' } });
    const sent = await officer.sync({ runs: [officer.makeRun(seq, seq)] });
    expect(sent.ok && sent.answer.setAside).toMatchObject([{ code: 'notAllowed' }]);
  });
});
