/** What a session record says, as facts with names. Guesses nothing: what nobody wrote is undefined. */
import type { RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type { Incident, SessionKind } from '#shared/model/outreach-session';
import type { RecordView } from '../../custody/record-store.ts';

export interface SessionMember {
  readonly id: string;
  readonly name: string;
  readonly inAt: number;
  /** Came again after leaving. */
  readonly backAt: number | undefined;
  /** Undefined: has not said that they left. */
  readonly outAt: number | undefined;
}

export interface Satisfaction {
  readonly good: number;
  readonly fair: number;
  readonly poor: number;
}

export interface SessionFacts {
  readonly record: RecordId;
  readonly place: string;
  readonly hamlet: string | undefined;
  readonly kind: SessionKind | undefined;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly openedAt: number;
  readonly closedAt: number | undefined;
  /** List → people on it at closing; empty where nobody wrote that down. */
  readonly closedWith: Readonly<Record<string, number>>;
  /** Whoever opened it. */
  readonly leader: string;
  readonly members: readonly SessionMember[];
  /** Who of the team was to come, those who came among them; empty where nobody wrote that down. */
  readonly expected: readonly { readonly id: string; readonly name: string }[];
  readonly incidents: readonly Incident[];
  readonly noIncident: boolean;
  readonly satisfaction: Satisfaction | undefined;
  readonly consentRead:
    { readonly version: string; readonly at: number; readonly reader: string } | undefined;
}

export function readSession({ record, values }: RecordView): SessionFacts {
  const text = (path: string) => (typeof values[path] === 'string' ? values[path] : undefined);
  const instant = (path: string) => (typeof values[path] === 'number' ? values[path] : undefined);
  return {
    record,
    place: text('place') ?? '',
    hamlet: text('hamlet'),
    kind: text('kind') as SessionKind | undefined,
    day: text('day') ?? '',
    openedAt: instant('openedAt') ?? 0,
    closedAt: instant('closedAt'),
    closedWith: Object.fromEntries(listEntries<number>(values, 'closedWith')),
    leader: text('leader') ?? '',
    members: listMembers(values),
    expected: listEntries<{ name: string }>(values, 'members').flatMap(([key, { name }]) =>
      key.endsWith('/expected') ? [{ id: key.slice(0, -'/expected'.length), name }] : [],
    ),
    incidents: listEntries<Incident>(values, 'incidents').map(([, incident]) => incident),
    noIncident: values['noIncident'] === true,
    satisfaction: values['satisfaction'] as Satisfaction | undefined,
    consentRead: values['consentRead'] as SessionFacts['consentRead'],
  };
}

function listMembers(values: RecordView['values']): SessionMember[] {
  return listEntries<{ name: string; at: number }>(values, 'members')
    .filter(([key]) => key.endsWith('/in'))
    .map(([key, arrival]) => {
      const id = key.slice(0, -'/in'.length);
      const leaving = values[`members/${id}/out`] as { at: number } | null | undefined;
      const again = values[`members/${id}/back`] as { at: number } | null | undefined;
      return { id, name: arrival.name, inAt: arrival.at, backAt: again?.at, outAt: leaving?.at };
    });
}

/** Open ones first, then the latest. */
export function sortSessions(sessions: readonly SessionFacts[]): SessionFacts[] {
  const isOpen = (session: SessionFacts) => Number(session.closedAt === undefined);
  return [...sessions].sort((a, b) => isOpen(b) - isOpen(a) || b.openedAt - a.openedAt);
}
