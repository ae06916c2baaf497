/** Whom to tell what: results, numbers, refusals, papers that are wanted. The most urgent first. Pure; the day comes in. */
import type { RecordId } from '#shared/ids';
import { findDossierStatus } from '#shared/model/dossier-status';
import { listEntries } from '#shared/model/collection';
import type { Lodging, NotedAtDesk, Told } from '#shared/model/dossier';
import type { HolidayCalendar } from '#shared/rules/office-days';
import { findRequest, type MendRequest } from '../../custody/find-request.ts';
import type { RecordView } from '../../custody/record-store.ts';
import { findLodging, getCitizenId } from './list-today.ts';

export type NewsKind = 'mend' | 'rejected' | 'stopped' | 'payment' | 'result' | 'lodged';

export interface News {
  /** The path segment under `told/`: one for each piece of news of a dossier. */
  readonly key: string;
  readonly kind: NewsKind;
  readonly dossier: RecordView;
  readonly citizen: RecordId;
  readonly lodging: Lodging;
  /** With `mend`. */
  readonly request: MendRequest | undefined;
  readonly isOverdue: boolean;
  readonly told: Told | undefined;
}

/** What is to be mended stays until the commune has it; all other news goes once somebody has told it. */
export function listNews(
  dossiers: readonly RecordView[],
  today: string,
  calendar: HolidayCalendar,
): readonly News[] {
  return dossiers
    .flatMap((dossier) => findNews(dossier, today, calendar) ?? [])
    .filter(({ kind, told }) => kind === 'mend' || told === undefined)
    .sort(byUrgency);
}

function findNews(dossier: RecordView, today: string, calendar: HolidayCalendar): News | undefined {
  const lodging = findLodging(dossier);
  const request = findRequest(dossier.values, calendar);
  const found = lodging && (request ? nameRequest(request) : nameState(lodging, readNotes(dossier)));
  if (!found) return undefined;
  const told = findTold(dossier, found);
  return {
    ...found,
    ...{ dossier, lodging, request },
    citizen: getCitizenId(dossier),
    isOverdue: request?.due !== undefined && request.due < today,
    told,
  };
}

type Named = Pick<News, 'key' | 'kind'>;

function nameRequest({ key }: MendRequest): Named {
  return { key: `mend-${key}`, kind: 'mend' };
}

const KINDS: Readonly<Record<string, NewsKind | undefined>> = {
  submitted: 'lodged',
  accepted: 'lodged',
  inProgress: 'lodged',
  rejected: 'rejected',
  stopped: 'stopped',
  paymentRequired: 'payment',
  resolved: 'result',
};

/** What the officer saw at the desk. */
interface Notes {
  readonly isHandedOver: boolean;
  /** When it was closed on the software; undefined where nobody has noted it. */
  readonly closedAt: number | undefined;
}

function readNotes({ values }: RecordView): Notes {
  const closed = values['closedOnSoftware'] as NotedAtDesk | null | undefined;
  return { isHandedOver: Boolean(values['handedOver']), closedAt: closed?.at };
}

/**
 * Who took the paper to the team knows its number, who withdrew knows that, and a result in the hand is no news. What was
 * taken at the counter or by post no portal may ever tell of: there the officer's word says that it is ready.
 */
function nameState(lodging: Lodging, notes: Notes): Named | undefined {
  const { state, status, statusAt = 0, evidence, wordBefore } = lodging;
  if (state !== 'lodged') return undefined;
  const word = wordBefore?.evidence ?? evidence;
  const told = status === undefined ? 'lodged' : KINDS[findDossierStatus(status)?.identifier ?? ''];
  const isReady = told === 'result' || (told === 'lodged' && notes.closedAt !== undefined);
  if (isReady) {
    const since = told === 'result' ? statusAt : (notes.closedAt ?? statusAt);
    return notes.isHandedOver ? undefined : { kind: 'result', key: `${RESULT}${since}` };
  }
  if (told === undefined || (told === 'lodged' && (word === 'citizenShown' || notes.isHandedOver)))
    return undefined;
  return { kind: told, key: told === 'lodged' ? told : `${told}-${statusAt}` };
}

const RESULT = 'result-';

/** The officer and the portal tell of one result at two instants: whoever was told of it once knows. */
function findTold({ values }: RecordView, { kind, key }: Named): Told | undefined {
  const entries = listEntries<Told>(values, 'told');
  const isIt = (name: string) => (kind === 'result' ? name.startsWith(RESULT) : name === key);
  return entries.find(([name]) => isIt(name))?.[1];
}

const ORDER: readonly NewsKind[] = ['mend', 'rejected', 'stopped', 'payment', 'result', 'lodged'];

/** What can lapse before what only waits, by its day; what was mended or told already last of its kind. */
function byUrgency(a: News, b: News): number {
  return (
    Number(isSettledHere(a)) - Number(isSettledHere(b)) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    (a.request?.due ?? LAST_DAY).localeCompare(b.request?.due ?? LAST_DAY) ||
    getSince(a) - getSince(b)
  );
}

const LAST_DAY = '9999-12-31';

function isSettledHere({ request }: News): boolean {
  return request?.isMended === true;
}

function getSince({ lodging }: News): number {
  return lodging.askedAt ?? lodging.statusAt ?? lodging.at;
}
