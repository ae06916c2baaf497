/** A prepared dossier as the desk needs it, read from the records on this device. Judges nothing and changes nothing. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import type {
  DueOnReceipt,
  Lodging,
  MendNote,
  NotedAtDesk,
  NumberChecked,
  RecordedNumber,
  Relative,
  Returned,
  Route,
} from '#shared/model/dossier';
import type { Patch } from '#shared/model/operation';
import type { Answers } from '#shared/rules/fill-form';
import type { Procedure } from '#shared/rules/procedure';
import type { RecordView } from '../../custody/record-store.ts';

export interface Appointment {
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  readonly place: string;
}

export interface PackCitizen {
  readonly record: string;
  readonly name: string;
  readonly personalId: string | undefined;
  readonly phone: string | undefined;
  readonly matchKey: string | undefined;
}

export interface Pack {
  readonly record: RecordId;
  readonly citizen: PackCitizen;
  readonly procedureCode: string;
  /** Undefined where this version of the catalogue does not know the code. */
  readonly procedure: Procedure | undefined;
  readonly route: Route | undefined;
  /** Who files on route C. */
  readonly relative: Relative | undefined;
  readonly appointment: Appointment | undefined;
  readonly reference: string | undefined;
  readonly finishedAt: number;
  readonly answers: Answers;
  /** Document id → attachment id. */
  readonly papers: Readonly<Record<string, string>>;
  /** Document id → why it may be left out. */
  readonly papersNotNeeded: Readonly<Record<string, string>>;
  readonly lodging: Lodging | undefined;
  readonly recorded: RecordedNumber | undefined;
  /** The last word about its number is that it was wrong. */
  readonly isNumberTakenAway: boolean;
  readonly numberChecked: NumberChecked | undefined;
  /** The last request of this office as this device knows it: it counts until the commune has answered. */
  readonly returned: Returned | undefined;
  /** Why the team has sent it again as it was. */
  readonly mendNote: MendNote | undefined;
  readonly due: DueOnReceipt | undefined;
  readonly handedOver: NotedAtDesk | undefined;
  readonly closed: NotedAtDesk | undefined;
}

/** The portal does not know the number, and nobody has compared it with the receipt yet. */
export function isNumberUnknown({
  lodging,
  numberChecked,
}: Pick<Pack, 'lodging' | 'numberChecked'>): boolean {
  const isAsked = lodging?.state === 'lodged' && lodging.notFoundAt !== undefined;
  return isAsked && numberChecked?.dossierNo !== lodging.dossierNo;
}

/** Taken away here, and the commune has not answered yet. What the portal itself says cannot be. */
export function isBeingTakenAway({ lodging, isNumberTakenAway }: Pack): boolean {
  return isNumberTakenAway && lodging?.state === 'lodged' && lodging.evidence !== 'portalRead';
}

type FindRecord = (record: RecordId) => RecordView | undefined;

/** Undefined for a dossier that is not finished: the office has no business with it yet. */
export function findPack({ record, values }: RecordView, find: FindRecord): Pack | undefined {
  const finishedAt = values['finishedAt'];
  if (typeof finishedAt !== 'number') return undefined;
  const procedureCode = findText(values, 'procedure') ?? '';
  return {
    record,
    finishedAt,
    procedureCode,
    procedure: findProcedure(procedureCode),
    citizen: readCitizen(findText(values, 'citizen') ?? '', find),
    route: findText(values, 'route') as Route | undefined,
    relative: values['relative'] as Relative | undefined,
    appointment: values['appointment'] as Appointment | undefined,
    reference: findText(values, 'reference'),
    answers: Object.fromEntries(listEntries<Answers[string]>(values, 'answers')),
    papers: Object.fromEntries(listEntries<string>(values, 'papers')),
    papersNotNeeded: Object.fromEntries(listEntries<string>(values, 'papersNotNeeded')),
    lodging: values['lodging'] as Lodging | undefined,
    recorded: values['recordedNumber'] as RecordedNumber | undefined,
    isNumberTakenAway: values['recordedNumber'] === null,
    numberChecked: (values['numberChecked'] ?? undefined) as NumberChecked | undefined,
    returned: findReturned(values),
    mendNote: values['mendNote'] as MendNote | undefined,
    due: (values['dueOnReceipt'] ?? undefined) as DueOnReceipt | undefined,
    handedOver: values['handedOver'] as NotedAtDesk | undefined,
    closed: values['closedOnSoftware'] as NotedAtDesk | undefined,
  };
}

/** The last one; what the team has mended since is over. */
function findReturned(values: Patch): Returned | undefined {
  const last = listEntries<Returned>(values, 'returned')
    .map(([, entry]) => entry)
    .reduce<Returned | undefined>((before, one) => (before && before.at > one.at ? before : one), undefined);
  return last && last.at !== values['mends'] ? last : undefined;
}

function readCitizen(record: string, find: FindRecord): PackCitizen {
  const values = find(record as RecordId)?.values ?? {};
  return {
    record,
    name: findText(values, 'fullName') ?? '',
    personalId: findText(values, 'personalId'),
    phone: findText(values, 'phone'),
    matchKey: findText(values, 'matchKey'),
  };
}

function findText(values: Patch, path: string): string | undefined {
  const value = values[path];
  return typeof value === 'string' ? value : undefined;
}
