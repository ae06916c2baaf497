/** Sessions that are planned: read, put in order, and the time of day as people write it. Has no clock. */
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

/** `8`, `8h`, `8h30`, `8:30`, `0830` → `08:30`; undefined while it is no time of a day. */
export function findTimeOfDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const [, hour, minute = ''] =
    /^(\d{1,2})(?:\s*[:.hg]\s*(\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
