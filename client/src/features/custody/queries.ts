/** Reads what the custody screens show: all records, as pieces of work that a person would name. */
import type { Role } from '#shared/model/collection';
import { collections } from '#shared/model/collections';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';

/** The same array until a record or its custody changes. */
export function useRecords(work: Work): readonly RecordView[] {
  useSnapshot(work.store, () => work.store.version);
  const lists = collections.map((collection) => work.store.listRecords(collection.name));
  return lists.flat();
}

/** What the person at this phone made themselves: the head's word on a session is the head's work, not the team's. */
export function listWork(records: readonly RecordView[], role: Role): readonly RecordView[] {
  const isTeam = role === 'volunteer' || role === 'teamLeader';
  return records.filter((view) => !isTeam || view.collection !== 'review');
}
