/** Makes ordinary records of a person who was written down locked, once a person has said yes to it. */
import type { RecordId } from '#shared/ids';
import { keepReferral } from '../../custody/keep-referral.ts';
import type { LockedEntries, LockedEntry } from '../../custody/locked-entries.ts';
import type { Work } from '../../custody/work.ts';
import { recordConsent, savePerson } from './actions.ts';
import type { Arrival } from './describe-arrival.ts';
import { type LockedPerson, readLockedPerson } from './locked-person.ts';

/** Gives somebody their number in a session, or answers the one that they have there. */
export type Admit = (session: RecordId, arrival: Arrival) => string;

/**
 * The yes first, then the person, then their number, then the entry goes; each step is on the disk before the next, and may be
 * taken again after a kill. One tab does it. False when the disk refused: what is in memory is saved by itself, and the
 * entry stays.
 */
export async function carryOutLocked(
  work: Work,
  locked: Pick<LockedEntries, 'carryOut'>,
  { entry, content, admit }: Pick<LockedEntry, 'entry' | 'content'> & { readonly admit: Admit },
): Promise<boolean> {
  const person = readLockedPerson(content);
  if (!person) return false;
  return locked.carryOut(entry, () => writeDown(work, person, admit));
}

async function writeDown(work: Work, person: LockedPerson, admit: Admit): Promise<boolean> {
  const { citizen, consent, given, draft, isKnown = false, arrival } = person;
  const place = { citizen, session: arrival?.session };
  if (!work.store.findRecord(consent)) recordConsent(work, { ...place, consent }, given);
  // A page that died may have left this very person half written: they have said yes now.
  if (work.readCustody(citizen).unconfirmed) work.drafts.hold(citizen);
  const yes = await work.drafts.finishEditing(consent);
  if (!yes.ok) return false;
  // A record of this name was begun by an earlier try, and may have been mended since.
  if (isKnown || !work.store.findRecord(citizen)) savePerson(work, place, draft);
  const saved = await work.drafts.finishEditing(citizen);
  if (!saved.ok) return false;
  keepReferral(work, citizen);
  if (!arrival) return true;
  const { session, ...facts } = arrival;
  admit(session, { citizen, ...facts });
  return (await work.drafts.flushNow()).ok;
}
