/** On which days people of a session are still to be seen, and which of those at the police. Counts people; writes no word. */
import type { RecordView } from '../../custody/record-store.ts';
import type { Identify, QueuedVisitor } from './count-session.ts';
import type { SessionFacts } from './read-session.ts';

export interface GroupDay {
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly isPolice: boolean;
  /** By whom they are, each once. */
  readonly people: readonly string[];
}

interface AppointedPeople {
  readonly session: SessionFacts;
  readonly visitors: readonly QueuedVisitor[];
  readonly dossiers: readonly RecordView[];
  readonly accounts: readonly RecordView[];
  readonly identify: Identify;
}

/** The earliest first; of one day the police last. */
export function listGroupDays(facts: AppointedPeople): GroupDay[] {
  const { session, visitors, identify } = facts;
  const here = new Set(visitors.map(({ visitor }) => identify(visitor.citizen)));
  const isOurs = ({ values }: RecordView) =>
    values['session'] === session.record || here.has(identify(String(values['citizen'])));
  const days = new Map<string, GroupDay>();
  const note = (view: RecordView, found: Pick<GroupDay, 'day' | 'isPolice'> | undefined) => {
    if (!found || found.day < session.day || !isOurs(view)) return;
    const key = `${found.day} ${Number(found.isPolice)}`;
    const people = new Set([...(days.get(key)?.people ?? []), identify(String(view.values['citizen']))]);
    days.set(key, { ...found, people: [...people] });
  };
  for (const view of facts.dossiers) note(view, findDossierDay(view));
  for (const view of facts.accounts) note(view, findAccountDay(view));
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, day]) => day);
}

function findDossierDay({ values }: RecordView): Pick<GroupDay, 'day' | 'isPolice'> | undefined {
  const { appointment, lodging, route } = values as {
    appointment?: { day: string } | null;
    lodging?: { state: string } | null;
    route?: string;
  };
  if (!appointment || lodging?.state === 'lodged') return undefined;
  return { day: appointment.day, isPolice: route === 'policeInPerson' };
}

/** As the list of today finds it: the day of what is left, else the one at the police. */
function findAccountDay({ values }: RecordView): Pick<GroupDay, 'day' | 'isPolice'> | undefined {
  const { followUp, followUpDay, policeDay, finishedAt } = values;
  const isPolice = typeof followUp === 'string' && followUp.split(' ').includes('police');
  if (typeof followUpDay === 'string') return { day: followUpDay, isPolice };
  if (finishedAt === undefined || typeof policeDay !== 'string') return undefined;
  return { day: policeDay, isPolice: true };
}
