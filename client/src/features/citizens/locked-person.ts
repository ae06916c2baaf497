/** A person who was written down on a locked phone: what the entry says, and the records that it becomes, once. Pure. */
import type { RecordId } from '#shared/ids';
import type { LockedWriting } from '../../custody/locked-capture.ts';
import { buildConsentPatch, type GivenConsent } from './actions.ts';
import type { Arrival } from './describe-arrival.ts';
import { buildPersonPatch, type PersonDraft } from './person-draft.ts';

export interface LockedPerson {
  /** Drawn when it was written: whoever carries it out twice writes the same two records. */
  readonly citizen: RecordId;
  readonly consent: RecordId;
  readonly given: GivenConsent;
  readonly draft: PersonDraft;
  /** Device wall clock, milliseconds. */
  readonly at: number;
  /** Decided: it goes on in a record that was here before. */
  readonly isKnown?: boolean;
  /** Decided: as they came to the session that was open then; absent without one. */
  readonly arrival?: Omit<Arrival, 'citizen'> & { readonly session: RecordId };
}

/** One that a person has still to look at. */
export interface WaitingPerson {
  readonly entry: string;
  readonly person: LockedPerson;
}

export function describeLockedWriting(entry: string, person: LockedPerson): LockedWriting {
  const { citizen, consent, given, draft, at } = person;
  return {
    entry,
    at,
    content: JSON.stringify(person),
    patches: [
      {
        record: consent,
        collection: 'consent',
        patch: buildConsentPatch({ citizen, session: undefined }, given),
      },
      { record: citizen, collection: 'citizen', patch: buildPersonPatch(draft, {}) },
    ],
  };
}

/** Undefined for what is none of ours: a newer version may have written it. */
export function readLockedPerson(content: string): LockedPerson | undefined {
  try {
    const person = JSON.parse(content) as Partial<LockedPerson>;
    const isWhole = person.citizen && person.consent && person.given && person.draft;
    return isWhole ? (person as LockedPerson) : undefined;
  } catch {
    return undefined;
  }
}

/** What was written locked lies over what is known; what it leaves empty stays. */
export function layOverKnown(known: PersonDraft, fresh: PersonDraft): PersonDraft {
  const said = Object.entries(fresh).filter(([, value]) => value !== '' && value !== undefined);
  return { ...known, ...Object.fromEntries(said) };
}
