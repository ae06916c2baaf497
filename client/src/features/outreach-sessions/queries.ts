/** Reads sessions, the lists of all phones and the names that the queue calls out. Writes nothing. */
import { useMemo } from 'react';
import type { RecordId } from '#shared/ids';
import { groupPeople, readPersonFacts } from '#shared/rules/same-person';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import type { RecordStore, RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import type { Identify } from './count-session.ts';
import { type AttendanceList, readAttendance } from './read-attendance.ts';
import { readSession, type SessionFacts, sortSessions } from './read-session.ts';

export function useSessions(work: Work): readonly SessionFacts[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('session'));
  return useMemo(() => sortSessions(records.map(readSession)), [records]);
}

export function useSession(work: Work, session: RecordId): SessionFacts | undefined {
  const record = useSnapshot(work.store, () => work.store.findRecord(session));
  return useMemo(() => (record?.collection === 'session' ? readSession(record) : undefined), [record]);
}

/** The lists of every phone that this one has heard of. */
export function useAttendance(work: Work, session: RecordId): readonly AttendanceList[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('attendance'));
  return useMemo(() => listOfSession(records, session), [records, session]);
}

export function useCitizens(work: Work): readonly RecordView[] {
  return useSnapshot(work.store, () => work.store.listRecords('citizen'));
}

export function listAttendance(store: RecordStore, session: string): AttendanceList[] {
  return listOfSession(store.listRecords('attendance'), session);
}

function listOfSession(records: readonly RecordView[], session: string): AttendanceList[] {
  return records.filter((record) => record.values['session'] === session).map(readAttendance);
}

/** By what somebody of the team said, else by the identity number; otherwise every record is a person of its own. */
export function identifyPeople(citizens: readonly RecordView[]): Identify {
  const groups = groupPeople(citizens.map(readPersonFacts));
  return (citizen) => groups.get(citizen) ?? citizen;
}
