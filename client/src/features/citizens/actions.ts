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

export function withdrawConsent(work: Work, consent: RecordId): void {
  work.drafts.editRecord({ collection: 'consent', record: consent, patch: { withdrawnAt: work.now() } });
  void work.drafts.finishEditing(consent);
}

export function restoreConsent(work: Work, consent: RecordId): void {
  work.drafts.editRecord({ collection: 'consent', record: consent, patch: { withdrawnAt: null } });
  void work.drafts.finishEditing(consent);
  const citizen = work.store.findRecord(consent)?.values['citizen'];
  if (typeof citizen === 'string') keepReferral(work, citizen as RecordId);
}
