/** Who was being written down when the page died: saved here, unsent, and where to go on with them. Writes nothing. */
import type { RecordId } from '#shared/ids';
import type { RecordView } from './record-store.ts';
import type { Work } from './work.ts';

/** In the address of the screen that writes people down, so that a reload in the middle goes on with the same person. */
export const PERSON_PARAMETER = 'nguoi';
export const CONSENT_PARAMETER = 'loi';
/** Was in the book before: a refusal leaves them there. */
export const KNOWN_PARAMETER = 'cu';

export interface UnfinishedPerson {
  readonly citizen: RecordId;
  /** Their yes; the person themselves may not have been saved yet. */
  readonly consent: RecordView;
  readonly href: string;
}

/** Each once. */
export function listUnfinished(work: Pick<Work, 'store' | 'readCustody'>): readonly UnfinishedPerson[] {
  const { store, readCustody } = work;
  const isUnconfirmed = (record: RecordId): boolean => readCustody(record).unconfirmed === true;
  const found = new Map<RecordId, RecordView>();
  for (const consent of store.listRecords('consent')) {
    const { citizen, withdrawnAt } = consent.values;
    if (typeof citizen !== 'string' || withdrawnAt !== undefined) continue;
    const person = citizen as RecordId;
    const isOfEntry = isUnconfirmed(consent.record);
    // Of several yeses the one of this entry goes back with it.
    if (isOfEntry || (isUnconfirmed(person) && !found.has(person))) found.set(person, consent);
  }
  return [...found].map(([citizen, consent]) => ({
    citizen,
    consent,
    href: writeHref(citizen, consent, wasThere(store, citizen)),
  }));
}

/** Whom this phone has begun to write down at that session, finished or not: whoever has no number there was left half way. */
export function listWrittenAt(
  work: Pick<Work, 'store' | 'readCustody'>,
  session: string,
): readonly UnfinishedPerson[] {
  const { store } = work;
  const unfinished = listUnfinished(work).filter(({ consent }) => consent.values['session'] === session);
  const known = new Set(unfinished.map(({ citizen }) => citizen));
  const finished = store.listRecords('consent').flatMap((consent): UnfinishedPerson[] => {
    const { values, record } = consent;
    const citizen = values['citizen'] as RecordId;
    const isOurs = store.findEntry(record)?.row !== undefined;
    if (values['session'] !== session || values['withdrawnAt'] !== undefined || !isOurs) return [];
    // Somebody who was in the book before was asked something here, and need not have come to the session.
    if (store.findRecord(citizen)?.values['session'] !== session || known.has(citizen)) return [];
    known.add(citizen);
    // First written down here: a refusal takes all of them away, from the commune too.
    return [{ citizen, consent, href: writeHref(citizen, consent, false) }];
  });
  return [...unfinished, ...finished];
}

export function findUnfinished(
  work: Pick<Work, 'store' | 'readCustody'>,
  citizen: RecordId,
): UnfinishedPerson | undefined {
  return listUnfinished(work).find((one) => one.citizen === citizen);
}

function writeHref(citizen: RecordId, consent: RecordView, isKnown: boolean): string {
  const { session } = consent.values;
  const query = new URLSearchParams({
    [PERSON_PARAMETER]: citizen,
    [CONSENT_PARAMETER]: consent.record,
    ...(isKnown && { [KNOWN_PARAMETER]: '1' }),
    ...(typeof session === 'string' && { buoi: session }),
  });
  return `/nguoi-moi?${query.toString()}`;
}

/** The commune has said something of them, or something of them was given its place before. */
function wasThere(store: Work['store'], citizen: RecordId): boolean {
  const entry = store.findEntry(citizen);
  return entry?.pulled !== undefined || Object.keys(entry?.row?.content.mine ?? {}).length > 0;
}
