/** Where a citizen stands in the guide, and the ways forward and back. Draws nothing. */
import { accountSteps } from '#data/account-steps';
import type { RecordId } from '#shared/ids';
import type { ActedBy } from '#shared/model/field-kinds';
import {
  type AccountOutcome,
  type AccountStep,
  collectAccountRecords,
  findGuideAge,
  listPassedSteps,
  nextStep,
} from '#shared/rules/account-guide';
import { mayGoOn } from '#shared/rules/consent-standing';
import { useState } from 'react';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import { keepReferral } from '../../custody/keep-referral.ts';
import type { SetupFacts } from '../../custody/read-setup.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { finishSetup, recordOutcome, reopenSetup, setPoliceDay } from './actions.ts';
import { countStepsAhead, listFollowUps } from './guide-way.ts';
import { useCitizen, usePoliceReferral, useSetup } from './queries.ts';

export interface Passage {
  readonly step: AccountStep;
  readonly outcome: AccountOutcome;
}

export interface Guide {
  readonly person: RecordView | undefined;
  readonly setup: SetupFacts | undefined;
  /** Undefined at the end of the way. */
  readonly step: AccountStep | undefined;
  readonly passed: readonly Passage[];
  readonly mayReferToPolice: boolean;
  /** Their yes to being prepared stands, or is not known here. */
  readonly mayGoOn: boolean;
  readonly number: number;
  readonly total: number;
  /** The step before this one. */
  readonly last: Passage | undefined;
  readonly lastActor: ActedBy | undefined;
  readonly answer: (asked: AccountStep, outcome: AccountOutcome, actedBy: ActedBy | undefined) => void;
  readonly finish: () => void;
  /** One step back; undefined on the first. */
  readonly back: (() => void) | undefined;
  readonly reopen: () => void;
  /** The day at the police, yyyy-mm-dd. */
  readonly setPoliceDay: (day: string | undefined) => void;
}

export function useGuide(work: Work, citizen: RecordId, session: RecordId | undefined): Guide {
  const person = useCitizen(work, citizen);
  const setup = useSetup(work, citizen);
  const mayReferToPolice = usePoliceReferral(work, citizen);
  const [revisited, setRevisited] = useState<string>();
  useOnLeave(() => {
    if (setup) void work.drafts.finishEditing(setup.record);
    keepReferral(work, citizen);
  });

  const answers = setup?.answers ?? {};
  const context = { age: findGuideAge(findBirth(person?.values), dayOfInstant(work.now())) };
  const passed = listPassedSteps(accountSteps, answers, context);
  const at = passed.findIndex(({ step }) => step.id === revisited);
  const step = at >= 0 ? passed[at]?.step : nextStep(accountSteps, answers, context);
  const behind = at >= 0 ? at : passed.length;
  const place = { record: setup?.record, citizen, session: session ?? findSession(person?.values) };

  const answer = (asked: AccountStep, outcome: AccountOutcome, actedBy: ActedBy | undefined) => {
    const dropsPoliceDay =
      asked.needsPolice && outcome.followUp !== 'police' && setup?.policeDay !== undefined;
    recordOutcome(work, place, { step: asked.id, outcome: outcome.id, actedBy, dropsPoliceDay });
    setRevisited(undefined);
  };
  const finish = () => {
    finishSetup(work, place, listFollowUps(passed.map(({ outcome }) => outcome)));
  };
  const records = collectAccountRecords(accountSteps, answers, context);
  const ahead = step ? countStepsAhead(accountSteps, step.id, { ...context, records }) : 0;
  return {
    person,
    setup,
    step,
    passed,
    mayReferToPolice,
    mayGoOn: mayGoOn(findPrepareStanding(work.store, citizen)),
    number: behind + 1,
    total: Math.max(behind + ahead, passed.length, 1),
    last: passed[behind - 1],
    lastActor: findLastActor(passed.slice(0, behind), setup),
    answer,
    finish,
    back: behind > 0 ? () => setRevisited(passed[behind - 1]?.step.id) : undefined,
    reopen: () => {
      if (setup) reopenSetup(work, setup.record);
    },
    setPoliceDay: (day) => setPoliceDay(work, place, day),
  };
}

/** Of the last step in which there was a choice: a step that only the citizen can do says nothing about a habit. */
function findLastActor(
  passed: readonly { readonly step: AccountStep }[],
  setup: SetupFacts | undefined,
): ActedBy | undefined {
  const chosen = passed.findLast(({ step }) => step.whoMayAct.length > 1);
  return chosen && setup?.actors[chosen.step.id];
}

type Values = NonNullable<ReturnType<typeof useCitizen>>['values'];

function findBirth(values: Values | undefined): string | undefined {
  const born = values?.['dateOfBirth'];
  return typeof born === 'string' ? born : undefined;
}

/** The session at which they were written down, where nobody says another. */
function findSession(values: Values | undefined): RecordId | undefined {
  const session = values?.['session'];
  return typeof session === 'string' ? (session as RecordId) : undefined;
}
