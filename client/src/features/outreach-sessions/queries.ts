/** Reads sessions, the lists of all phones and the names that the queue calls out. Writes nothing. */
import { useMemo } from 'react';
import type { RecordId } from '#shared/ids';
import { groupPeople, groupSame, readSessionFacts } from '#shared/rules/same-record';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import type { RecordStore, RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import type { Identify } from './count-session.ts';
import { layToldLists } from './lay-told-lists.ts';
import { type AttendanceList, readAttendance } from './read-attendance.ts';
import { readSession, type SessionFacts, sortSessions } from './read-session.ts';

export function useSessions(work: Work): readonly SessionFacts[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('session'));
  return useMemo(() => sortSessions(records.map(readSession)), [records]);
}

export function useSession(work: Work, session: RecordId): SessionFacts | undefined {
  const records = useSnapshot(work.store, () => work.store.listRecords('session'));
  return useMemo(() => findSession(records, session), [records, session]);
}

/** With whoever signed in and whatever went wrong at those that are the same: as the commune's head reads it. */
export function findSession(records: readonly RecordView[], session: RecordId): SessionFacts | undefined {
  const own = records.find(({ record }) => record === session);
  if (!own) return undefined;
  const same = listSame(records, session);
  const others = records.filter(({ record }) => record !== session && same.includes(record));
  const shared = others.flatMap(({ values }) =>
    Object.entries(values).filter(([path]) => /^(members|incidents)\//.test(path)),
  );
  return readSession({ ...own, values: { ...Object.fromEntries(shared), ...own.values } });
}

/** The lists of every phone that this one has heard of, of this session and of those that are the same. */
export function useAttendance(work: Work, session: RecordId): readonly AttendanceList[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('attendance'));
  const sessions = useSnapshot(work.store, () => work.store.listRecords('session'));
  return useMemo(() => listOfSession(records, listSame(sessions, session)), [records, sessions, session]);
}

/** The same, and what codes say of the lists that are not here as far as that. */
export function useAllLists(work: Work, session: RecordId): readonly AttendanceList[] {
  const lists = useAttendance(work, session);
  const codes = useSnapshot(work.store, work.toldLists.list);
  const sessions = useSnapshot(work.store, () => work.store.listRecords('session'));
  return useMemo(
    () => layToldLists(lists, codes, { sessions: listSame(sessions, session), ownDevice: work.device }),
    [lists, codes, sessions, session, work.device],
  );
}

export function listAllLists(work: Work, session: RecordId): AttendanceList[] {
  const parts = { sessions: listSameSessions(work.store, session), ownDevice: work.device };
  return layToldLists(listAttendance(work.store, session), work.toldLists.list(), parts);
}

export function useCitizens(work: Work): readonly RecordView[] {
  return useSnapshot(work.store, () => work.store.listRecords('citizen'));
}

export function listAttendance(store: RecordStore, session: string): AttendanceList[] {
  return listOfSession(store.listRecords('attendance'), listSameSessions(store, session));
}

function listOfSession(records: readonly RecordView[], sessions: readonly string[]): AttendanceList[] {
  return records.filter(({ values }) => sessions.includes(String(values['session']))).map(readAttendance);
}

/** This session and every other that somebody said is the same. */
export function listSameSessions(store: RecordStore, session: string): string[] {
  return listSame(store.listRecords('session'), session);
}

function listSame(sessions: readonly RecordView[], session: string): string[] {
  const groups = groupSame(sessions.map(readSessionFacts));
  const chosen = groups.get(session);
  return [
    session,
    ...[...groups].flatMap(([one, root]) => (root === chosen && one !== session ? [one] : [])),
  ];
}

/** The session under which this one goes on: itself, unless somebody said that it is the same as another. */
export function findChosenSession(store: RecordStore, session: string): RecordId {
  const groups = groupSame(store.listRecords('session').map(readSessionFacts));
  return (groups.get(session) ?? session) as RecordId;
}

/** By what somebody of the team said, else by the identity number; otherwise every record is a person of its own. */
export function identifyPeople(citizens: readonly RecordView[]): Identify {
  const groups = groupPeople(citizens);
  return (citizen) => groups.get(citizen) ?? citizen;
}
