/** Whom to tell what: results, numbers, refusals, papers that are wanted. The most urgent first. Pure; the day comes in. */
import type { RecordId } from '#shared/ids';
import { findDossierStatus } from '#shared/model/dossier-status';
import type { Lodging, Told } from '#shared/model/dossier';
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
export function listNews(dossiers: readonly RecordView[], today: string): readonly News[] {
  return dossiers
    .flatMap((dossier) => findNews(dossier, today) ?? [])
    .filter(({ kind, told }) => kind === 'mend' || told === undefined)
    .sort(byUrgency);
}

function findNews(dossier: RecordView, today: string): News | undefined {
  const lodging = findLodging(dossier);
  const request = findRequest(dossier.values);
  const found = lodging && (request ? nameRequest(request) : nameState(lodging));
  if (!found) return undefined;
  const told = dossier.values[`told/${found.key}`] as Told | null | undefined;
  return {
    ...found,
    ...{ dossier, lodging, request },
    citizen: getCitizenId(dossier),
    isOverdue: request?.due !== undefined && request.due < today,
    told: told ?? undefined,
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

/** Who took the paper to the team knows its number, who withdrew knows that, and a result in the hand is no news. */
function nameState({ state, status, statusAt = 0, evidence }: Lodging): Named | undefined {
  if (state !== 'lodged') return undefined;
  const kind = status === undefined ? 'lodged' : KINDS[findDossierStatus(status)?.identifier ?? ''];
  if (kind === undefined || (kind === 'lodged' && evidence === 'citizenShown')) return undefined;
  return { kind, key: kind === 'lodged' ? kind : `${kind}-${statusAt}` };
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
