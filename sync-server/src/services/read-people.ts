/** Whose yes a batch may take away or need: their consents and dossiers, read inside its transaction. Decides and writes nothing. */
import type { OpenedBatch, RecordState, ServerSlice } from '#shared/custody/server-types';
import { isId, type RecordId } from '#shared/ids';
import type { Operation } from '#shared/model/operation';
import { judgeConsents } from '#shared/rules/consent-standing';
import { listPersonRecords } from '#shared/rules/same-record';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import { readValues } from './read-fields.ts';
import { findRecordState } from './record-cipher.ts';

interface PeopleContext {
  readonly keys: KeyRing;
  readonly communeN: number;
  /** What the batch names and may write. */
  readonly states: ReadonlyMap<RecordId, RecordState>;
}

/**
 * Nothing for nearly every batch: a person is looked up only where a yes is taken back in it, or where one of their dossiers
 * is finished while no yes of theirs stands. Only then are all citizens read, for the other records of the same person.
 */
export function readPeople(
  tx: BatchTx,
  context: PeopleContext,
  { items }: OpenedBatch,
): Pick<ServerSlice, 'related' | 'persons'> {
  const ops = items.flatMap(({ content }) => (content.ok ? [content.op] : []));
  const withdrawing = listCitizens(ops.filter(takesBack), context, ops);
  const finishing = listCitizens(ops.filter(sendsOn), context, ops).filter(
    (citizen) => !withdrawing.includes(citizen) && isWithdrawn(tx, context, citizen),
  );
  const concerned = [...withdrawing, ...finishing];
  if (concerned.length === 0) return {};
  const citizens = list(tx, context, { collection: 'citizen' }).map(readValues);
  const persons = concerned.map((citizen) => [...listPersonRecords(citizens, citizen)] as RecordId[]);
  const related = new Map<RecordId, RecordState>();
  for (const citizen of new Set(persons.flat()))
    for (const collection of ['consent', 'dossier'])
      for (const state of list(tx, context, { collection, clear: { citizen } }))
        related.set(state.record, state);
  return { related: [...related.values()], persons };
}

function takesBack({ collection, patch }: Operation): boolean {
  return collection === 'consent' && (patch['withdrawnAt'] ?? null) !== null;
}

function sendsOn({ collection, patch }: Operation): boolean {
  return collection === 'dossier' && ['finishedAt', 'route', 'reference'].some((path) => path in patch);
}

/** As the operation says, an earlier one of the batch, or what is stored. */
function listCitizens(
  chosen: readonly Operation[],
  { states }: PeopleContext,
  ops: readonly Operation[],
): RecordId[] {
  const found = chosen.map(({ record }) => {
    const told = ops.find((op) => op.record === record && isId(op.patch['citizen']))?.patch['citizen'];
    return told ?? states.get(record)?.fields['citizen']?.value;
  });
  return [...new Set(found.filter((citizen) => isId(citizen)))] as RecordId[];
}

function isWithdrawn(tx: BatchTx, context: PeopleContext, citizen: RecordId): boolean {
  const consents = list(tx, context, { collection: 'consent', clear: { citizen } }).map(readValues);
  return judgeConsents(consents, 'prepare') === 'withdrawn';
}

/** What was erased is left out. */
function list(
  tx: BatchTx,
  { keys, communeN }: PeopleContext,
  which: { readonly collection: string; readonly clear?: Readonly<Record<string, string>> },
): RecordState[] {
  const records = tx.listRecords({ communeN, ...which });
  return records.flatMap((record) => findRecordState(keys, record) ?? []);
}
