/** What is written about a person after their yes: the consent itself, what the boxes say, and its withdrawal. */
import type { Json, Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { ConsentPurpose } from '#shared/model/citizen';
import { keepReferral } from '../../custody/keep-referral.ts';
import type { Work } from '../../custody/work.ts';
import { buildPersonPatch, type PersonDraft } from './person-draft.ts';
import type { ConsentMethod } from './read-consent.ts';

/** A yes as it was given; nothing of it is written before there is somebody to write down. */
export interface GivenConsent {
  readonly purposes: readonly ConsentPurpose[];
  readonly method: ConsentMethod;
  /** The relative before whom it was given. */
  readonly witness: string;
  readonly textVersion: string;
  readonly textHash: string;
  readonly language: string;
  /** Milliseconds: when the yes was said. */
  readonly at: number;
}

export interface PersonPlace {
  readonly citizen: RecordId;
  readonly session: RecordId | undefined;
}

export function recordConsent(
  work: Work,
  place: PersonPlace & { readonly consent?: RecordId },
  given: GivenConsent,
): RecordId {
  const record = place.consent ?? work.newId();
  const patch = { ...buildConsentPatch(place, given), helper: work.member.name };
  work.drafts.editRecord({ collection: 'consent', record, patch });
  return record;
}

/** All of it but who asked. */
export function buildConsentPatch({ citizen, session }: PersonPlace, given: GivenConsent): Patch {
  const { witness, purposes, ...facts } = given;
  return {
    ...facts,
    citizen,
    purposes: [...purposes],
    ...(session && { session }),
    ...(witness.trim() !== '' && { witness: witness.trim() }),
  };
}

/** Saves what the boxes say, as far as it can be read. The number's match key follows by itself. */
export function savePerson(work: Work, { citizen, session }: PersonPlace, draft: PersonDraft): void {
  const written = work.store.findRecord(citizen)?.values ?? {};
  const patch: Patch = {
    ...buildPersonPatch(draft, written),
    ...(session && written['session'] === undefined && { session }),
  };
  if (Object.keys(patch).length === 0) return;
  work.drafts.editRecord({ collection: 'citizen', record: citizen, patch });
  if ('personalId' in patch) void keepMatchKey(work, citizen, patch['personalId']);
}

async function keepMatchKey(work: Work, citizen: RecordId, personalId: Json | undefined): Promise<void> {
  const matchKey = typeof personalId === 'string' ? await work.matchKey(personalId) : undefined;
  const written = work.store.findRecord(citizen)?.values ?? {};
  // Typed over meanwhile: the key of the newer number is on its way.
  if (written['personalId'] !== personalId && personalId !== null) return;
  if (written['matchKey'] === matchKey) return;
  work.drafts.editRecord({ collection: 'citizen', record: citizen, patch: { matchKey: matchKey ?? null } });
}

/** The person's records take their place in the queue, and what the police are told follows them. */
export function finishPerson(work: Work, citizen: string): void {
  void work.drafts.finishEditing(citizen as RecordId);
  for (const { record, values } of work.store.listRecords('consent'))
    if (values['citizen'] === citizen) void work.drafts.finishEditing(record);
  keepReferral(work, citizen as RecordId);
}

export interface BegunPerson {
  readonly citizen: RecordId;
  /** The yes of this entry; undefined when none was written down yet. */
  readonly consent: RecordId | undefined;
  /** Was in the book before this entry: that stays theirs. */
  readonly isKnown: boolean;
  /** What the book said of them before; undefined of somebody new, and after a reload. */
  readonly before: PersonDraft | undefined;
}

/**
 * Of somebody who says no in the middle. What only this phone has is erased; of what may have left it the words are taken
 * away wherever they went, and the yes is withdrawn. Answers whether all of it was erased.
 */
export async function takePersonBack(work: Work, begun: BegunPerson): Promise<boolean> {
  const { citizen, consent, isKnown, before } = begun;
  if (isKnown && before) savePerson(work, { citizen, session: undefined }, before);
  const referral = consent && work.store.findRecord(consent)?.values['referral'];
  const written = [consent, referral as RecordId | undefined, isKnown ? undefined : citizen].filter(
    (record) => record !== undefined,
  );
  const gone = await work.takeBack(written);
  const left = written.filter((record) => !gone.includes(record) && work.store.findRecord(record));
  for (const record of left) emptyRecord(work, record);
  await Promise.all([...left, ...(isKnown ? [citizen] : [])].map((one) => work.drafts.finishEditing(one)));
  return left.length === 0;
}

/** That there was a yes and that it was taken back stays, without anybody's name. */
function emptyRecord(work: Work, record: RecordId): void {
  const { collection, values } = work.store.findRecord(record) ?? { collection: '', values: {} };
  const patch: Patch =
    collection === 'consent'
      ? { withdrawnAt: work.now(), witness: null }
      : Object.fromEntries(Object.keys(values).map((path) => [path, null]));
  work.drafts.editRecord({ collection, record, patch });
}

/**
 * On the disk of the phone before anybody is told that it was taken back. It leaves with the screen or the next sending and
 * not before: a slip of the finger that is undone in time stops nothing at the commune.
 */
export function withdrawConsent(work: Work, consent: RecordId): ReturnType<Work['drafts']['flushNow']> {
  // One that a dead page left half written would wait for ever for somebody to be done with it.
  if (work.readCustody(consent).unconfirmed) work.drafts.hold(consent);
  work.drafts.editRecord({ collection: 'consent', record: consent, patch: { withdrawnAt: work.now() } });
  return work.drafts.flushNow();
}

export function restoreConsent(work: Work, consent: RecordId): void {
  work.drafts.editRecord({ collection: 'consent', record: consent, patch: { withdrawnAt: null } });
  const citizen = work.store.findRecord(consent)?.values['citizen'];
  if (typeof citizen === 'string') keepReferral(work, citizen as RecordId);
}
