/** Merging the lists of two phones without signal: what this phone's code says, what speaks against another's, keeping it. */
import { findCodeKind, type CodeFault } from '#shared/contracts/code-text';
import { type ListCode, readListCode, writeListCode } from '#shared/contracts/list-code';
import type { RecordId } from '#shared/ids';
import { readQueueNumber } from '#shared/model/attendance';
import { err, ok, type Result } from '#shared/result';
import { isLater } from '../../custody/told-lists.ts';
import type { Work } from '../../custody/work.ts';
import { findOwnList, noteCodeShown } from './attendance-actions.ts';
import { countSession, listVisitors } from './count-session.ts';
import { identifyPeople, listAttendance, listSameSessions } from './queries.ts';
import type { AttendanceList } from './read-attendance.ts';

export type MergeRefusal =
  /** `joining`: the code for joining a session, which has no list. */
  | { readonly type: CodeFault | 'joining' | 'otherSession' | 'own' }
  /** This phone has merged a later code of that phone. */
  | { readonly type: 'older'; readonly letter: string; readonly at: number }
  /** Its list has come through the commune and says at least as much. */
  | { readonly type: 'arrived'; readonly letter: string };

/** `session`: the one whose lists are merged; undefined: whichever the code is of. */
export function judgeListCode(
  work: Work,
  text: string,
  session: RecordId | undefined,
): Result<ListCode, MergeRefusal> {
  if (findCodeKind(text) === 'gc') return err({ type: 'joining' });
  const read = readListCode(text);
  if (!read.ok) return err({ type: read.error });
  const code = read.value;
  const { letter } = code;
  if (!isOfSession(work, code, session)) return err({ type: 'otherSession' });
  if (findOwnList(work, code.session as RecordId)?.record === code.list) return err({ type: 'own' });
  const list = listAttendance(work.store, code.session).find(({ record }) => record === code.list);
  if (list && list.codesShown >= code.shown) return err({ type: 'arrived', letter });
  const kept = work.toldLists.list().find((one) => one.list === code.list);
  return kept && isLater(kept, code) ? err({ type: 'older', letter, at: kept.at }) : ok(code);
}

function isOfSession({ store }: Work, code: ListCode, session: RecordId | undefined): boolean {
  if (session !== undefined) return listSameSessions(store, session).includes(code.session);
  return store.findRecord(code.session as RecordId)?.collection === 'session';
}

/**
 * What this phone has written of the session, as the code that another phone reads. Each showing is counted on the list
 * itself, behind everything that is in it, and saved before it is shown: no other phone knows what this one may forget.
 */
export async function showOwnList(
  work: Work,
  session: RecordId,
): Promise<Result<ListCode, 'noList' | 'unsaved'>> {
  const own = findOwnList(work, session);
  if (!own) return err('noList');
  const code = describeList(work, own);
  return (await noteCodeShown(work, session, code.shown)) ? ok(code) : err('unsaved');
}

function describeList(work: Work, own: AttendanceList): ListCode {
  const identify = identifyPeople(work.store.listRecords('citizen'));
  const { unnamed, declined, female, male, bands } = countSession([own], identify);
  const numbers = listVisitors([own], identify).flatMap(({ number, state, visitor }) => {
    if (!readQueueNumber(number)) return [];
    return [{ number, state, ...(state === 'inHand' && visitor.table && { table: visitor.table }) }];
  });
  return {
    ...{ session: own.session, list: own.record, letter: own.letter ?? work.letter },
    ...{ shown: own.codesShown + 1, at: work.now() },
    ...{ heads: unnamed, declined, female, male, bands, numbers },
  };
}

export function describeListAddress(code: ListCode): string {
  return `${location.origin}/vao-buoi#${writeListCode(code)}`;
}
