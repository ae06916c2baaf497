/** What was written down after a session was closed, phone by phone: told by the lists themselves, not by any clock. Pure. */
import type { OtherPhone } from './count-session.ts';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';

/** Nothing where the closing did not say what it had counted. */
export function listLate(
  { closedAt, closedWith }: Pick<SessionFacts, 'closedAt' | 'closedWith'>,
  lists: readonly AttendanceList[],
): OtherPhone[] {
  if (closedAt === undefined || Object.keys(closedWith).length === 0) return [];
  return lists
    .map(({ record, owner, heads, visitors }) => ({
      owner,
      people: heads.length + visitors.length - (closedWith[record] ?? 0),
    }))
    .filter(({ people }) => people > 0);
}
