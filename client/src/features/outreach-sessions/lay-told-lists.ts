/** Lays what other phones' codes said over the lists that are here, phone by phone, so that nobody is counted twice. Pure. */
import type { ListCode } from '#shared/contracts/list-code';
import type { RecordId } from '#shared/ids';
import type { AttendanceList } from './read-attendance.ts';

/**
 * Of each list the true one, its code beside it while that says more; for a list that is not here, an empty one with the
 * code. A list that says that it has shown this code has all of it, and the code is over.
 */
export function layToldLists(
  lists: readonly AttendanceList[],
  codes: readonly ListCode[],
  { sessions, ownDevice }: { readonly sessions: readonly string[]; readonly ownDevice: string },
): AttendanceList[] {
  const ours = codes.filter(({ session }) => sessions.includes(session));
  const known = lists.map((list) => {
    const told = list.device === ownDevice ? undefined : ours.find((code) => code.list === list.record);
    return told && told.shown > list.codesShown ? { ...list, letter: told.letter, told } : list;
  });
  const unheard = ours.filter(({ list }) => !lists.some(({ record }) => record === list));
  return [...known, ...unheard.map(toList)];
}

function toList(told: ListCode): AttendanceList {
  return {
    ...{ record: told.list as RecordId, session: told.session, letter: told.letter, told },
    ...{ device: '', owner: '', lettersGiven: 0, lettersUnused: [], codesShown: 0, table: undefined },
    ...{ heads: [], visitors: [], doubles: {} },
  };
}
