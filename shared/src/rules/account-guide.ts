/**
 * The way through the account steps as data: one question at a time, who may act, what comes next. Has no place for a
 * password, a passcode or a code from a message, and decides nothing that the steps do not say.
 */
import * as z from 'zod/mini';
import { actedBy, actors } from '../model/field-kinds.ts';
import { policeErrands } from '../model/police-referral.ts';
import { bilingualText } from './bilingual-text.ts';
import { getAgeRange, type PartialDate } from './partial-date.ts';

const id = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

/** What an outcome says about the citizen; the indicators and the slip read these names. */
export const accountRecord = z.strictObject({
  idDocType: z.exactOptional(z.enum(['CCCD', 'CC', 'expired', 'oldPaper', 'none'])),
  /** A chip card that has not lapsed: what the police and a phone shop ask to see. */
  cardValid: z.exactOptional(z.boolean()),
  guardianPresent: z.exactOptional(z.boolean()),
  simStatus: z.exactOptional(z.enum(['own', 'relative', 'unregistered', 'none'])),
  deviceAccess: z.exactOptional(z.enum(['own', 'shared', 'none'])),
  vneidInstalled: z.exactOptional(z.boolean()),
  vneidLevel: z.exactOptional(z.literal([0, 1, 2])),
  referral: z.exactOptional(z.enum(['police', 'telco', 'none'])),
  activated: z.exactOptional(z.boolean()),
  webSignInAllowed: z.exactOptional(z.boolean()),
  portalFirstLogin: z.exactOptional(z.boolean()),
  hasEmail: z.exactOptional(z.boolean()),
  paymentReady: z.exactOptional(z.boolean()),
  vssidReady: z.exactOptional(z.boolean()),
  healthBookReady: z.exactOptional(z.boolean()),
  firstDossier: z.exactOptional(z.enum(['real', 'practice', 'later'])),
});
export type AccountRecord = z.infer<typeof accountRecord>;

const age = z.int().check(z.gte(0), z.lte(130));

/** All parts that are there must hold; an unknown age satisfies any age. */
const stepCondition = z.object({
  minAge: z.exactOptional(age),
  /** Not yet this old. */
  belowAge: z.exactOptional(age),
  records: z.exactOptional(accountRecord),
});

const outcome = z.object({
  id,
  label: bilingualText,
  /** A later step, or `done`. */
  next: id,
  records: z.exactOptional(accountRecord),
  /** Said aloud when it is chosen: what to bring, where to go. */
  advice: z.exactOptional(bilingualText),
  /** Said instead to whom it is for: the first of which the condition holds. */
  adviceFor: z.exactOptional(z.array(z.object({ when: stepCondition, text: bilingualText }))),
  /** What is still to be done later, for the slip and the list of visits. */
  followUp: z.exactOptional(z.enum(['police', 'telco', 'relative', 'signal', 'bank', 'later'])),
  /** With the follow-up `police`: what is wanted there. */
  errand: z.exactOptional(z.enum(policeErrands)),
});
export type AccountOutcome = z.infer<typeof outcome>;

export const accountStep = z.object({
  id,
  /** A-K of the flow of 2026; several steps may share a letter. */
  letter: z.string().check(z.regex(/^[A-K]$/)),
  question: bilingualText,
  /** Read aloud by the helper, done by the citizen. */
  instruction: bilingualText,
  outcomes: z.array(outcome).check(z.minLength(2)),
  whoMayAct: z.array(actedBy).check(z.minLength(1)),
  needsSignal: z.boolean(),
  needsPolice: z.boolean(),
  /** Somebody taps on a phone in this step: the first rule stands on its screen. */
  touchesPhone: z.boolean(),
  optional: z.boolean(),
  /** The citizen types a secret here: what the helper says and does. */
  secret: z.exactOptional(z.object({ letThemTap: bilingualText, lookAway: bilingualText })),
  when: z.exactOptional(stepCondition),
  /** Where the way goes on when `when` does not hold. */
  otherwise: z.exactOptional(id),
});
export type AccountStep = z.infer<typeof accountStep>;

export const DONE = 'done';

export interface GuideContext {
  /** Whole years; unset when nobody asked, and then no step for children is shown. */
  readonly age?: number | undefined;
}

/** Whole years for the guide: the older reading of a birth year alone, so that nobody is taken for a child by a guess. */
export function findGuideAge(dateOfBirth: PartialDate | undefined, today: string): number | undefined {
  if (dateOfBirth === undefined) return undefined;
  const { oldest } = getAgeRange(dateOfBirth, today);
  return oldest < 0 ? undefined : oldest;
}

