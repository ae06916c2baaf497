/** What belongs on the first screen today: drafts to go on with, sessions, appointments of the day and those that passed. Pure. */
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { hasRequest } from '../../custody/find-request.ts';
import { isToBeMended } from '#shared/rules/heads-word';
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

export interface TodayLists {
  /** The one that was begun last comes first. */
  readonly drafts: readonly RecordView[];
  readonly sessions: readonly RecordView[];
  /** What has passed first, then in the order of the day. */
  readonly agenda: readonly AgendaItem[];
  /** Sessions that the head has sent back and nobody has answered. */
  readonly returned: readonly RecordView[];
}

interface TodayInput {
  readonly dossiers: readonly RecordView[];
  readonly accounts: readonly RecordView[];
  readonly sessions: readonly RecordView[];
  /** The head's words. */
  readonly reviews: readonly RecordView[];
  /** yyyy-mm-dd on this device's clock: decides only what is shown first. */
  readonly today: string;
}

export function listToday({ dossiers, accounts, sessions, reviews, today }: TodayInput): TodayLists {
  const returned = sessions.filter((one) => isToBeMended(one, reviews));
  return {
    returned,
    drafts: dossiers.filter(isDraft).sort(byBeginning),
    sessions: sessions
      .filter((one) => !returned.includes(one) && (one.values['day'] === today || isOpen(one)))
      .sort(byOpening),
    agenda: listAgenda(dossiers, accounts, today).filter(({ day }) => day <= today),
  };
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
  const { followUpDay: day, followUp, finishedAt } = view.values;
  const isLeft = followUp !== undefined || finishedAt === undefined;
  if (typeof day !== 'string' || !isLeft) return undefined;
  return { type: 'account', view, day, part: undefined, place: '', isOverdue: day < today };
}

/** What somebody asks to be mended stands with the news, with the way to the very place. */
function isDraft(view: RecordView): boolean {
  const isLodged = findLodging(view)?.state === 'lodged';
  return view.values['finishedAt'] === undefined && !isLodged && !hasRequest(view.values);
}

function byBeginning(a: RecordView, b: RecordView): number {
  return Number(b.values['begunAt'] ?? 0) - Number(a.values['begunAt'] ?? 0);
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

export function getCitizenId(view: RecordView): RecordId {
  return view.values['citizen'] as RecordId;
}
