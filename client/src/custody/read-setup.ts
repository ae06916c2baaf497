/** One citizen's way through the account steps, as facts: what came of each step and who acted. */
import type { RecordId } from '#shared/ids';
import type { ActedBy } from '#shared/model/field-kinds';
import type { AccountStep } from '#shared/model/account-setup';
import { listEntries } from '#shared/model/collection';
import type { RecordView } from './record-store.ts';

export interface SetupFacts {
  readonly record: RecordId;
  /** Step id → outcome id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly actors: Readonly<Record<string, ActedBy | undefined>>;
  readonly finishedAt: number | undefined;
  /** yyyy-mm-dd: agreed with the person for going to the police. */
  readonly policeDay: string | undefined;
}

export function readSetup({ record, values }: RecordView): SetupFacts {
  const steps = listEntries<AccountStep>(values, 'steps');
  return {
    record,
    answers: Object.fromEntries(steps.map(([id, step]) => [id, step.outcome])),
    actors: Object.fromEntries(steps.map(([id, step]) => [id, step.actedBy])),
    finishedAt: typeof values['finishedAt'] === 'number' ? values['finishedAt'] : undefined,
    policeDay: typeof values['policeDay'] === 'string' ? values['policeDay'] : undefined,
  };
}

/** The one to go on with: whichever is not finished, else the one that was finished last. `own`: the person's records. */
export function findSetup(records: readonly RecordView[], own: ReadonlySet<string>): SetupFacts | undefined {
  const setups = records.filter(({ values }) => own.has(String(values['citizen']))).map(readSetup);
  const unfinished = setups.find((setup) => setup.finishedAt === undefined);
  return unfinished ?? setups.sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))[0];
}
