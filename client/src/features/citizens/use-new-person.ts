/** The way of one new person through yes, card and boxes: which step it is, and what is written when. Draws nothing. */
import type { RecordId } from '#shared/ids';
import { type CardError, type CardReading, parseIdCard } from '#shared/rules/id-card';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import {
  CONSENT_PARAMETER,
  findUnfinished,
  KNOWN_PARAMETER,
  PERSON_PARAMETER,
} from '../../custody/list-unfinished.ts';
import type { Work } from '../../custody/work.ts';
import { isPractice } from '../../storage/realm.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useOnLeave } from '../../ui/use-on-leave.ts';
import { finishPerson, type GivenConsent, recordConsent, savePerson, takePersonBack } from './actions.ts';
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
import { useEntryReach, useEntryStep } from './use-entry-step.ts';

interface Begun {
  readonly citizen: RecordId;
  readonly draft: PersonDraft;
  readonly reading: CardReading | undefined;
  readonly isKnown: boolean;
  /** What the book said of somebody known before the card was read. */
  readonly before: PersonDraft | undefined;
}

/** What became of what had been written of somebody who then refused. */
export type Refused = 'nothing' | 'erased' | 'emptied';

export type NewPersonStep =
  | { readonly type: 'consent' }
  | {
      readonly type: 'card';
      readonly error: CardError | undefined;
      readonly alreadyHere: AlreadyHere | undefined;
    }
  | ({ readonly type: 'person' } & Begun);

export function useNewPerson(work: Work, door: SessionDoor | undefined, backHref: string) {
  const [params] = useSearchParams();
  const { shown, goOn } = useEntryStep();
  const [consent, setConsent] = useState<GivenConsent>();
  const [begun, setBegun] = useState(() => findBegun(work, params));
  const [error, setError] = useState<CardError>();
  const [alreadyHere, setAlreadyHere] = useState<AlreadyHere>();
  const { write, refuse, isWritten } = useWriting({ work, door, consent, begun });
  const reached = begun ? 'person' : consent ? 'card' : 'consent';
  useEntryReach(shown, { reached, isWritten, backHref });
  const agree = (given: GivenConsent) => {
    setConsent(given);
    goOn('card');
  };
  const begin = (person: Begun) => {
    setBegun(person);
    goOn('person');
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
    const before = known[0] && readRecordIntoDraft(known[0].values);
    const read = readCardIntoDraft(before ?? emptyDraft, reading.value);
    const draft = { ...read, hamlet: read.hamlet || suggestHamlet(work, door, read) };
    // Held in memory until it is confirmed or mended: of a wrong card nothing stays.
    begin({ citizen, draft, reading: reading.value, isKnown: known.length > 0, before });
    return undefined;
  };
  /** By hand or by a scanner that types: a text that is no card is answered by a banner with the ways out. */
  const typeCard = (text: string) => setError(readCard(text));
  const typeByHand = () => {
    const draft = { ...emptyDraft, hamlet: door?.hamlet ?? work.member.hamlet ?? '' };
    begin({ citizen: work.newId(), draft, reading: undefined, isKnown: false, before: undefined });
  };
  const step: NewPersonStep =
    begun && (isWritten || shown === 'person')
      ? { type: 'person', ...begun }
      : consent && shown !== 'consent'
        ? { type: 'card', error, alreadyHere }
        : { type: 'consent' };
  const backToCard = begun && !isWritten ? () => history.back() : undefined;
  return { step, agree, readCard, typeCard, typeByHand, backToCard, write, refuse };
}

interface Entry {
  readonly work: Work;
  readonly door: SessionDoor | undefined;
  readonly consent: GivenConsent | undefined;
  readonly begun: Begun | undefined;
}

/** What of this entry goes onto the disk, and the way to take it from there again. */
function useWriting({ work, door, consent, begun }: Entry) {
  const [params, setParams] = useSearchParams();
  const place = (citizen: RecordId) => ({ citizen, session: door?.session });
  // An address may be gone back to that names somebody who was taken back meanwhile.
  const isNamed = begun !== undefined && params.get(PERSON_PARAMETER) === begun.citizen;
  // It stays so on the entries before, whose addresses name nobody.
  const [written, setWritten] = useState(isNamed ? begun.citizen : undefined);
  const isWritten = begun !== undefined && written === begun.citizen;
  const keptConsent = useRef(isWritten ? (params.get(CONSENT_PARAMETER) as RecordId | null) : null);
  const isRefused = useRef(false);
  useOnLeave(() => begun && !isRefused.current && finishPerson(work, begun.citizen));
  const going = begun?.citizen;
  // What a kill has left unconfirmed is in somebody's hands again, until they are done with it.
  useEffect(() => {
    for (const record of [keptConsent.current, going])
      if (record && work.readCustody(record).unconfirmed) work.drafts.hold(record);
  }, [work, going]);

  /** The first thing that is written down, and only after the yes. */
  const write = (citizen: RecordId, draft: PersonDraft) => {
    if (isRefused.current) return;
    if (consent && keptConsent.current === null) {
      if (isBlank(draft)) return;
      keptConsent.current = recordConsent(work, place(citizen), consent);
      for (const record of [keptConsent.current, citizen]) work.drafts.hold(record);
      const entry = {
        [PERSON_PARAMETER]: citizen,
        [CONSENT_PARAMETER]: keptConsent.current,
        ...(begun?.isKnown && { [KNOWN_PARAMETER]: '1' }),
      };
      setWritten(citizen);
      setParams((before) => ({ ...Object.fromEntries(before), ...entry }), { replace: true });
    }
    savePerson(work, place(citizen), draft);
  };
  /** They do not want to after all. */
  const refuse = async (): Promise<Refused> => {
    isRefused.current = true;
    if (!begun || (keptConsent.current === null && !isWritten)) return 'nothing';
    const isErased = await takePersonBack(work, { ...begun, consent: keptConsent.current ?? undefined });
    return isErased ? 'erased' : 'emptied';
  };
  return { write, refuse, isWritten };
}

/** After a reload: the person of the address, if they are on this phone. */
function findBegun(work: Work, params: URLSearchParams): Begun | undefined {
  const citizen = params.get(PERSON_PARAMETER);
  if (citizen === null || !isAgreed(work, params.get(CONSENT_PARAMETER))) return undefined;
  const record = work.store.findRecord(citizen as RecordId);
  // Their yes may have come onto the disk before the page died, and nothing of themselves.
  const isHalf = record === undefined && findUnfinished(work, citizen as RecordId) !== undefined;
  if (record?.collection !== 'citizen' && !isHalf) return undefined;
  const draft = record ? readRecordIntoDraft(record.values) : emptyDraft;
  const isKnown = params.has(KNOWN_PARAMETER);
  return { citizen: citizen as RecordId, draft, reading: undefined, isKnown, before: undefined };
}

/** An address that is gone back to may name a yes that was taken back meanwhile: nothing more is written under it. */
function isAgreed(work: Work, consent: string | null): boolean {
  const yes = consent === null ? undefined : work.store.findRecord(consent as RecordId);
  return yes !== undefined && (yes.values['withdrawnAt'] ?? null) === null;
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
