/** The figures of one week, Monday to Sunday, from the head's log. Holds no words and no citizen. */
import type { LogEntry } from '../arrange-log.ts';
import { type Acts, countActs } from '../count-acts.ts';

const DAY_MS = 86_400_000;

export interface Week {
  /** `yyyy-mm-dd`, a Monday. */
  readonly from: string;
  /** The Sunday. */
  readonly to: string;
}

/** `back` weeks before the one of `today`. */
export function findWeek(today: string, back = 0): Week {
  const at = Date.parse(today);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  const monday = at - (sinceMonday + 7 * back) * DAY_MS;
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return { from: day(monday), to: day(monday + 6 * DAY_MS) };
}

export interface WeekFigures extends Week {
  /** By day. */
  readonly entries: readonly LogEntry[];
  readonly hamlets: number;
  readonly people: number;
  readonly women: number;
  /** Aged 60 or more. */
  readonly elderly: number;
  readonly accounts: { readonly begun: number; readonly finished: number };
  readonly dossiers: { readonly total: number; readonly lodged: number };
  readonly acts: Acts;
  /** Undefined where nobody asked. */
  readonly satisfaction: { readonly good: number; readonly fair: number; readonly poor: number } | undefined;
  /** A phone may not have sent everything: every count is the least. */
  readonly isAtLeast: boolean;
}

export function countWeek(log: readonly LogEntry[], week: Week): WeekFigures {
  const entries = log
    .filter(({ session: { day } }) => day >= week.from && day <= week.to)
    .sort((one, other) => (one.session.day < other.session.day ? -1 : 1));
  const sessions = entries.map(({ session }) => session);
  const add = (read: (session: LogEntry['session']) => number | undefined): number =>
    sessions.reduce((sum, session) => sum + (read(session) ?? 0), 0);
  const asked = sessions.flatMap(({ satisfaction }) => satisfaction ?? []);
  return {
    ...week,
    entries,
    hamlets: new Set(sessions.map(({ hamlet }) => hamlet).filter((hamlet) => hamlet !== '')).size,
    people: add(({ people }) => people.total),
    women: add(({ people }) => people.bySex['female']),
    elderly: add(({ people }) => people.byAgeBand['from60']),
    accounts: {
      begun: add(({ accounts }) => accounts.begun),
      finished: add(({ accounts }) => accounts.finished),
    },
    dossiers: {
      total: add(({ dossiers }) => dossiers.total),
      lodged: add(({ dossiers }) => dossiers.byStanding['lodged']),
    },
    acts: countActs(sessions),
    satisfaction:
      asked.length === 0
        ? undefined
        : {
            good: asked.reduce((sum, { good }) => sum + good, 0),
            fair: asked.reduce((sum, { fair }) => sum + fair, 0),
            poor: asked.reduce((sum, { poor }) => sum + poor, 0),
          },
    isAtLeast: entries.some(({ silentPhones }) => silentPhones > 0),
  };
}
