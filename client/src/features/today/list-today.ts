/** What belongs on the first screen today: what was begun, sessions, appointments of the day and those that passed, what has no day. Pure. */
import type { RecordId } from '#shared/ids';
import type { AccountStep } from '#shared/model/account-setup';
import { listEntries } from '#shared/model/collection';
import type { Lodging } from '#shared/model/dossier';
import { hasRequest } from '../../custody/find-request.ts';
import {
  type AskedByHead,
  findReply,
  isAskedOf,
  isMet,
  isToBeMended,
  listAsked,
} from '#shared/rules/heads-word';
import type { UnfinishedPerson } from '../../custody/list-unfinished.ts';
import type { RecordView } from '../../custody/record-store.ts';

/** An appointment for a dossier, or a day on which an account is gone on with. */
export interface AgendaItem {
  readonly type: 'dossier' | 'account';
  readonly view: RecordView;
  /** yyyy-mm-dd. */
  readonly day: string;
  /** Undefined where only the day was agreed. */
  readonly part: 'morning' | 'afternoon' | undefined;
  readonly place: string;
  readonly isOverdue: boolean;
}

/** What was begun and not finished; a person by their yes, where the page died before anybody was done with them. */
export type BegunItem =
  | { readonly type: 'dossier' | 'account'; readonly view: RecordView }
  | { readonly type: 'person'; readonly view: RecordView; readonly href: string };

export interface TodayLists {
  /** The one that was worked on last comes first. */
  readonly begun: readonly BegunItem[];
  /** Accounts with something left to do and no day for it: whoever has waited longest first. */
  readonly undated: readonly RecordView[];
  readonly sessions: readonly RecordView[];
  /** What has passed first, then in the order of the day. */
  readonly agenda: readonly AgendaItem[];
  /** Sessions that the head has sent back and nobody has answered. */
  readonly returned: readonly RecordView[];
  /** What the head asks of whoever holds this phone, not answered yet, newest first. */
  readonly asked: readonly AskedItem[];
}

export interface AskedItem {
  readonly session: RecordView;
  readonly question: AskedByHead;
}

interface TodayInput {
  readonly dossiers: readonly RecordView[];
  readonly accounts: readonly RecordView[];
  readonly people: readonly UnfinishedPerson[];
  readonly sessions: readonly RecordView[];
  /** The head's words. */
  readonly reviews: readonly RecordView[];
  readonly member: { readonly role: string; readonly name: string };
  /** yyyy-mm-dd on this device's clock: decides only what is shown first. */
  readonly today: string;
}

export function listToday({
  dossiers,
  accounts,
  people,
  sessions,
  reviews,
  member,
  today,
}: TodayInput): TodayLists {
  const returned = sessions.filter((one) => isToBeMended(one, reviews));
  return {
    returned,
    asked: listOpenQuestions({ sessions, reviews, member }),
    begun: listBegun(dossiers, accounts, people),
    undated: listUndated(accounts),
    sessions: sessions
      .filter((one) => !returned.includes(one) && (one.values['day'] === today || isOpen(one)))
      .sort(byOpening),
    agenda: listAgenda(dossiers, accounts, today).filter(({ day }) => day <= today),
  };
}

function listOpenQuestions({
  sessions,
  reviews,
  member,
}: Pick<TodayInput, 'sessions' | 'reviews' | 'member'>): AskedItem[] {
  return sessions
    .filter((session) => isAskedOf(member, session))
    .flatMap((session) =>
      listAsked(reviews, session.record)
        .filter((question) => findReply(session.values, question) === undefined)
        .filter((question) => !isMet(question, session, sessions))
        .map((question) => ({ session, question })),
    )
    .sort((one, other) => other.question.at - one.question.at);
}

/** Every appointment that is still to be kept, earliest first. */
export function listAgenda(
  dossiers: readonly RecordView[],
  accounts: readonly RecordView[],
  today: string,
): readonly AgendaItem[] {
  const found = [
    ...dossiers.flatMap((view) => findAppointmentItem(view, today) ?? []),
    ...accounts.flatMap((view) => findFollowUpItem(view, today) ?? []),
  ];
  return found.sort(byTime);
}

function findAppointmentItem(view: RecordView, today: string): AgendaItem | undefined {
  const appointment = view.values['appointment'] as Appointment | undefined;
  if (!appointment || findLodging(view)?.state === 'lodged') return undefined;
  return { type: 'dossier', view, ...appointment, isOverdue: appointment.day < today };
}

