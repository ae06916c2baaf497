/** What is written about a session: opening, what went wrong, closing. Counts nobody. */
import { currentConsentVersion, findConsentText } from '#data/consent-texts';
import type { SameAnswer } from '#shared/model/field-kinds';
import type { Patch } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { SessionKind } from '#shared/model/outreach-session';
import { serializeConsentText } from '#shared/rules/consent-text';
import { OPENER_LETTER } from '#shared/rules/session-letters';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { takeLetter } from './attendance-actions.ts';
import { listAttendance, listSameSessions } from './queries.ts';
import type { Satisfaction } from './read-session.ts';
import { expectTeam, isTeamNamed } from './roster-actions.ts';

export interface Opening {
  readonly place: string;
  readonly hamlet: string;
  readonly kind: SessionKind;
}

/** Whoever opens a session is present. Told to the team at once: colleagues join what they can see. */
export function openSession(work: Work, { place, hamlet, kind }: Opening): RecordId {
  const record = work.newId();
  const at = work.now();
  const patch = {
    ...{ place: place.trim(), kind, day: dayOfInstant(at), openedAt: at, leader: work.member.name },
    ...(hamlet.trim() !== '' && { hamlet: hamlet.trim() }),
    ...expectTeam(work),
    [`members/${work.member.id}/in`]: { name: work.member.name, at },
  };
  work.drafts.editRecord({ collection: 'session', record, patch });
  takeLetter(work, record, OPENER_LETTER);
  finishSession(work, record);
  return record;
}

export function noteIncident(work: Work, session: RecordId, incident: { kind: string; note: string }): void {
  const note = incident.note.trim();
  const entry = { at: work.now(), kind: incident.kind, ...(note !== '' && { note }) };
  editSession(work, session, { [`incidents/${work.newId()}`]: entry, noIncident: null });
}

/** The words were read once to the whole room; everybody's own yes is still asked. */
export async function noteRoomReading(work: Work, session: RecordId): Promise<void> {
  const text = findConsentText(currentConsentVersion);
  if (!text) throw new Error('The current consent text is not shipped.');
  const at = work.now();
  const hash = await work.hashText(serializeConsentText(text));
  editSession(work, session, {
    consentRead: { version: text.version, hash, at, reader: work.member.name },
  });
}

export interface Closing {
  readonly noIncident: boolean;
  readonly satisfaction: Satisfaction | undefined;
}

/** What stands on every list that is here is noted, so that whatever another phone adds later can be told apart. */
export function closeSession(work: Work, session: RecordId, closing: Closing): void {
  const lists = listAttendance(work.store, session);
  const counted = lists.map(
    ({ record, heads, visitors }) => [`closedWith/${record}`, heads.length + visitors.length] as const,
  );
  const closedAt = work.now();
  editSession(work, session, {
    closedAt,
    ...Object.fromEntries(counted),
    ...(!isTeamNamed(work, session) && expectTeam(work)),
    ...(closing.noIncident && { noIncident: true }),
    ...(closing.satisfaction && { satisfaction: { ...closing.satisfaction } }),
  });
  for (const other of listSameSessions(work.store, session).slice(1))
    if (work.store.findRecord(other as RecordId)?.values['closedAt'] === undefined)
      editSession(work, other as RecordId, { closedAt });
  finishSession(work, session);
}

/** With every other that is the same: they were closed together. */
export function reopenSession(work: Work, session: RecordId): void {
  for (const one of listSameSessions(work.store, session) as RecordId[])
    if (work.store.findRecord(one)?.values['closedAt'] !== undefined)
      editSession(work, one, { closedAt: null });
}

/** To what the head has sent back: it waits for the head again. */
export function answerHead(work: Work, session: RecordId, answer: { to: string; note: string }): void {
  const note = answer.note.trim();
  const reply = { to: answer.to, at: work.now(), by: work.member.name, ...(note !== '' && { note }) };
  editSession(work, session, { [`replies/${work.newId()}`]: reply });
  finishSession(work, session);
}

/** Both records stay; the answer is on the later one and can be taken back with null. */
export function judgeSameSession(
  work: Work,
  pair: { readonly first: RecordId; readonly second: RecordId },
  is: SameAnswer['is'] | null,
): void {
  const answer = is && { is, at: work.now(), by: work.member.name };
  editSession(work, pair.second, { [`sameAs/${pair.first}`]: answer });
  void work.drafts.finishEditing(pair.second);
}

/** Done with it for now: its records take their place in the queue. */
export function finishSession(work: Work, session: RecordId): void {
  for (const one of listSameSessions(work.store, session)) void work.drafts.finishEditing(one as RecordId);
  for (const list of listAttendance(work.store, session)) void work.drafts.finishEditing(list.record);
}

function editSession(work: Work, record: RecordId, patch: Patch): void {
  work.drafts.editRecord({ collection: 'session', record, patch });
}
