/** Makes ordinary records of a person who was written down locked, once a person has said yes to it. */
import { keepReferral } from '../../custody/keep-referral.ts';
import type { LockedEntries, LockedEntry } from '../../custody/locked-entries.ts';
import type { Work } from '../../custody/work.ts';
import { recordConsent, savePerson } from './actions.ts';
import { readLockedPerson } from './locked-person.ts';

/**
 * The yes first, then the person, then the entry goes; each step is on the disk before the next, and may be taken again
 * after a kill. False when the disk refused: what is in memory is saved by itself, and the entry stays.
 */
export async function carryOutLocked(
  work: Work,
  locked: LockedEntries,
  { entry, content }: LockedEntry,
): Promise<boolean> {
  const person = readLockedPerson(content);
  if (!person) return false;
  const { citizen, consent, given, draft, isKnown = false } = person;
  const place = { citizen, session: undefined };
  if (!work.store.findRecord(consent)) recordConsent(work, { ...place, consent }, given);
  const yes = await work.drafts.finishEditing(consent);
  if (!yes.ok) return false;
  // A record of this name was begun by an earlier try, and may have been mended since.
  if (isKnown || !work.store.findRecord(citizen)) savePerson(work, place, draft);
  const saved = await work.drafts.finishEditing(citizen);
  if (!saved.ok) return false;
  keepReferral(work, citizen);
  return (await locked.drop(entry)).ok;
}
