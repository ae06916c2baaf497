/** What the account guide writes: the outcome of a step, who acted, what is left to do, the end. Never a secret of anybody. */
import { accountStepsVersion } from '#data/account-steps';
import type { RecordId } from '#shared/ids';
import type { ActedBy } from '#shared/model/field-kinds';
import type { Patch } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';
import type { FollowUp } from './guide-way.ts';

export interface StepOutcome {
  readonly step: string;
  readonly outcome: string;
  readonly actedBy: ActedBy | undefined;
  /** A day at the police was asked for and is not wanted: one that was agreed before goes. */
  readonly dropsPoliceDay: boolean;
}

export interface SetupPlace {
  /** Undefined before the first step was answered. */
  readonly record: RecordId | undefined;
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
}

export function recordOutcome(work: Work, place: SetupPlace, answer: StepOutcome): void {
  const { step, outcome, actedBy, dropsPoliceDay } = answer;
  const at = work.now();
  const entry = { outcome, at, ...(actedBy && { actedBy }) };
  const day = dropsPoliceDay ? { policeDay: null } : {};
  editSetup(work, place, { [`steps/${step}`]: entry, ...day, finishedAt: null });
}

/** Codes with a space between them; none takes the path away. */
export function finishSetup(work: Work, place: SetupPlace, followUps: readonly FollowUp[]): void {
  const followUp = followUps.length > 0 ? followUps.join(' ') : null;
  const day = followUp === null ? { followUpDay: null } : {};
  const policeDay = followUps.includes('police') ? {} : { policeDay: null };
  editSetup(work, place, { followUp, ...day, ...policeDay, finishedAt: work.now() });
  if (place.record) void work.drafts.finishEditing(place.record);
}

/** On which day they go to the police, yyyy-mm-dd; undefined takes the day away. */
export function setPoliceDay(work: Work, place: SetupPlace, day: string | undefined): void {
  editSetup(work, place, { policeDay: day ?? null });
}

/** On which day it is gone on with, yyyy-mm-dd; undefined takes the day away. */
export function setFollowUpDay(work: Work, record: RecordId, day: string | undefined): void {
  work.drafts.editRecord({ collection: 'accountSetup', record, patch: { followUpDay: day ?? null } });
}

export function reopenSetup(work: Work, record: RecordId): void {
  work.drafts.editRecord({ collection: 'accountSetup', record, patch: { finishedAt: null } });
}

function editSetup(work: Work, { record, citizen, session }: SetupPlace, patch: Patch): void {
  const beginning = { citizen, stepsVersion: accountStepsVersion, ...(session && { session }) };
  const { finishedAt, ...rest } = patch;
  // Taking away what was never written says nothing.
  const written = finishedAt === null && !isFinished(work, record) ? rest : patch;
  work.drafts.editRecord({
    collection: 'accountSetup',
    record: record ?? work.newId(),
    patch: record ? written : { ...beginning, ...written },
  });
}

function isFinished(work: Work, record: RecordId | undefined): boolean {
  return record !== undefined && work.store.findRecord(record)?.values['finishedAt'] !== undefined;
}
