/** Writes onto a dossier what the officer has read, asked for or seen. What then counts is for the commune to say. */
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

export interface ReturnRequest {
  /** Stands after "Cần sửa:". */
  readonly reason: string;
  readonly phrase?: string;
  /** At most one of the two. */
  readonly field?: string;
  readonly document?: string;
}

/** Asks the team for one thing to mend; answers how to take it back before it has left. */
export function sendBack(work: Work, record: RecordId, request: ReturnRequest): () => void {
  const path = `returned/${work.newId()}`;
  const said = { ...request, at: work.now(), by: work.member.name };
  work.drafts.editRecord({ collection: 'dossier', record, patch: { [path]: said } });
  const timer = setTimeout(() => void work.drafts.finishEditing(record), SEND_AFTER_MS);
  return () => {
    clearTimeout(timer);
    work.drafts.editRecord({ collection: 'dossier', record, patch: { [path]: null } });
    void work.drafts.finishEditing(record);
  };
}

/** What happened at the desk and no system tells: the result in the citizen's hand, or status 9 on the software. */
export function noteAtDesk(
  work: Work,
  record: RecordId,
  what: 'handedOver' | 'closedOnSoftware',
): () => void {
  const write = (value: Json): void => {
    work.drafts.editRecord({ collection: 'dossier', record, patch: { [what]: value } });
    void work.drafts.finishEditing(record);
  };
  write({ at: work.now(), by: work.member.name });
  return () => write(null);
}