/** Step id → outcome id. */
export type GuideAnswers = Readonly<Record<string, string | undefined>>;

interface Passage {
  readonly step: AccountStep;
  readonly outcome: AccountOutcome;
}

interface Walk {
  readonly passed: readonly Passage[];
  readonly records: AccountRecord;
  readonly next: AccountStep | undefined;
}

type StepCondition = z.infer<typeof stepCondition>;

function isWanted(when: StepCondition | undefined, records: AccountRecord, age: number | undefined): boolean {
  if (when === undefined) return true;
  if (when.minAge !== undefined && age !== undefined && age < when.minAge) return false;
  if (when.belowAge !== undefined && (age === undefined || age >= when.belowAge)) return false;
  const wanted = Object.entries(when.records ?? {}) as [keyof AccountRecord, unknown][];
  return wanted.every(([name, value]) => records[name] === value);
}

/** The outcome as it is said to this person. */
function chooseAdvice(
  { adviceFor = [], ...outcome }: AccountOutcome,
  records: AccountRecord,
  age: number | undefined,
): AccountOutcome {
  const own = adviceFor.find(({ when }) => isWanted(when, records, age));
  return own ? { ...outcome, advice: own.text } : outcome;
}

/** Follows the answers from the first step; each step is passed once, so that no faulty data can turn in a circle. */
function walk(steps: readonly AccountStep[], answers: GuideAnswers, { age }: GuideContext): Walk {
  const passed: Passage[] = [];
  const seen = new Set<string>();
  let records: AccountRecord = {};
  let step = steps[0];
  while (step !== undefined && !seen.has(step.id)) {
    const current: AccountStep = step;
    seen.add(current.id);
    let nextId = current.otherwise;
    if (isWanted(current.when, records, age)) {
      const answer = Object.hasOwn(answers, current.id) ? answers[current.id] : undefined;
      const chosen = current.outcomes.find((candidate) => candidate.id === answer);
      if (chosen === undefined) return { passed, records, next: current };
      passed.push({ step: current, outcome: chooseAdvice(chosen, records, age) });
      records = { ...records, ...chosen.records };
      nextId = chosen.next;
    }
    step = steps.find((candidate) => candidate.id === nextId);
  }
  return { passed, records, next: undefined };
}

/** The first step on the way that has no outcome yet; undefined when the way is at its end. */
export function nextStep(
  steps: readonly AccountStep[],
  answers: GuideAnswers,
  context: GuideContext,
): AccountStep | undefined {
  return walk(steps, answers, context).next;
}

/** The steps behind the citizen with their outcomes, in the order they were walked; stray answers are left out. */
export function listPassedSteps(
  steps: readonly AccountStep[],
  answers: GuideAnswers,
  context: GuideContext,
): readonly Passage[] {
  return walk(steps, answers, context).passed;
}

/** What is known after these answers, for indicators, routes and slip. */
export function collectAccountRecords(
  steps: readonly AccountStep[],
  answers: GuideAnswers,
  context: GuideContext,
): AccountRecord {
  return walk(steps, answers, context).records;
}

/** Faults that the shape cannot show, for whoever edits the steps; empty when they are sound. */
export function listStepFaults(steps: readonly AccountStep[]): string[] {
  const ids = steps.map((step) => step.id);
  const faults = ids
    .filter((name, at) => ids.indexOf(name) !== at)
    .map((name) => `step ${name} stands twice`);
  for (const [at, step] of steps.entries()) {
    const later = [...ids.slice(at + 1), DONE];
    const targets = [
      ...step.outcomes.map((item) => item.next),
      ...(step.otherwise === undefined ? [] : [step.otherwise]),
    ];
    for (const target of targets)
      if (!later.includes(target)) faults.push(`${step.id}: ${target} is no later step`);
    for (const { id: name, followUp, errand } of step.outcomes)
      if ((followUp === 'police') !== (errand !== undefined))
        faults.push(
          `${step.id}: ${name} sends to the police without an errand, or names one without sending`,
        );
    if ((step.when === undefined) !== (step.otherwise === undefined))
      faults.push(`${step.id}: when and otherwise belong together`);
    if (actors.filter((who) => step.whoMayAct.includes(who)).join() !== step.whoMayAct.join())
      faults.push(`${step.id}: whoever may act stands in the order ${actors.join(', ')}`);
    if (step.secret !== undefined && !step.touchesPhone)
      faults.push(`${step.id}: a secret is typed on a phone, so touchesPhone belongs there`);
    if (step.secret !== undefined && step.whoMayAct.some((who) => who === 'assisted' || who === 'onBehalf'))
      faults.push(`${step.id}: a secret is typed by the citizen alone`);
  }
  return faults;
}
