import { describe, expect, it } from 'vitest';
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { type LackQuestion, listLacks } from './list-lacks.ts';
import { readDossier } from './read-dossier.ts';
import { workOutFees } from './work-out-fee.ts';

const procedure = findProcedure('2.000635');
if (!procedure) throw new Error('The catalogue has lost its first procedure.');

const READY: Patch = {
  procedure: '2.000635',
  'answers/relation': 'self',
  'answers/eventType': 'birth',
  'answers/registeredAt': 'Xã Ví Dụ, huyện Thử',
  'answers/copies': 2,
  'answers/resultDelivery': 'inPerson',
  route: 'selfOwnPhone',
};

function listFor(values: Patch, more: Partial<LackQuestion> = {}): string[] {
  const dossier = readDossier('r' as RecordId, values);
  const place = { provinceCode: '20', postAgreement: null, today: '2026-11-22' };
  const fees = workOutFees(procedure!, dossier, place).map(({ fee }) => fee);
  const question = {
    procedure: procedure!,
    dossier,
    fees,
    conflicts: [],
    today: '2026-11-22',
    consentsToAuthorisedFiling: false,
  };
  return listLacks({ ...question, ...more }).map((lack) =>
    'fieldId' in lack
      ? `${lack.type} ${lack.fieldId}`
      : 'documentId' in lack
        ? `${lack.type} ${lack.documentId}`
        : lack.type,
  );
}

describe('what is still missing before a dossier may be finished', () => {
  it('is nothing when answers, papers, fee and route are there', () => {
    expect(listFor(READY)).toEqual([]);
  });

  it('is named all at once, each question by its own name', () => {
    expect(listFor({ procedure: '2.000635' })).toEqual([
      'answer relation',
      'answer eventType',
      'answer registeredAt',
      'answer copies',
      'answer resultDelivery',
      'route',
    ]);
  });

  it('asks what only the counter needs once the counter is chosen', () => {
    expect(listFor({ ...READY, route: 'counter' })).toEqual([
      'answer requesterName',
      'answer requesterDateOfBirth',
      'answer requesterPersonalId',
      'answer requesterResidence',
    ]);
  });

  it('names a required paper, and lets it go for a reason', () => {
    const byStranger = { ...READY, 'answers/relation': 'authorised', 'answers/subjectName': 'Lý Thị Thử' };
    const values = { ...byStranger, 'answers/subjectDateOfBirth': '1990' };
    expect(listFor(values)).toEqual(['paper authorisationPaper']);
    expect(listFor({ ...values, 'papersNotNeeded/authorisationPaper': 'officeLooksUp' })).toEqual([]);
  });

  it('wants a day for the way to the centre, and for no other', () => {
    const atCentre = { ...READY, route: 'assistedAtCentre' };
    expect(listFor(atCentre)).toEqual(['appointment']);
    const appointment = { day: '2026-11-25', part: 'morning', place: 'Xã Ví Dụ' };
    expect(listFor({ ...atCentre, appointment })).toEqual([]);
  });

  it('wants a yes before the team files in somebody’s name', () => {
    const full = {
      'answers/requesterName': 'Hoàng Thị Mẫu',
      'answers/requesterDateOfBirth': '1947',
      'answers/requesterPersonalId': '099147004567',
      'answers/requesterResidence': 'Thôn Mẫu, xã Ví Dụ',
    };
    const values = { ...READY, ...full, route: 'authorisedForward' };
    expect(listFor(values)).toEqual(['consent']);
    expect(listFor(values, { consentsToAuthorisedFiling: true })).toEqual([]);
  });

  it('waits for a person where two people answered differently', () => {
    expect(listFor(READY, { conflicts: ['copies'] })).toEqual(['conflict copies']);
  });
});
