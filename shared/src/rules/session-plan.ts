/** Sessions that are planned: read, and put in order. Has no clock. */
import type { RecordId } from '../ids.ts';
import type { Patch } from '../model/operation.ts';
import { type SessionKind, sessionKinds } from '../model/outreach-session.ts';

export interface SessionPlan {
  readonly record: RecordId;
  readonly place: string;
  readonly hamlet: string;
  readonly kind: SessionKind;
  /** yyyy-mm-dd. */
  readonly day: string;
  /** `08:00`. */
  readonly time: string;
  /** About how many are to come; undefined where nobody guessed. */
  readonly people: number | undefined;
}

/** What is still to be held, earliest first: neither opened nor given up. Those whose day has passed are among them. */
export function listPlans(
  records: readonly { readonly record: RecordId; readonly values: Patch }[],
): SessionPlan[] {
  return records
    .filter(({ values }) => values['session'] === undefined && values['droppedAt'] === undefined)
    .map(({ record, values }) => readPlan(record, values))
    .sort((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1));
}

function readPlan(record: RecordId, values: Patch): SessionPlan {
  const text = (path: string): string => (typeof values[path] === 'string' ? values[path] : '');
  return {
    ...{ record, place: text('place'), hamlet: text('hamlet'), day: text('day'), time: text('time') },
    kind: sessionKinds.find((kind) => kind === values['kind']) ?? 'hamletMeeting',
    people: typeof values['people'] === 'number' ? values['people'] : undefined,
  };
}
