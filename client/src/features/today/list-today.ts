/** What belongs on the first screen today: drafts to go on with, sessions and appointments of the day, news to tell. Pure. */
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { isToBeMended } from '#shared/rules/heads-word';
import type { RecordView } from '../../custody/record-store.ts';

export interface TodayLists {
  readonly drafts: readonly RecordView[];
  readonly sessions: readonly RecordView[];
  /** Sessions that the head has sent back and nobody has answered. */
  readonly returned: readonly RecordView[];
  readonly appointments: readonly RecordView[];
  /** Dossiers with a number or something to mend: somebody should walk over and say so. */
  readonly news: readonly RecordView[];
}

interface TodayInput {
  readonly dossiers: readonly RecordView[];
  readonly sessions: readonly RecordView[];
  /** The head's words. */
  readonly reviews: readonly RecordView[];
  /** yyyy-mm-dd on this device's clock: decides only what is shown first. */
  readonly today: string;
}

export function listToday({ dossiers, sessions, reviews, today }: TodayInput): TodayLists {
  const returned = sessions.filter((one) => isToBeMended(one, reviews));
  return {
    returned,
    drafts: dossiers.filter((one) => one.values['finishedAt'] === undefined),
    sessions: sessions
      .filter((one) => !returned.includes(one) && (one.values['day'] === today || isOpen(one)))
      .sort(byOpening),
    appointments: dossiers.filter(
      (one) => getAppointment(one)?.day === today && findLodging(one)?.state !== 'lodged',
    ),
    news: dossiers.filter((one) => ['lodged', 'needsFix'].includes(findLodging(one)?.state ?? '')),
  };
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

export function getAppointment(dossier: RecordView): Appointment | undefined {
  return dossier.values['appointment'] as Appointment | undefined;
}

export function getCitizenId(dossier: RecordView): RecordId {
  return dossier.values['citizen'] as RecordId;
}
