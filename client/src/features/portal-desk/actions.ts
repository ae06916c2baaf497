/** Writes onto a dossier what the officer has read, asked for or seen. What then counts is for the commune to say. */
import type { RecordId } from '#shared/ids';
import type { RecordedNumber } from '#shared/model/dossier';
import type { CheckedNumber } from '#shared/rules/dossier-number';
import type { Json, Patch } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';
import type { Pack } from './read-pack.ts';

/** A wrong number is mostly noticed within seconds. */
const SEND_AFTER_MS = 6_000;

/** What a person read from a receipt. */
export interface ReadReceipt {
  readonly number: CheckedNumber;
  /** yyyy-mm-dd; undefined where it names none. */
  readonly due: string | undefined;
  /** yyyy-mm-dd of lodging, where it is not the day of recording. */
  readonly lodgedOn: string | undefined;
}

/** Answers how to take it back. */
export function recordNumber(
  work: Work,
  record: RecordId,
  { number, due, lodgedOn }: ReadReceipt,
): () => void {
  const said: RecordedNumber = {
    ...number,
    ...(lodgedOn !== undefined && { lodgedOn }),
    evidence: 'officerEntered',
    by: work.member.name,
    at: work.now(),
  };
  writeNumber(work, record, {
    recordedNumber: said as unknown as Json,
    ...(due !== undefined && writeDue(work, due)),
  });
  const timer = setTimeout(() => void work.drafts.finishEditing(record), SEND_AFTER_MS);
  return () => {
    clearTimeout(timer);
    takeNumberAway(work, record);
  };
}

/** The number is as on the receipt, though the portal does not know it; answers how to take it back. */
export function confirmNumber(work: Work, record: RecordId, dossierNo: string): () => void {
  const write = (numberChecked: Json): void => {
    writeNumber(work, record, { numberChecked });
    void work.drafts.finishEditing(record);
  };
  write({ dossierNo, by: work.member.name, at: work.now() });
  return () => write(null);
}

export function takeNumberAway(work: Work, record: RecordId): void {
  writeNow(work, record, { recordedNumber: null, dueOnReceipt: null });
}

function writeNumber(work: Work, record: RecordId, patch: Patch): void {
  work.drafts.editRecord({ collection: 'dossier', record, patch });
}

/** Sent without the seconds in which it could be taken back unsent. */
function writeNow(work: Work, record: RecordId, patch: Patch): void {
  writeNumber(work, record, patch);
  void work.drafts.finishEditing(record);
}

function writeDue(work: Work, day: string): Patch {
  return { dueOnReceipt: { day, by: work.member.name, at: work.now() } };
}

/** The day on the receipt, read later than its number, or another one; answers how to take it back. */
export function recordDue(
  work: Work,
  { record, due: before }: Pick<Pack, 'record' | 'due'>,
  day: string,
): () => void {
  writeNow(work, record, writeDue(work, day));
  return () => writeNow(work, record, { dueOnReceipt: before ? { ...before } : null });
}

export interface ReturnRequest {
  /** Stands after "Cần sửa:". */
  readonly reason: string;
  readonly phrase?: string;
  /** At most one of the two. */
  readonly field?: string;
  readonly document?: string;
}

interface Revocable {
  /** Also when it was taken back. */
  readonly send: () => void;
  readonly takeBack: () => void;
}

/** Asks the team for one thing to mend. Once it has left it cannot be taken back: it is sent when nobody is offered that any more. */
export function sendBack(work: Work, record: RecordId, request: ReturnRequest): Revocable {
  const path = `returned/${work.newId()}`;
  const said = { ...request, at: work.now(), by: work.member.name };
  work.drafts.editRecord({ collection: 'dossier', record, patch: { [path]: said } });
  return {
    send: () => void work.drafts.finishEditing(record),
    takeBack: () => work.drafts.editRecord({ collection: 'dossier', record, patch: { [path]: null } }),
  };
}

type Noted = 'handedOver' | 'closedOnSoftware';

/** What happened at the desk and no system tells: the result in the citizen's hand, or status 9 on the software. */
export function noteAtDesk(work: Work, record: RecordId, what: Noted): () => void {
  writeNow(work, record, { [what]: { at: work.now(), by: work.member.name } });
  return () => takeNoteBack(work, record, what);
}

/** Noted of the wrong dossier: it counts in the office's share on time until somebody takes it back. */
export function takeNoteBack(work: Work, record: RecordId, what: Noted): void {
  writeNow(work, record, { [what]: null });
}
