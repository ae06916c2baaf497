/** Gives one opened run to the server core and puts down what it plans: the same rules as at a real commune, one phone wide. */
import { apply, planKeys } from '#shared/custody/server';
import type { OpenedBatch, ServerPlan, ServerSlice, ServerWrite } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { CommuneDevice, CommuneState, StoredOp } from './commune-state.ts';

export interface Taken {
  readonly state: CommuneState;
  readonly reply: ServerPlan['reply'];
}

/** `state` must have a device. */
export function takeRun(state: CommuneState, device: CommuneDevice, opened: OpenedBatch): Taken {
  const plan = apply(readSlice(state, device, opened), opened);
  return { state: plan.writes.reduce(writeOne, state), reply: plan.reply };
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

function writeOne(state: CommuneState, write: ServerWrite): CommuneState {
  switch (write.type) {
    case 'putOperation':
    case 'holdOperation': {
      const { seq, opId, hash } = write;
      return { ...state, ops: [...state.ops, { seq, opId, hash }] };
    }
    case 'putSetAside':
      return { ...state, ops: state.ops.map((op) => noteSetAside(op, write.setAside)) };
    case 'putRecord':
      return { ...state, records: { ...state.records, [write.state.record]: write.state } };
    case 'putChange': {
      const { seq, record, origin } = write;
      return { ...state, communeSeq: seq, changes: [...state.changes, { seq, record, origin }] };
    }
    case 'putDevice': {
      const { lastSeq, head, forked } = write;
      const { device } = state;
      return device
        ? { ...state, device: { ...device, row: { ...device.row, lastSeq, head, forked } } }
        : state;
    }
    case 'putNumber':
      return { ...state, numbers: [...state.numbers, { dossierNo: write.dossierNo, record: write.record }] };
    case 'putIntent':
      return {
        ...state,
        references: [...state.references, { reference: write.reference, record: write.record }],
      };
    case 'withdrawIntent':
      // Nothing of practice was handed to a portal, so that nothing has to come back from it.
      return state;
  }
}

function noteSetAside(op: StoredOp, setAside: NonNullable<StoredOp['setAside']>): StoredOp {
  return op.seq === setAside.seq ? { ...op, setAside } : op;
}
