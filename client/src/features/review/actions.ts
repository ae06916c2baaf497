/** Writes the head's word on sessions: at once on this device, sent a little later, so that it can be taken back first. */
import type { SessionSummary } from '#shared/contracts/review';
import type { Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { HeadQuestion, SessionDecision } from '#shared/model/review';
import { findNextTurn, listWords } from '#shared/rules/heads-word';
import type { Work } from '../../custody/work.ts';
import { countSession } from './count-acts.ts';
import { findReview, listReviews } from './find-decision.ts';

export interface Word {
  readonly decision: SessionDecision['decision'];
  readonly reason?: string;
  /** Under which somebody else than a head says it. */
  readonly delegation?: string | undefined;
}

interface Place {
  readonly record: RecordId;
  readonly path: string;
}

/** What was decided by a slip is mostly noticed within seconds. */
const SEND_AFTER_MS = 6_000;

/** Answers how to take it back; later than six seconds that is a word of its own, and as good. */
export function decideSessions(work: Work, sessions: readonly SessionSummary[], word: Word): () => void {
  return sendLater(
    work,
    sessions.map((session) => writeWord(work, session, word)),
  );
}

export interface Question extends Omit<HeadQuestion, 'by' | 'at' | 'delegation'> {
  readonly delegation?: string | undefined;
}

/** Put to the team's leader; answers how to take it back. */
export function askTeam(work: Work, session: string, question: Question): () => void {
  const { record, isNew } = findPlace(work, session);
  const path = `questions/${work.newId()}`;
  const { delegation, ...asked } = question;
  const entry = { ...asked, by: work.member.name, at: work.now(), ...nameDelegation(delegation) };
  const patch: Patch = { ...(isNew && { session }), [path]: entry };
  work.drafts.editRecord({ collection: 'review', record, patch });
  return sendLater(work, [{ record, path }]);
}

function sendLater(work: Work, places: readonly Place[]): () => void {
  const timer = setTimeout(() => {
    for (const { record } of places) void work.drafts.finishEditing(record);
  }, SEND_AFTER_MS);
  return () => {
    clearTimeout(timer);
    for (const place of places) takeBack(work, place);
  };
}

export function takeBack(work: Work, { record, path }: Place): void {
  work.drafts.editRecord({ collection: 'review', record, patch: { [path]: null } });
  void work.drafts.finishEditing(record);
}

function writeWord(work: Work, summary: SessionSummary, { decision, reason, delegation }: Word): Place {
  const { session, seen } = summary;
  const { record, isNew } = findPlace(work, session);
  const path = `decisions/${work.newId()}`;
  const counted = { ...countSession(summary) };
  const by = work.member.name;
  const turn = findNextTurn(listKnown(work, summary));
  const said = { decision, by, at: work.now(), seen, turn, counted, ...nameDelegation(delegation) };
  const patch: Patch = {
    ...(isNew && { session }),
    [path]: reason === undefined ? said : { ...said, reason },
  };
  work.drafts.editRecord({ collection: 'review', record, patch });
  return { record, path };
}

/** What whoever decides can have known: what is written here, sent or not, and what the figures tell. */
function listKnown({ store }: Work, { session, decision: told }: SessionSummary) {
  return [...listWords(listReviews(store.listRecords('review'), session)), ...(told ? [told] : [])];
}

function nameDelegation(delegation: string | undefined): { delegation?: string } {
  return delegation === undefined ? {} : { delegation };
}

function findPlace(work: Work, session: string): { readonly record: RecordId; readonly isNew: boolean } {
  const known = findReview(work.store.listRecords('review'), session);
  return { record: known?.record ?? work.newId(), isNew: known === undefined };
}
