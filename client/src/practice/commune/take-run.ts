/** Gives one opened run to the server core and puts down what it plans: the same rules as at a real commune, one phone wide. */
import { apply, planKeys } from '#shared/custody/server';
import type { OpenedBatch, ServerPlan, ServerSlice } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
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

function readSlice(state: CommuneState, { row }: CommuneDevice, opened: OpenedBatch): ServerSlice {
  const keys = planKeys(opened);
  const to = opened.from + opened.items.length - 1;
  const touched = new Set<RecordId>(keys.records);
  const { numbers, references } = state;
  return {
    device: row,
    known: state.ops.filter(({ seq }) => seq >= opened.from && seq <= to),
    records: keys.records.flatMap((record) => state.records[record] ?? []),
    communeSeq: state.communeSeq,
    numbers: numbers.filter(({ dossierNo }) => keys.dossierNumbers.includes(dossierNo)),
    references: references.filter(
      (row) => touched.has(row.record) || keys.references.includes(row.reference),
    ),
    hidden: [],
    bornOfRestore: false,
  };
}
