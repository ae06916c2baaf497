import { describe, expect, it } from 'vitest';
import { type HeardReply, readCall, readQuery, readStatus, readWithdrawal } from './read-portal-reply.ts';

const reply = (status: number, body: unknown, change: Partial<HeardReply> = {}): HeardReply => ({
  delivery: 'whole',
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(body),
  ...change,
});
const waits = { status: 'awaitingCitizen', packNumber: 'GOI-1', reference: 'R1' };
const lodged = { status: 'lodged', packNumber: 'GOI-1', reference: 'R1', dossierNumber: 'N-1' };

describe('a reply that is definite', () => {
  it('says that the pack stands, with its number where it has one', () => {
    expect(readCall(reply(201, waits), 'R1')).toEqual({ type: 'packed', packNumber: 'GOI-1' });
    const found = { type: 'found', packNumber: 'GOI-1', dossierNo: 'N-1' };
    expect(readQuery(reply(200, { packs: [lodged] }), 'R1')).toEqual(found);
    expect(readQuery(reply(200, { packs: [] }), 'R1')).toEqual({ type: 'notFound' });
  });

  it('says what is to be mended', () => {
    const refusal = { type: 'refused', code: 'x', field: 'submitter.personalId', reason: 'Thiếu số.' };
    expect(readCall(reply(422, refusal), 'R1')).toEqual({
      type: 'refused',
      field: 'submitter.personalId',
      reason: 'Thiếu số.',
    });
  });

  it('says that a withdrawal came too late', () => {
    const tooLate = reply(409, { type: 'lodged', dossierNumber: 'N-1' });
    expect(readWithdrawal(tooLate)).toEqual({ type: 'alreadyLodged', dossierNo: 'N-1' });
    expect(readWithdrawal(reply(200, { ...waits, status: 'withdrawn' }))).toEqual({ type: 'withdrawn' });
  });
});

it.each([
  ['cut off', reply(201, waits, { delivery: 'reset' })],
  ['half of it', reply(201, waits, { text: '{"status":' })],
  ['a page', reply(201, waits, { headers: { 'content-type': 'text/html' } })],
  ['of another pack', reply(201, { ...waits, reference: 'R2' })],
  ['with an error', reply(500, waits)],
  ['a refusal without a reason', reply(422, { type: 'refused' })],
])('%s: the call stays unknown and the question unanswered', (_, given) => {
  expect(readCall(given, 'R1')).toEqual({ type: 'unknown' });
  expect(readQuery({ ...given, status: given.status === 201 ? 200 : given.status }, 'R1')).toEqual({
    type: 'failed',
  });
  expect(readWithdrawal(given)).toEqual({ type: 'failed' });
});

describe('what became of a dossier', () => {
  const dossier = { dossierNumber: 'N-1', status: 9, changedAt: 5 };

  it('is read of the one that was asked for', () => {
    expect(readStatus(reply(200, dossier), 'N-1')).toEqual({ status: 9, changedAt: 5 });
    const asks = { ...dossier, status: 5, supplement: { text: 'Thiếu trang 2' } };
    expect(readStatus(reply(200, asks), 'N-1')).toEqual({
      status: 5,
      changedAt: 5,
      supplement: { text: 'Thiếu trang 2' },
    });
  });

  it.each([
    ['another one', reply(200, { ...dossier, dossierNumber: 'N-2' })],
    ['a state that is none', reply(200, { ...dossier, status: 11 })],
    ['an error', reply(500, dossier)],
    ['half of it', reply(200, dossier, { text: '{"status":' })],
  ])('is not read from %s', (_, given) => {
    expect(readStatus(given, 'N-1')).toBeUndefined();
  });
});
