/** What an open session offers to the screen that writes people down: a number, the needs, a place in the queue. */
import type { RecordId } from '#shared/ids';
import { findCurrentSession } from '#shared/rules/current-session';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import {
  admitVisitor,
  type Arrival,
  countUnnamed,
  findAnonymousHead,
  findFreeNumber,
  findVisitorNumber,
  type UnnamedHead,
} from './attendance-actions.ts';
import { listNeeds, type Need } from './list-needs.ts';
import { useSessions } from './queries.ts';

export interface SessionDoor {
  readonly session: RecordId;
  readonly href: string;
  readonly hamlet: string | undefined;
  /** The words of consent were read to everybody here; each person's yes is still asked. */
  readonly wasReadToRoom: boolean;
  /** The number that the next person gets. */
  readonly nextNumber: string;
  readonly needs: readonly Need[];
  /** Somebody was counted here without a name: it may be this very person. */
  readonly hasUnnamed: boolean;
  /** Queue number of somebody who is here already. */
  readonly findNumber: (citizen: string) => string | undefined;
  readonly admit: (arrival: Arrival) => string;
  /** One head without a name; `declined`: did not want to go on. Counted at the door: nobody is added. */
  readonly countUnnamed: (head: UnnamedHead) => void;
}

/**
 * The door of the session that is named, else of the one that this member is at. Undefined where there is none, or
 * where this phone does not know it.
 */
export function useSessionDoor(work: Work, sessionId: string | undefined): SessionDoor | undefined {
  const translator = useTranslation();
  const sessions = useSessions(work);
  useSnapshot(work.store, () => work.store.version);
  const here = { member: work.member.id, today: dayOfInstant(work.now()) };
  const wanted = sessionId ?? findCurrentSession(work.store.listRecords('session'), here)?.record;
  const session = sessions.find((one) => one.record === wanted);
  if (!session) return undefined;
  const { record, hamlet, consentRead } = session;
  return {
    session: record,
    href: `/buoi/${record}`,
    hamlet,
    wasReadToRoom: consentRead !== undefined,
    nextNumber: findFreeNumber(work, record),
    needs: listNeeds(translator),
    hasUnnamed: findAnonymousHead(work, record) !== undefined,
    findNumber: (citizen) => findVisitorNumber(work, record, citizen),
    admit: (arrival) => admitVisitor(work, record, arrival),
    countUnnamed: (head) => countUnnamed(work, record, head),
  };
}
