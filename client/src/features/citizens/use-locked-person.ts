/** The way of one new person through yes, card and boxes on a locked phone: which step it is, and what is kept when. Draws nothing. */
import { type CardError, type CardReading, parseIdCard } from '#shared/rules/id-card';
import type { RecordId } from '#shared/ids';
import { useState } from 'react';
import { drawId } from '../../custody/draw-id.ts';
import type { LockedFault } from '../../custody/locked-capture.ts';
import type { LockedDraft } from '../../custody/locked-draft.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { isPractice } from '../../storage/realm.ts';
import type { GivenConsent } from './actions.ts';
import { describeLockedWriting } from './locked-person.ts';
import { emptyDraft, isBlank, type PersonDraft, readCardIntoDraft } from './person-draft.ts';

interface Begun {
  readonly entry: string;
  readonly citizen: RecordId;
  readonly consent: RecordId;
  readonly draft: PersonDraft;
  readonly reading: CardReading | undefined;
}

export type LockedStep =
  | { readonly type: 'consent' }
  | { readonly type: 'card'; readonly error: CardError | undefined }
  | ({ readonly type: 'person'; readonly trouble: LockedFault | undefined } & Begun)
  | { readonly type: 'declined' }
  | { readonly type: 'kept' };

interface LockedPersonParts {
  readonly draft: LockedDraft;
  readonly now: () => number;
}

export function useLockedPerson({ draft, now }: LockedPersonParts) {
  const [given, setGiven] = useState<GivenConsent>();
  const [begun, setBegun] = useState<Begun>();
  const [error, setError] = useState<CardError>();
  const [end, setEnd] = useState<'declined' | 'kept'>();
  const [trouble, setTrouble] = useState<LockedFault>();
  const [isWritten, setWritten] = useState(false);

  const begin = (boxes: PersonDraft, reading: CardReading | undefined) =>
    setBegun({ entry: drawId(), citizen: drawId(), consent: drawId(), draft: boxes, reading });
  const readCard = (text: string): CardError | undefined => {
    // Whether this commune's people are made up is behind the PIN: their prefix is doubted when the entry is looked through.
    const options = { practice: true, samplesOnly: isPractice };
    const reading = parseIdCard(text, dayOfInstant(now()), options);
    setError(undefined);
    if (!reading.ok) return reading.error;
    // Held in memory until it is confirmed or mended: of a wrong card nothing stays.
    begin(readCardIntoDraft(emptyDraft, reading.value), reading.value);
    return undefined;
  };
  const write = (boxes: PersonDraft) => {
    if (!begun || !given || isBlank(boxes)) return;
    const { entry, citizen, consent } = begun;
    setWritten(true);
    draft.edit(describeLockedWriting(entry, { citizen, consent, given, draft: boxes, at: now() }));
  };
  const finish = async (boxes: PersonDraft) => {
    write(boxes);
    const kept = await draft.flush();
    setTrouble(kept.ok ? undefined : kept.error);
    if (kept.ok) setEnd('kept');
  };
  const discard = () => (begun && isWritten ? draft.discard(begun.entry) : undefined);
  const beginAnew = () => {
    setGiven(undefined);
    setBegun(undefined);
    setEnd(undefined);
    setWritten(false);
  };
  const step: LockedStep = end
    ? { type: end }
    : begun
      ? { type: 'person', trouble, ...begun }
      : given
        ? { type: 'card', error }
        : { type: 'consent' };
  return {
    step,
    agree: setGiven,
    decline: () => void Promise.resolve(discard()).then(() => setEnd('declined')),
    readCard,
    typeCard: (text: string) => setError(readCard(text)),
    typeByHand: () => begin(emptyDraft, undefined),
    backToCard: isWritten ? undefined : () => setBegun(undefined),
    write,
    finish,
    discard,
    beginAnew,
    /** Something of this person is kept, or on its way to the disk. */
    isUnderWay: isWritten && end === undefined,
  };
}
