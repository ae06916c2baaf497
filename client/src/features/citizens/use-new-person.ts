/** The way of one new person through yes, card and boxes: which step it is, and what is written when. Draws nothing. */
import type { RecordId } from '#shared/ids';
import { type CardError, type CardReading, parseIdCard } from '#shared/rules/id-card';
import { useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Work } from '../../custody/work.ts';
import { isPractice } from '../../storage/realm.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { finishPerson, type GivenConsent, recordConsent, savePerson } from './actions.ts';
import type { AlreadyHere } from './card-step.tsx';
import { findHamlet } from './hamlet-names.ts';
import {
  emptyDraft,
  isBlank,
  type PersonDraft,
  readCardIntoDraft,
  readRecordIntoDraft,
} from './person-draft.ts';
import { listByNumber, listKnownHamlets } from './queries.ts';
import type { SessionDoor } from './session-door.ts';

/** In the address, so that a reload in the middle goes on with the same person. */
const PERSON_PARAMETER = 'nguoi';

interface Begun {
  readonly citizen: RecordId;
  readonly draft: PersonDraft;
  readonly reading: CardReading | undefined;
  readonly isKnown: boolean;
}

export type NewPersonStep =
  | { readonly type: 'consent' }
  | {
      readonly type: 'card';
      readonly error: CardError | undefined;
      readonly alreadyHere: AlreadyHere | undefined;
    }
  | ({ readonly type: 'person' } & Begun);

export function useNewPerson(work: Work, door: SessionDoor | undefined) {
  const [params, setParams] = useSearchParams();
  const [consent, setConsent] = useState<GivenConsent>();
  const [begun, setBegun] = useState(() => findBegun(work, params.get(PERSON_PARAMETER)));
  const [error, setError] = useState<CardError>();
  const [alreadyHere, setAlreadyHere] = useState<AlreadyHere>();
  const place = (citizen: RecordId) => ({ citizen, session: door?.session });
  useOnLeave(() => begun && finishPerson(work, begun.citizen));

  const isConsentKept = useRef(false);

  /** The first thing that is written down, and only after the yes. */
  const write = (citizen: RecordId, draft: PersonDraft) => {
    if (consent && !isConsentKept.current) {
      if (isBlank(draft)) return;
      isConsentKept.current = true;
      recordConsent(work, place(citizen), consent);
      setParams((before) => ({ ...Object.fromEntries(before), [PERSON_PARAMETER]: citizen }), {
        replace: true,
      });
    }
    savePerson(work, place(citizen), draft);
  };
  /** Answers what is wrong with a text that is no card; a card is taken, or said to be here already. */
  const readCard = (text: string): CardError | undefined => {
    const reading = parseIdCard(text, dayOfInstant(work.now()), {
      practice: work.madeUpPeople,
      samplesOnly: isPractice,
    });
    setError(undefined);
    setAlreadyHere(undefined);
    if (!reading.ok) return reading.error;
    const known = listByNumber(work, reading.value.card.personalId);
    const here = findAlreadyHere(known, door);
    if (here) {
      setAlreadyHere(here);
      return undefined;
    }
    const citizen = known[0]?.record ?? work.newId();
    const read = readCardIntoDraft(
      known[0] ? readRecordIntoDraft(known[0].values) : emptyDraft,
      reading.value,
    );
    const draft = { ...read, hamlet: read.hamlet || suggestHamlet(work, door, read) };
    // Held in memory until it is confirmed or mended: of a wrong card nothing stays.
    setBegun({ citizen, draft, reading: reading.value, isKnown: known.length > 0 });
    return undefined;
  };
  /** By hand or by a scanner that types: a text that is no card is answered by a banner with the ways out. */
  const typeCard = (text: string) => setError(readCard(text));
  const typeByHand = () => {
    const draft = { ...emptyDraft, hamlet: door?.hamlet ?? work.member.hamlet ?? '' };
    setBegun({ citizen: work.newId(), draft, reading: undefined, isKnown: false });
  };
  const step: NewPersonStep = begun
    ? { type: 'person', ...begun }
    : consent
      ? { type: 'card', error, alreadyHere }
      : { type: 'consent' };
  const isUnwritten = begun !== undefined && params.get(PERSON_PARAMETER) === null;
  const backToCard = isUnwritten ? () => setBegun(undefined) : undefined;
  return { step, agree: setConsent, readCard, typeCard, typeByHand, backToCard, write };
}

/** After a reload: the person of the address, if they are on this phone. */
function findBegun(work: Work, citizen: string | null): Begun | undefined {
  const record = citizen === null ? undefined : work.store.findRecord(citizen as RecordId);
  if (record?.collection !== 'citizen') return undefined;
  const draft = readRecordIntoDraft(record.values);
  return { citizen: record.record, draft, reading: undefined, isKnown: false };
}

function findAlreadyHere(
  known: ReturnType<typeof listByNumber>,
  door: SessionDoor | undefined,
): AlreadyHere | undefined {
  for (const { record, values } of known) {
    const number = door?.findNumber(record);
    if (number !== undefined)
      return { number, name: String(values['fullName'] ?? ''), href: `/nguoi-dan/${record}` };
  }
  return undefined;
}

function suggestHamlet(work: Work, door: SessionDoor | undefined, draft: PersonDraft): string {
  return findHamlet(draft.residenceAsPrinted, listKnownHamlets(work)) ?? door?.hamlet ?? '';
}
