/** Notes that the police have the names, and takes that back. Tells nobody anything itself. */
import type { RecordId } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';
import type { Referral } from './list-referrals.ts';

/** Answers how to take it back. */
export function noteHandedOver(work: Work, referrals: readonly Referral[]): () => void {
  const write = (record: RecordId, handedOver: Json): void => {
    work.drafts.editRecord({ collection: 'policeReferral', record, patch: { handedOver } });
    void work.drafts.finishEditing(record);
  };
  const said = { at: work.now(), by: work.member.name };
  for (const { record, day } of referrals) write(record, { ...said, ...(day !== undefined && { day }) });
  return () => {
    for (const { record, handedOver } of referrals) write(record, (handedOver ?? null) as unknown as Json);
  };
}
