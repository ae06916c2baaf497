/** Reads the citizen, their way so far and whether the police may be told of them. Writes nothing. */
import { useMemo } from 'react';
import type { RecordId } from '#shared/ids';
import { listPersonRecords } from '#shared/rules/same-record';
import { isForPolice } from '../../custody/keep-referral.ts';
import { findSetup, type SetupFacts } from '../../custody/read-setup.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';

export function useCitizen(work: Work, citizen: RecordId): RecordView | undefined {
  const record = useSnapshot(work.store, () => work.store.findRecord(citizen));
  return record?.collection === 'citizen' ? record : undefined;
}

export function useSetup(work: Work, citizen: RecordId): SetupFacts | undefined {
  const records = useSnapshot(work.store, () => work.store.listRecords('accountSetup'));
  const own = useOwnRecords(work, citizen);
  return useMemo(() => findSetup(records, own), [records, own]);
}

/** Under which this person is known: more than one where somebody said that two records are one person. */
function useOwnRecords(work: Work, citizen: RecordId): ReadonlySet<string> {
  const citizens = useSnapshot(work.store, () => work.store.listRecords('citizen'));
  return useMemo(() => listPersonRecords(citizens, citizen), [citizens, citizen]);
}

/** Some yes for this purpose stands and was not taken back. */
export function usePoliceReferral(work: Work, citizen: RecordId): boolean {
  const records = useSnapshot(work.store, () => work.store.listRecords('consent'));
  const own = useOwnRecords(work, citizen);
  return records.some((consent) => own.has(String(consent.values['citizen'])) && isForPolice(consent));
}
