/** What this phone holds of one person that a slip may speak of, as facts. Words nothing and writes nothing. */
import type { RecordId } from '#shared/ids';
import type { AccountStep } from '#shared/model/account-setup';
import type { Visitor } from '#shared/model/attendance';
import { listEntries } from '#shared/model/collection';
import type { DueOnReceipt, Lodging, RecordedNumber, Route } from '#shared/model/dossier';
import type { GuideAnswers } from '#shared/rules/account-guide';
import type { Answers } from '#shared/rules/fill-form';
import { getAgeRange, isPartialDate } from '#shared/rules/partial-date';
import { listPersonRecords } from '#shared/rules/same-record';
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
  readonly appointment: SlipAppointment | undefined;
  readonly reference: string | undefined;
  readonly finishedAt: number | undefined;
  readonly recordedNumber: RecordedNumber | undefined;
  readonly lodging: Lodging | undefined;
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
  return {
    citizen,
    name: typeof fullName === 'string' ? fullName : '',
    personalId: typeof personalId === 'string' ? personalId : undefined,
    age: isPartialDate(dateOfBirth) ? getAgeRange(dateOfBirth, today).oldest : undefined,
    steps: findSteps(records.listRecords('accountSetup').filter(isOwn)),
    mayReferToPolice: records.listRecords('consent').some((one) => isOwn(one) && isForPolice(one)),
    dossiers: records.listRecords('dossier').filter(isOwn).map(readDossier).sort(byNews),
  };
}

/** Of the way that is not finished, else of the one that was finished last. */
function findSteps(setups: readonly RecordView[]): GuideAnswers | undefined {
  const finishedAt = ({ values }: RecordView): number => Number(values['finishedAt'] ?? Infinity);
  const latest = [...setups].sort((a, b) => finishedAt(b) - finishedAt(a))[0];
  if (!latest) return undefined;
  const steps = listEntries<AccountStep>(latest.values, 'steps');
  return Object.fromEntries(steps.map(([id, step]) => [id, step.outcome]));
}

/** What is still in hand first, then what was finished last. */
function byNews(a: DossierFacts, b: DossierFacts): number {
  if (a.finishedAt === b.finishedAt) return 0;
  return (b.finishedAt ?? Infinity) - (a.finishedAt ?? Infinity);
}

function isForPolice({ values: { purposes, withdrawnAt } }: RecordView): boolean {
  return Array.isArray(purposes) && purposes.includes('policeReferral') && withdrawnAt === undefined;
}

function readDossier({ record, values }: RecordView): DossierFacts {
  const find = <T>(path: string): T | undefined => (values[path] ?? undefined) as T | undefined;
  return {
    record,
    procedure: find<string>('procedure') ?? '',
    answers: Object.fromEntries(listEntries<Answers[string]>(values, 'answers')),
    scanned: listEntries(values, 'papers').map(([document]) => document),
    papersNotNeeded: Object.fromEntries(listEntries<string>(values, 'papersNotNeeded')),
    route: find<Route>('route'),
    appointment: find<SlipAppointment>('appointment'),
    reference: find<string>('reference'),
    finishedAt: find<number>('finishedAt'),
    recordedNumber: find<RecordedNumber>('recordedNumber'),
    lodging: find<Lodging>('lodging'),
    due: find<DueOnReceipt>('dueOnReceipt'),
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
