/** Joining a session by its code, without signal: what speaks against it, and what this phone writes down so that it is in. */
import { findConsentText } from '#data/consent-texts';
import type { CodeFault } from '#shared/contracts/code-text';
import { readSessionCode, type SessionCode, writeSessionCode } from '#shared/contracts/session-code';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { serializeConsentText } from '#shared/rules/consent-text';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { finishSession } from './actions.ts';
import { findOwnList, takeLetter } from './attendance-actions.ts';
import { readSession, type SessionFacts } from './read-session.ts';
import { describeArrival } from './roster-actions.ts';

export type JoinRefusal =
  | { readonly type: CodeFault | 'otherCommune' }
  | { readonly type: 'otherTeam'; readonly team: string }
  | { readonly type: 'closed'; readonly place: string; readonly at: number }
  /** yyyy-mm-dd: of the code, and what this phone takes for today. */
  | { readonly type: 'otherDay'; readonly day: string; readonly today: string };

/** A code that this phone may join by. */
export interface JoinOffer {
  readonly code: SessionCode;
  /** The letter under which this phone is in already; undefined while it is not. */
  readonly ownLetter: string | undefined;
}

export function judgeSessionCode(work: Work, text: string): Result<JoinOffer, JoinRefusal> {
  const read = readSessionCode(text);
  if (!read.ok) return err({ type: read.error });
  const code = read.value;
  const known = findKnown(work, code);
  const today = dayOfInstant(work.now());
  if (code.commune !== work.commune.id) return err({ type: 'otherCommune' });
  if (code.team !== work.member.team) return err({ type: 'otherTeam', team: code.team ?? code.leader });
  if (known?.closedAt !== undefined) return err({ type: 'closed', place: code.place, at: known.closedAt });
  if (code.day !== today) return err({ type: 'otherDay', day: code.day, today });
  return ok({ code, ownLetter: findOwnList(work, code.session as RecordId)?.letter });
}

function findKnown(work: Work, code: SessionCode): SessionFacts | undefined {
  const record = work.store.findRecord(code.session as RecordId);
  return record?.collection === 'session' ? readSession(record) : undefined;
}

/**
 * Writes the session's facts under the session's own id, word for word as the opener has them: whichever phone the commune
 * hears first, it is one record, and saying the same twice is no conflict.
 */
export async function joinSession(work: Work, { code, ownLetter }: JoinOffer): Promise<RecordId> {
  const session = code.session as RecordId;
  const known = work.store.findRecord(session)?.values ?? {};
  const { place, kind, day, openedAt, leader, hamlet } = code;
  const reading = await describeReading(work, code);
  const facts: Patch = {
    ...{ place, kind, day, openedAt, leader },
    ...(hamlet !== null && { hamlet }),
    ...(reading && { consentRead: reading }),
  };
  const missing = Object.entries(facts).filter(([path]) => !(path in known));
  const patch: Patch = {
    ...Object.fromEntries(missing),
    ...describeArrival(work, session, work.member),
  };
  if (Object.keys(patch).length > 0)
    work.drafts.editRecord({ collection: 'session', record: session, patch });
  if (ownLetter === undefined) takeLetter(work, session, code.letter);
  finishSession(work, session);
  return session;
}

/** Only of a text that this phone has: what is not here was not read as far as it knows. */
async function describeReading(work: Work, { roomReading }: SessionCode): Promise<Patch | undefined> {
  const text = roomReading ? findConsentText(roomReading.version) : undefined;
  if (!roomReading || !text) return undefined;
  return { ...roomReading, hash: await work.hashText(serializeConsentText(text)) };
}

/** What the opener's screen shows to the next phone. */
export function describeForJoining(work: Work, session: SessionFacts, letter: string): string {
  const { record, leader, place, hamlet, kind, day, openedAt, consentRead } = session;
  return writeSessionCode({
    ...{ commune: work.commune.id, session: record, letter, place, day, openedAt },
    hamlet: hamlet ?? null,
    team: work.member.team,
    kind: kind ?? 'hamletMeeting',
    leader: leader || work.member.name,
    roomReading: consentRead ? { ...consentRead } : null,
  });
}
