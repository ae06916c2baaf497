/** Writes the number of a receipt onto its dossier, and takes it away again. What then counts is for the commune to say. */
import type { RecordId } from '#shared/ids';
import type { RecordedNumber } from '#shared/model/dossier';
import type { CheckedNumber } from '#shared/rules/dossier-number';
import type { Json } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';

/** A wrong number is mostly noticed within seconds. */
const SEND_AFTER_MS = 6_000;

/** Answers how to take it back. */
export function recordNumber(work: Work, record: RecordId, number: CheckedNumber): () => void {
  const said: RecordedNumber = {
    ...number,
    evidence: 'officerEntered',
    by: work.member.name,
    at: work.now(),
  };
  writeNumber(work, record, { ...said });
  const timer = setTimeout(() => void work.drafts.finishEditing(record), SEND_AFTER_MS);
  return () => {
    clearTimeout(timer);
    takeNumberAway(work, record);
  };
}

export function takeNumberAway(work: Work, record: RecordId): void {
  writeNumber(work, record, null);
  void work.drafts.finishEditing(record);
}

function writeNumber(work: Work, record: RecordId, recordedNumber: Json): void {
  work.drafts.editRecord({ collection: 'dossier', record, patch: { recordedNumber } });
}
