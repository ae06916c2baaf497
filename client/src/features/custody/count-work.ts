/** How many pieces of work a day had, as a person would count them, and whether the commune has every one. Pure. */
import { getVietnamInstant } from '#shared/rules/office-days';
import type { Json } from '#shared/model/operation';
import type { RecordCustody } from '../../custody/record-custody.ts';
import type { RecordView } from '../../custody/record-store.ts';

const DAY_MS = 86_400_000;

/** Other records of the same piece of work: a list of heads is its session, a scan its dossier, a yes its person. */
const BELONGS_TO: Readonly<Record<string, string>> = {
  attendance: 'session',
  paper: 'dossier',
  consent: 'citizen',
};

/** `day`: yyyy-mm-dd. Counts what bears an instant of that day which a person of the team wrote. */
export function countWork(records: readonly RecordView[], day: string): number {
  const from = getVietnamInstant(day, '00:00');
  const isOfDay = (value: unknown): boolean =>
    typeof value === 'number' && value >= from && value < from + DAY_MS;
  const wasTouched = ({ values }: RecordView): boolean =>
    Object.entries(values).some(([path, value]) => path !== 'lodging' && isOfDay(findInstant(value)));
  return new Set(records.filter(wasTouched).map(nameWork)).size;
}

function findInstant(value: Json | undefined): unknown {
  if (typeof value !== 'object' || value === null || !('at' in value)) return value;
  return value.at;
}

function nameWork({ collection, record, values }: RecordView): string {
  const owner = values[BELONGS_TO[collection] ?? ''];
  return typeof owner === 'string' ? owner : record;
}

/** Received, obeyed, and with every scan: nothing of it is on this phone only. */
export function isWhole({
  transport,
  piecesHere,
  held,
  quarantined,
  setAside,
  trouble,
}: RecordCustody): boolean {
  return transport === 'atServer' && piecesHere === 0 && !held && !quarantined && !setAside && !trouble;
}
