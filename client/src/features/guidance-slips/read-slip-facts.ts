/** What this phone holds of one person that a slip may speak of, as facts. Words nothing and writes nothing. */
import type { RecordId } from '#shared/ids';
import type { AccountStep } from '#shared/model/account-setup';
import type { Visitor } from '#shared/model/attendance';
import { listEntries } from '#shared/model/collection';
import {
  type DueOnReceipt,
  isStoppedByWithdrawal,
  type Lodging,
  type RecordedNumber,
  type Relative,
  type Route,
} from '#shared/model/dossier';
import { mayGoOn } from '#shared/rules/consent-standing';
import type { GuideAnswers } from '#shared/rules/account-guide';
import type { Answers } from '#shared/rules/fill-form';
import { getAgeRange, isPartialDate } from '#shared/rules/partial-date';
import { listPersonRecords } from '#shared/rules/same-record';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import { isForPolice } from '../../custody/keep-referral.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';

export interface SlipAppointment {
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly part: 'morning' | 'afternoon';
  readonly place: string;
}

export interface DossierFacts {
  readonly record: RecordId;
  readonly procedure: string;
  /** Only to know which papers are called for: none of them stands on a slip. */
  readonly answers: Answers;
  /** Documents of which there is a scan. */
  readonly scanned: readonly string[];
  /** Document → why it may be left out. */
  readonly papersNotNeeded: Readonly<Record<string, string>>;
  readonly route: Route | undefined;
  /** Only to know whether an authorisation is called for: whoever files is named on no slip. */
  readonly relative?: Pick<Relative, 'kin'> | undefined;
  readonly appointment: SlipAppointment | undefined;
  readonly reference: string | undefined;
  readonly finishedAt: number | undefined;
  readonly recordedNumber: RecordedNumber | undefined;
  readonly lodging: Lodging | undefined;
  /** The person took the yes back, or never gave it: not lodged, and nobody goes on with it. */
  readonly isStopped?: boolean;
  /** As the official receipt has it. */
  readonly due: DueOnReceipt | undefined;
}

export interface SlipFacts {
  readonly citizen: RecordId;
  readonly name: string;
  readonly personalId: string | undefined;
  /** Whole years; undefined where no birth is known. */
  readonly age: number | undefined;
  /** Undefined where the account guide was never begun. */
  readonly steps: GuideAnswers | undefined;
  /** yyyy-mm-dd: the day that was agreed for going to the police. */
  readonly policeDay: string | undefined;
  /** The person agreed that the police may be told. */
  readonly mayReferToPolice: boolean;
  readonly dossiers: readonly DossierFacts[];
}

type Records = Pick<Work['store'], 'findRecord' | 'listRecords'>;

/** Undefined for somebody whom this phone does not know. `today`: yyyy-mm-dd in Vietnam. */
export function findSlipFacts(records: Records, citizen: RecordId, today: string): SlipFacts | undefined {
  const person = records.findRecord(citizen);
  if (person?.collection !== 'citizen') return undefined;
  const { fullName, personalId, dateOfBirth } = person.values;
  const own = listPersonRecords(records.listRecords('citizen'), citizen);
  const isOwn = ({ values }: RecordView): boolean => own.has(String(values['citizen']));
  const setup = findLatest(records.listRecords('accountSetup').filter(isOwn));
  return {
    citizen,
    name: typeof fullName === 'string' ? fullName : '',
    personalId: typeof personalId === 'string' ? personalId : undefined,
    age: isPartialDate(dateOfBirth) ? getAgeRange(dateOfBirth, today).oldest : undefined,
    steps: setup && readSteps(setup),
    policeDay: typeof setup?.values['policeDay'] === 'string' ? setup.values['policeDay'] : undefined,
    mayReferToPolice: records.listRecords('consent').some((one) => isOwn(one) && isForPolice(one)),
    dossiers: records
      .listRecords('dossier')
      .filter(isOwn)
      .map((view) => readDossier(view, mayGoOn(findPrepareStanding(records, citizen))))
      .sort(byNews),
  };
}

/** Of the way that is not finished, else of the one that was finished last. */
function findLatest(setups: readonly RecordView[]): RecordView | undefined {
  const finishedAt = ({ values }: RecordView): number => Number(values['finishedAt'] ?? Infinity);
  return [...setups].sort((a, b) => finishedAt(b) - finishedAt(a))[0];
}

function readSteps({ values }: RecordView): GuideAnswers {
  const steps = listEntries<AccountStep>(values, 'steps');
  return Object.fromEntries(steps.map(([id, step]) => [id, step.outcome]));
}

/** What is still in hand first, then what was finished last. */
function byNews(a: DossierFacts, b: DossierFacts): number {
  if (a.finishedAt === b.finishedAt) return 0;
  return (b.finishedAt ?? Infinity) - (a.finishedAt ?? Infinity);
}

function readDossier({ record, values }: RecordView, isGoingOn: boolean): DossierFacts {
  const find = <T>(path: string): T | undefined => (values[path] ?? undefined) as T | undefined;
  const lodging = find<Lodging>('lodging');
  const isStopped = lodging?.state !== 'lodged' && (!isGoingOn || isStoppedByWithdrawal(lodging));
  return {
    record,
    procedure: find<string>('procedure') ?? '',
    answers: Object.fromEntries(listEntries<Answers[string]>(values, 'answers')),
    scanned: listEntries(values, 'papers').map(([document]) => document),
    papersNotNeeded: Object.fromEntries(listEntries<string>(values, 'papersNotNeeded')),
    route: find<Route>('route'),
    relative: find<Relative>('relative'),
    appointment: find<SlipAppointment>('appointment'),
    reference: find<string>('reference'),
    finishedAt: find<number>('finishedAt'),
    recordedNumber: find<RecordedNumber>('recordedNumber'),
    lodging,
    due: find<DueOnReceipt>('dueOnReceipt'),
    ...(isStopped && { isStopped }),
  };
}

/** Everybody else in the queues of the sessions that this person came to, in the order of their numbers, each once. */
export function listCompanions(records: Records, citizen: RecordId): RecordId[] {
  const lists = records.listRecords('attendance').map(({ values }) => ({
    session: values['session'],
    visitors: listEntries<Visitor>(values, 'visitors'),
  }));
  const sessions = new Set(
    lists
      .filter(({ visitors }) => visitors.some(([, one]) => one.citizen === citizen))
      .map((one) => one.session),
  );
  const queue = lists
    .filter(({ session }) => sessions.has(session))
    .flatMap(({ visitors }) => visitors)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [...new Set(queue.map(([, one]) => one.citizen as RecordId))].filter((one) => one !== citizen);
}