function findFollowUpItem(view: RecordView, today: string): AgendaItem | undefined {
  const { followUp, finishedAt } = view.values;
  const day = findFollowUpDay(view);
  const isLeft = followUp !== undefined || finishedAt === undefined;
  if (day === undefined || !isLeft) return undefined;
  return { type: 'account', view, day, part: undefined, place: '', isOverdue: day < today };
}

/** The day that was agreed for going on; else the one at the police, after which somebody asks how it went. */
function findFollowUpDay({ values }: RecordView): string | undefined {
  const { followUpDay, policeDay, finishedAt } = values;
  if (typeof followUpDay === 'string') return followUpDay;
  return finishedAt !== undefined && typeof policeDay === 'string' ? policeDay : undefined;
}

/** One that has a day stands among the appointments. */
function listBegun(
  dossiers: readonly RecordView[],
  accounts: readonly RecordView[],
  people: readonly UnfinishedPerson[],
): BegunItem[] {
  const found: BegunItem[] = [
    ...people.map(({ consent, href }) => ({ type: 'person' as const, view: consent, href })),
    ...dossiers.filter(isDraft).map((view) => ({ type: 'dossier' as const, view })),
    ...accounts.filter(isBegun).map((view) => ({ type: 'account' as const, view })),
  ];
  return found.sort((a, b) => getTouchedAt(b) - getTouchedAt(a));
}

function isBegun({ values }: RecordView): boolean {
  return values['finishedAt'] === undefined && values['followUpDay'] === undefined;
}

/** Milliseconds: of a dossier its beginning, of a person their yes, of an account the last step that was answered. */
function getTouchedAt({ type, view: { values } }: BegunItem): number {
  if (type === 'dossier') return Number(values['begunAt'] ?? 0);
  if (type === 'person') return Number(values['at'] ?? 0);
  return Math.max(0, ...listEntries<AccountStep>(values, 'steps').map(([, { at }]) => at));
}

/** Finished for that day, with something left that nobody has agreed a day for. */
export function listUndated(accounts: readonly RecordView[]): readonly RecordView[] {
  const finishedAt = ({ values }: RecordView): number => Number(values['finishedAt'] ?? Infinity);
  const isLatest = (one: RecordView): boolean =>
    accounts.every(
      (other) => getCitizenId(other) !== getCitizenId(one) || finishedAt(other) <= finishedAt(one),
    );
  return accounts
    .filter(({ values }) => values['finishedAt'] !== undefined && values['followUp'] !== undefined)
    .filter((one) => findFollowUpDay(one) === undefined && isLatest(one))
    .sort((a, b) => finishedAt(a) - finishedAt(b));
}

/** What somebody asks to be mended stands with the news, with the way to the very place. */
function isDraft(view: RecordView): boolean {
  const isLodged = findLodging(view)?.state === 'lodged';
  return view.values['finishedAt'] === undefined && !isLodged && !hasRequest(view.values);
}

const PARTS: readonly AgendaItem['part'][] = ['morning', undefined, 'afternoon'];

function byTime(a: AgendaItem, b: AgendaItem): number {
  return a.day.localeCompare(b.day) || PARTS.indexOf(a.part) - PARTS.indexOf(b.part);
}

export function isOpen(session: RecordView): boolean {
  return session.values['openedAt'] !== undefined && session.values['closedAt'] === undefined;
}

/** Open ones first, then the latest. */
function byOpening(a: RecordView, b: RecordView): number {
  const open = Number(isOpen(b)) - Number(isOpen(a));
  return open || Number(b.values['openedAt'] ?? 0) - Number(a.values['openedAt'] ?? 0);
}

export function findLodging(dossier: RecordView): Lodging | undefined {
  return dossier.values['lodging'] as Lodging | undefined;
}

interface Appointment {
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  readonly place: string;
}

/** Where it is gone on with: an account at the very step that has no answer yet. */
export function findHref(item: BegunItem): string {
  if (item.type === 'person') return item.href;
  const { type, view } = item;
  return type === 'account' ? `/nguoi-dan/${getCitizenId(view)}/tai-khoan` : `/ho-so/${view.record}`;
}

export function getCitizenId(view: RecordView): RecordId {
  return view.values['citizen'] as RecordId;
}
