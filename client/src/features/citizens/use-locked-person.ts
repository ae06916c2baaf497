/** The way of one new person through yes, card and boxes on a locked phone: which step it is, and what is kept when. Draws nothing. */
import { type CardError, type CardReading, parseIdCard } from '#shared/rules/id-card';
import type { RecordId } from '#shared/ids';
import type { Result } from '#shared/result';
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
  /** When: the same words again are no other writing. */
  readonly at: number;
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
    setBegun({ entry: drawId(), citizen: drawId(), consent: drawId(), draft: boxes, reading, at: now() });
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
    const { entry, citizen, consent, at } = begun;
    setWritten(true);
    draft.edit(describeLockedWriting(entry, { citizen, consent, given, draft: boxes, at }));
  };
  /** True once the disk has done it; what it refused is said on the screen. */
  const settle = async (done: Promise<Result<void, LockedFault>> | undefined): Promise<boolean> => {
    const outcome = await done;
    const isDone = outcome?.ok !== false;
    setTrouble(isDone ? undefined : outcome.error);
    return isDone;
  };
  const discard = () => settle(begun && isWritten ? draft.discard(begun.entry) : undefined);
  /** What is there, read or typed. */
  const keep = () => {
    if (begun && !isWritten) write(begun.draft);
    return settle(draft.flush());
  };
  const finish = async (boxes: PersonDraft) => {
    write(boxes);
    if (await settle(draft.flush())) setEnd('kept');
  };
  const beginAnew = () => {
    for (const forget of [setGiven, setBegun, setEnd]) forget(undefined);
    setWritten(false);
  };
  const step = findStep({ end, begun, given, trouble, error });
  return {
    step,
    agree: setGiven,
    decline: () => void discard().then((isGone) => isGone && setEnd('declined')),
    readCard,
    typeCard: (text: string) => setError(readCard(text)),
    typeByHand: () => begin(emptyDraft, undefined),
    backToCard: isWritten ? undefined : () => setBegun(undefined),
    write,
    finish,
    discard,
    keep,
    beginAnew,
    /** Something of this person was read or typed. */
    isUnderWay: begun !== undefined && end === undefined,
  };
}

interface Way {
  readonly end: 'declined' | 'kept' | undefined;
  readonly begun: Begun | undefined;
  readonly given: GivenConsent | undefined;
  readonly trouble: LockedFault | undefined;
  readonly error: CardError | undefined;
}

function findStep({ end, begun, given, trouble, error }: Way): LockedStep {
  if (end) return { type: end };
  if (begun) return { type: 'person', trouble, ...begun };
  return given ? { type: 'card', error } : { type: 'consent' };
}
