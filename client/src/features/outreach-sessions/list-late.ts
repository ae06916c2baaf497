/** What was written down after a session was closed, phone by phone: told by the lists themselves, not by any clock. Pure. */
import type { Identify, OtherPhone } from './count-session.ts';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';

interface Entry {
  /** By the phone's own clock: only the order within its own list is read from it. */
  readonly at: number;
  /** Undefined for a head: nobody knows whose. */
  readonly person: string | undefined;
}

/** Nothing where the closing did not say what it had counted. Whoever was counted before under another number is nobody new. */
export function listLate(
  { closedAt, closedWith }: Pick<SessionFacts, 'closedAt' | 'closedWith'>,
  lists: readonly AttendanceList[],
  identify: Identify,
): OtherPhone[] {
  if (closedAt === undefined || Object.keys(closedWith).length === 0) return [];
  const parted = lists.map((list) => {
    const entries = listEntries(list, identify);
    const counted = closedWith[list.record] ?? 0;
    return { owner: list.owner, before: entries.slice(0, counted), late: entries.slice(counted) };
  });
  const known = new Set(parted.flatMap(({ before }) => before.flatMap(({ person }) => person ?? [])));
  const isNew = ({ person }: Entry): boolean => {
    if (person === undefined) return true;
    const isKnown = known.has(person);
    known.add(person);
    return !isKnown;
  };
  return parted
    .map(({ owner, late }) => ({ owner, people: late.filter(isNew).length }))
    .filter(({ people }) => people > 0);
}

function listEntries({ heads, visitors }: AttendanceList, identify: Identify): Entry[] {
  return [
    ...heads.map(([, { at }]) => ({ at, person: undefined })),
    ...visitors.map(([, { at, citizen }]) => ({ at, person: identify(citizen) })),
  ].sort((a, b) => a.at - b.at);
}
