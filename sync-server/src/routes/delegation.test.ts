import { afterEach, describe, expect, it } from 'vitest';
import { selfReply } from '#shared/contracts/enrolment';
import { delegateReply, delegationReply, reviewReply } from '#shared/contracts/review';
import type { WireError } from '#shared/contracts/error-codes';
import {
  closeDelegationVillages,
  errorOf,
  FIRST,
  LAST,
  MIDNIGHT,
  openDelegationVillage,
  read,
} from '../../../fixtures/devices/delegation-village.ts';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { verifyAudit } from '../services/audit.ts';

afterEach(closeDelegationVillages);

describe('a head names who approves in their place', () => {
  it('one of the staff, for days, in the audit before it holds; and everybody concerned is told', async () => {
    const village = await openDelegationVillage();
    const { head, officer, findMember, listActions, server } = village;
    await village.enrol('administrator', 'Chị Quản');
    const [, asked] = await read(head, '/api/review/delegation');
    const { delegation: none, candidates } = delegationReply.parse(asked);
    expect(none).toBeNull();
    expect(candidates.map(({ name, role }) => [name, role])).toEqual([
      ['Anh Tú', 'officer'],
      ['Chị Quản', 'administrator'],
    ]);
    const id = await village.delegateTo();
    const made = { id, member: await findMember(officer), name: 'Anh Tú', from: FIRST, to: LAST };
    const [, reply] = await read(head);
    expect(reviewReply.parse(reply).delegation).toEqual({ ...made, state: 'coming' });
    const [, self] = await read(officer, '/api/devices/self');
    expect(selfReply.parse(self).delegation).toEqual({ from: FIRST, to: LAST });
    expect(await listActions()).toEqual([['delegateReview', made.member, `${FIRST} ${LAST}`]]);
    expect(await verifyAudit(server)).toMatchObject({ ok: true, value: { entries: 1 } });
  });

  it('the same asked again is the same; another one is refused until this one is ended', async () => {
    const village = await openDelegationVillage();
    const { head, make, listActions } = village;
    const id = await village.delegateTo();
    expect(delegateReply.parse(await (await make(head)).json()).delegation.id).toBe(id);
    expect(await errorOf(await make(head, { to: '2026-09-30' }))).toEqual([
      ...[422, { error: 'fieldInvalid', field: 'delegation' }],
    ]);
    expect(await listActions()).toHaveLength(1);
    expect((await village.end(head, id)).status).toBe(200);
    expect((await make(head, { to: '2026-09-30' })).status).toBe(200);
  });

  it('not for days that are past, upside down, no days, or more than ninety', async () => {
    const { head, make, listActions } = await openDelegationVillage();
    const faults: unknown[] = [];
    for (const [from, to] of [
      ['2026-09-20', LAST],
      [LAST, FIRST],
      ['2026-09-31', LAST],
      [FIRST, '2026-12-21'],
    ] as const)
      faults.push(((await (await make(head, { from, to })).json()) as WireError).field);
    expect(faults).toEqual(['from', 'to', 'from', 'to']);
    expect((await make(head, { to: '2026-12-20' })).status).toBe(200);
    expect(await listActions()).toHaveLength(1);
  });

  it('nobody of a team, no other head, nobody whose machine is not let in, nobody of another commune: all one answer', async () => {
    const village = await openDelegationVillage();
    const { head, server, commune, make } = village;
    const elsewhere = await server.makeCommune('Xã Bên');
    const people = [
      village.phone,
      await village.enrol('head', 'Ông Phó'),
      await server.enrol(commune.n, { role: 'officer', standing: 'waiting' }),
      await server.enrol(elsewhere.n, { role: 'officer' }),
    ];
    for (const who of people)
      expect(await errorOf(await make(head, { who }))).toEqual([
        ...[404, { error: 'notFound', field: 'member' }],
      ]);
    const never = { member: makeId(), from: FIRST, to: LAST };
    expect(await errorOf(await head.ask('POST', '/api/review/delegation/make', { body: never }))).toEqual([
      ...[404, { error: 'notFound', field: 'member' }],
    ]);
    expect(await village.listActions()).toEqual([]);
  });

  it('under the read key of a head alone: a deputy names nobody, and ends nothing', async () => {
    const village = await openDelegationVillage();
    const { head, officer, server, make, end } = village;
    const id = await village.delegateTo();
    server.clock.now = MIDNIGHT;
    const administrator = await village.enrol('administrator', 'Chị Quản');
    for (const device of [officer, administrator, village.phone]) {
      expect((await make(device, { who: administrator })).status).toBe(403);
      expect((await end(device, id)).status).toBe(403);
      expect((await read(device, '/api/review/delegation'))[0]).toBe(403);
    }
    const withSendKey = await head.ask('POST', '/api/review/delegation/end', {
      ...{ body: { delegation: id }, key: 'send' },
    });
    expect(await errorOf(withSendKey)).toEqual([403, { error: 'readKeyNeeded' }]);
    expect((await read(officer))[0]).toBe(200);
  });

  it('a head of another commune does not see it, and cannot end it', async () => {
    const village = await openDelegationVillage();
    const { server, end, noted } = village;
    const id = await village.delegateTo();
    const elsewhere = await server.makeCommune('Xã Bên');
    const stranger = await server.enrol(elsewhere.n, { role: 'head' });
    const [, reply] = await read(stranger);
    expect(reviewReply.parse(reply).delegation).toBeNull();
    expect(await errorOf(await end(stranger, id))).toEqual(await errorOf(await end(stranger, makeId())));
    expect(noted).toEqual([]);
  });
});
