import { describe, expect, it } from 'vitest';
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { countActors, countAnswers, countPapers } from './count-progress.ts';
import { readDossier } from './read-dossier.ts';

const procedure = findProcedure('2.000635');
if (!procedure) throw new Error('The catalogue has lost its first procedure.');
const { form } = procedure;

const open = (values: Record<string, string | number>) => readDossier('r' as RecordId, values);
const answered = {
  'answers/relation': 'self',
  'answers/eventType': 'birth',
  'answers/registeredAt': 'Xã Ví Dụ, huyện Thử',
  'answers/copies': 2,
  'answers/resultDelivery': 'inPerson',
};

describe('the count beside Thông tin', () => {
  it('asks five things of somebody who wants a copy of her own certificate and lodges it herself', () => {
    expect(countAnswers(form, open({}))).toEqual({ done: 0, total: 5 });
    expect(countAnswers(form, open(answered))).toEqual({ done: 5, total: 5 });
  });

  it('grows when an answer opens another question', () => {
    const forChild = open({ ...answered, 'answers/relation': 'parent' });
    expect(countAnswers(form, forChild)).toEqual({ done: 5, total: 7 });
  });

  it('asks what the portal would know where an officer takes the paper', () => {
    expect(countAnswers(form, open({ ...answered, route: 'counter' }))).toEqual({ done: 5, total: 9 });
  });

  it('counts a question that nobody must answer only while its answer is wrong', () => {
    const wrong = open({ ...answered, 'answers/registeredOn': '31/02/1990' });
    expect(countAnswers(form, wrong)).toEqual({ done: 5, total: 6 });
    const right = open({ ...answered, 'answers/registeredOn': '1990' });
    expect(countAnswers(form, right)).toEqual({ done: 5, total: 5 });
  });
});

describe('the count beside Giấy tờ', () => {
  const byStranger = { ...answered, 'answers/relation': 'authorised' };

  it('owes no paper that only helps the officer', () => {
    expect(countPapers(form, open(answered))).toEqual({ done: 0, total: 0 });
  });

  it('owes a required paper until it is photographed or somebody says why it is not needed', () => {
    expect(countPapers(form, open(byStranger))).toEqual({ done: 0, total: 1 });
    const photographed = open({ ...byStranger, 'papers/authorisationPaper': 'a' });
    expect(countPapers(form, photographed)).toEqual({ done: 1, total: 1 });
    const explained = open({ ...byStranger, 'papersNotNeeded/authorisationPaper': 'ownCamera' });
    expect(countPapers(form, explained)).toEqual({ done: 1, total: 1 });
  });
});

it('says who did how many parts, in the order from own hands to another’s', () => {
  const dossier = open({
    'actedBy/delivery': 'onBehalf',
    'actedBy/event': 'self',
    'actedBy/requester': 'self',
  });
  expect(countActors(dossier)).toEqual([
    { actor: 'self', count: 2 },
    { actor: 'onBehalf', count: 1 },
  ]);
});
