/** Whom this phone began to write down at a session and who has no number there: left half way. Writes nothing. */
import { listUnfinished, listWrittenAt, type UnfinishedPerson } from '../../custody/list-unfinished.ts';
import type { Work } from '../../custody/work.ts';
import { identifyPeople, listAttendance } from './queries.ts';

export function listHalfWritten(work: Work, session: string): readonly UnfinishedPerson[] {
  const written = listWrittenAt(work, session);
  if (written.length === 0) return written;
  const identify = identifyPeople(work.store.listRecords('citizen'));
  const lists = listAttendance(work.store, session);
  const numbered = new Set(lists.flatMap(({ visitors }) => visitors.map(([, one]) => identify(one.citizen))));
  return written.filter(({ citizen }) => !numbered.has(identify(citizen)));
}

/** What a kill has left, wherever that was, and whoever is half written at a session that is still open. Each once. */
export function listAllHalfWritten(work: Work): readonly UnfinishedPerson[] {
  const sessions = work.store.listRecords('session').filter(({ values }) => values['closedAt'] === undefined);
  const all = [...listUnfinished(work), ...sessions.flatMap(({ record }) => listHalfWritten(work, record))];
  return [...new Map(all.map((one) => [one.citizen, one])).values()];
}
