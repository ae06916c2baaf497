/** Gives one opened run to the server core and puts down what it plans: the same rules as at a real commune, one phone wide. */
import { apply, planKeys } from '#shared/custody/server';
import { applyUnplaced } from '#shared/custody/server-unplaced';
import type {
  OpenedBatch,
  RecordState,
  ServerPlan,
  ServerSlice,
  UnplacedPlan,
} from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { listPersonRecords } from '#shared/rules/same-record';
import type { CommuneDevice, CommuneState } from './commune-state.ts';
import { writePlan } from './write-plan.ts';

export interface Taken {
  readonly state: CommuneState;
  readonly reply: ServerPlan['reply'];
}

/** `state` must have a device. */
export function takeRun(state: CommuneState, device: CommuneDevice, opened: OpenedBatch): Taken {
  const plan = apply(readSlice(state, device, opened), opened);
  return { state: writePlan(state, plan.writes, opened.now), reply: plan.reply };
}

/** What this phone's disk refuses, as a real commune takes it. */
export function takeUnplaced(
  state: CommuneState,
  device: CommuneDevice,
  opened: OpenedBatch,
): { readonly state: CommuneState; readonly outcomes: UnplacedPlan['outcomes'] } {
  const { writes, outcomes } = applyUnplaced(readSlice(state, device, opened), opened);
  return { state: writePlan(state, writes, opened.now), outcomes };
}

function readSlice(state: CommuneState, { row }: CommuneDevice, opened: OpenedBatch): ServerSlice {
  const keys = planKeys(opened);
  const to = opened.from + opened.items.length - 1;
  const people = readPeople(state);
  const touched = new Set<RecordId>([...keys.records, ...people.related.map(({ record }) => record)]);
  const { numbers, references } = state;
  return {
    device: row,
    known: state.ops.filter(({ seq }) => seq >= opened.from && seq <= to),
    records: keys.records.flatMap((record) => state.records[record] ?? []),
    communeSeq: state.communeSeq,
    ...people,
    numbers: numbers.filter(({ dossierNo }) => keys.dossierNumbers.includes(dossierNo)),
    references: references.filter(
      (row) => touched.has(row.record) || keys.references.includes(row.reference),
    ),
    hidden: [],
    bornOfRestore: false,
  };
}

/** All of them: the commune of practice is one phone wide. */
function readPeople({ records }: CommuneState): { related: RecordState[]; persons: RecordId[][] } {
  const all = Object.values(records);
  const citizens = all
    .filter(({ collection }) => collection === 'citizen')
    .map(({ record, fields }) => {
      const values = Object.entries(fields).map(([path, { value }]) => [path, value] as const);
      return { record, values: Object.fromEntries(values) };
    });
  return {
    related: all.filter(({ collection }) => collection === 'consent' || collection === 'dossier'),
    persons: citizens.map(({ record }) => [...listPersonRecords(citizens, record)] as RecordId[]),
  };
}
