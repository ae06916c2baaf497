/** Notes that the police have the names, and takes that back. Tells nobody anything itself. */
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';

/** Answers how to take it back. */
export function noteHandedOver(work: Work, records: readonly RecordId[]): () => void {
  const write = (handedOver: Json): void => {
    for (const record of records) {
      work.drafts.editRecord({ collection: 'policeReferral', record, patch: { handedOver } });
      void work.drafts.finishEditing(record);
    }
  };
  write({ at: work.now(), by: work.member.name });
  return () => write(null);
}
