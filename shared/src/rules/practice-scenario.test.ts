import { describe, expect, it } from 'vitest';
import { practiceScenarios } from '../../data/practice-scenarios.ts';
import { checkPatch } from '../model/collection.ts';
import { findCollection } from '../model/collections.ts';
import type { Json, Patch } from '../model/operation.ts';
import { parseIdCard } from './id-card.ts';
import {
  findPerson,
  listProved,
  type PracticeEvidence,
  type PracticeRecord,
  type PracticeScenario,
  type PracticeStep,
} from './practice-scenario.ts';
import { isSampleNumber } from './personal-id.ts';

const PERSON = 'AAAAAAAAAAAAAAAAAAAAAA';
const SESSION = 'BBBBBBBBBBBBBBBBBBBBBA';
const BEFORE = 1_000;
const OPENED = 2_000;
const LODGED = { state: 'lodged', at: BEFORE, dossierNo: 'TAPHUAN-261127-0001', evidence: 'portalRead' };

/** What a phone holds after somebody has done all that any scenario asks; the model's own rules have allowed it. */
function makeRecords(card: string): PracticeRecord[] {
  const records: readonly [string, string, Record<string, Json>][] = [
    [SESSION, 'session', { openedAt: BEFORE, place: 'Nhà văn hóa' }],
    [
      PERSON,
      'citizen',
      { personalId: card.slice(0, 12), enteredBy: 'card', phoneOwner: 'none', fullName: 'X' },
    ],
    ['consent', 'consent', { citizen: PERSON, session: SESSION, purposes: ['prepare'], at: BEFORE }],
    ['attendance', 'attendance', { 'visitors/A01': { citizen: PERSON, at: BEFORE, state: 'waiting' } }],
    [
      'dossier',
      'dossier',
      { citizen: PERSON, procedure: '2.000635', route: 'relative', 'answers/copies': 2, lodging: LODGED },
    ],
  ];
  return records.map(([record, collection, values]) => ({ record, collection, values }));
}

function listEvidence(scenario: PracticeScenario): PracticeEvidence[] {
  const phone = makeRecords(scenario.card);
  const cutOff: PracticeEvidence = { phone, received: [], hasLine: false, pageOpenedAt: OPENED };
  return [cutOff, { ...cutOff, received: phone, hasLine: true }];
}

function proveAll(scenario: PracticeScenario, change = (one: PracticeEvidence) => one): string[] {
  return listEvidence(scenario).reduce<string[]>(
    (seen, evidence) => listProved(scenario, change(evidence), seen),
    [],
  );
}

/** The evidence with one path changed in all records of a collection, on both sides. */
function spoil(
  evidence: PracticeEvidence,
  collection: string,
  to: (values: Patch) => Patch,
): PracticeEvidence {
  const change = (rows: readonly PracticeRecord[]) =>
    rows.map((row) => (row.collection === collection ? { ...row, values: to(row.values) } : row));
  return { ...evidence, phone: change(evidence.phone), received: change(evidence.received) };
}

function leaveOut(path: string): (values: Patch) => Patch {
  const head = path.replace(/\*$/, '');
  return (values) => Object.fromEntries(Object.entries(values).filter(([one]) => !one.startsWith(head)));
}

const steps = practiceScenarios.flatMap((scenario) =>
  scenario.steps.map((step): [string, PracticeScenario, PracticeStep] => [
    `${scenario.id} · ${step.id}`,
    scenario,
    step,
  ]),
);
const wishes = steps.flatMap(([name, scenario, step]) =>
  step.proof.wishes.map(({ path }) => ({ name: `${name} · ${path}`, scenario, step, path })),
);

it('the records of this test are such as the model allows', () => {
  for (const { collection, values } of makeRecords('099185004567')) {
    const known = findCollection(collection);
    const { lodging, ...typed } = values;
    expect([collection, known && checkPatch(known, typed, 'volunteer')]).toMatchObject([
      collection,
      { ok: true },
    ]);
    if (lodging) expect(known && checkPatch(known, { lodging }, 'server')).toMatchObject({ ok: true });
  }
});

describe('every scenario', () => {
  it.each(practiceScenarios.map((one) => [one.id, one] as const))('%s can be finished', (_, scenario) => {
    expect(proveAll(scenario)).toEqual(scenario.steps.map(({ id }) => id));
  });

  it.each(practiceScenarios.map((one) => [one.id, one] as const))(
    '%s begins with nothing proved',
    (_, one) => {
      expect(listProved(one, { phone: [], received: [], hasLine: true, pageOpenedAt: OPENED })).toEqual([]);
    },
  );

  it.each(practiceScenarios.map((one) => [one.id, one] as const))(
    '%s has a sample card of its own',
    (_, one) => {
      const read = parseIdCard(one.card, '2026-11-22', { practice: true, samplesOnly: true });
      expect(read.ok && read.value.warnings).toEqual([]);
      expect(isSampleNumber(one.card)).toBe(true);
      expect(practiceScenarios.filter(({ card }) => card.slice(0, 12) === one.card.slice(0, 12))).toEqual([
        one,
      ]);
    },
  );
});

describe('every step can fail', () => {
  it.each(wishes)('$name: without it', ({ scenario, step, path }) => {
    const without = (one: PracticeEvidence) => spoil(one, step.proof.collection, leaveOut(path));
    expect(proveAll(scenario, without)).not.toContain(step.id);
  });

  it.each(steps)('%s: at the other place, or too late', (_, scenario, step) => {
    const elsewhere = (one: PracticeEvidence): PracticeEvidence => {
      if (step.proof.where === 'commune') return { ...one, received: [] };
      if (step.proof.where === 'phoneOnly') return { ...one, hasLine: true };
      return { ...one, phone: one.phone.filter(({ collection }) => collection !== step.proof.collection) };
    };
    expect(proveAll(scenario, elsewhere)).not.toContain(step.id);
  });

  it.each([
    ['another person', 'consent', { citizen: SESSION }],
    ['a number typed by hand', 'citizen', { enteredBy: 'hand' }],
    ['a route that needs a phone', 'dossier', { route: 'selfOwnPhone' }],
    [
      'a pack that still waits for the citizen',
      'dossier',
      { lodging: { ...LODGED, state: 'awaitingCitizen' } },
    ],
    ['a yes that was said after the reload', 'consent', { at: OPENED + 1 }],
  ] as const)('%s proves less', (_, collection, values) => {
    const counts = practiceScenarios.map((scenario) => [
      proveAll(scenario).length,
      proveAll(scenario, (one) => spoil(one, collection, (before) => ({ ...before, ...values }))).length,
    ]);
    expect(counts.some(([whole = 0, less = 0]) => less < whole)).toBe(true);
  });
});

it('knows the person only by the number of the sample card', () => {
  const [scenario] = practiceScenarios;
  const [evidence] = scenario ? listEvidence(scenario) : [];
  if (!scenario || !evidence) throw new Error('There is no scenario.');
  expect(findPerson(scenario, evidence)).toBe(PERSON);
  const other = spoil(evidence, 'citizen', () => ({ personalId: '099185004568' }));
  expect(findPerson(scenario, other)).toBeUndefined();
});
