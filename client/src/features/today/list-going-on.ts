/** Work that may be gone on with: nothing is asked of, and nobody is sent to, a person who took the yes back. */
import type { Lodging } from '#shared/model/dossier';
import { isPastStopping, mayGoOn } from '#shared/rules/consent-standing';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';

/** What is lodged stays: taking a yes back takes no result away. */
export function listGoingOn(
  { store }: Pick<Work, 'store'>,
  collection: 'dossier' | 'accountSetup',
): readonly RecordView[] {
  return store.listRecords(collection).filter(({ values }) => {
    const isNumbered =
      isPastStopping(values['lodging'] as Lodging | undefined) || (values['recordedNumber'] ?? null) !== null;
    const { citizen } = values;
    return (
      isNumbered || mayGoOn(findPrepareStanding(store, typeof citizen === 'string' ? citizen : undefined))
    );
  });
}
