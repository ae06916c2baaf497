/** Reads people, their consents and the hamlets that the team has met. Writes nothing. */
import { useMemo } from 'react';
import type { RecordId } from '#shared/ids';
import { listPersonRecords } from '#shared/rules/same-record';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { type PersonEntry, readPersonEntry } from './arrange-people.ts';
import { isBlank, readRecordIntoDraft } from './person-draft.ts';
import { type ConsentFacts, listConsents } from './read-consent.ts';

export function usePeople(work: Work): readonly PersonEntry[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('citizen'));
  return useMemo(() => records.flatMap((record) => readEntry(record) ?? []), [records]);
}

/** Of a whole commune only those are read anew that have changed. */
const entries = new WeakMap<RecordView, { readonly entry: PersonEntry | undefined }>();

function readEntry(record: RecordView): PersonEntry | undefined {
  const known = entries.get(record) ?? { entry: isSomebody(record) ? readPersonEntry(record) : undefined };
  entries.set(record, known);
  return known.entry;
}

export function usePerson(work: Work, citizen: string): RecordView | undefined {
  const record = useSnapshot(work.store, () => work.store.findRecord(citizen as RecordId));
  return record?.collection === 'citizen' && isSomebody(record) ? record : undefined;
}

/** A record that was emptied because its person refused is nobody's. */
function isSomebody({ values }: RecordView): boolean {
  return !isBlank(readRecordIntoDraft(values));
}

/** Of a person with two records the yeses of both: whoever takes one back sees what else holds. */
export function useConsents(work: Work, citizen: string): readonly ConsentFacts[] {
  const records = useSnapshot(work.store, () => work.store.listRecords('consent'));
  const citizens = useSnapshot(work.store, () => work.store.listRecords('citizen'));
  return useMemo(
    () => listConsents(records, listPersonRecords(citizens, citizen)),
    [records, citizens, citizen],
  );
}

/** As the team spells them: from sessions and from people, each once. */
export function listKnownHamlets(work: Work): string[] {
  const records = [...work.store.listRecords('session'), ...work.store.listRecords('citizen')];
  const hamlets = [work.member.hamlet, ...records.map(({ values }) => values['hamlet'])];
  return [
    ...new Set(hamlets.filter((hamlet): hamlet is string => typeof hamlet === 'string' && hamlet !== '')),
  ];
}

/** Everybody who is written down under this number: more than one when two phones did it without signal. */
export function listByNumber(work: Work, personalId: string): RecordView[] {
  return work.store.listRecords('citizen').filter(({ values }) => values['personalId'] === personalId);
}
