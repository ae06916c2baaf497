/** Reads what the custody screens show: all records, as pieces of work that a person would name. */
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

/** An attendance list is part of its session, a consent part of its citizen: they are not work of their own in a list. */
export function listWork(records: readonly RecordView[]): readonly RecordView[] {
  return records.filter((view) => view.collection !== 'review');
}
