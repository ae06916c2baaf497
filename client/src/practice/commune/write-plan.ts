/** Puts down what the server core plans, and begins or recalls what is on its way to the portal. Decides nothing. */
import { createForward } from '#shared/custody/forwarder-state';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { ServerWrite } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Route } from '#shared/model/dossier';
import type { CommuneState, StoredOp } from './commune-state.ts';

/** `now`: milliseconds. A plan goes down whole. */
export function writePlan(state: CommuneState, writes: readonly ServerWrite[], now: number): CommuneState {
  return writes.reduce((after, write) => writeIntent(after, write, now), writes.reduce(writeOne, state));
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
      return putNumber(state, write.dossierNo, write.record);
    case 'dropNumber':
      return { ...state, numbers: dropNumber(state, write.dossierNo) };
    case 'putIntent':
      return {
        ...state,
        references: [...state.references, { reference: write.reference, record: write.record }],
      };
    case 'noteUnplaced':
    case 'withdrawIntent':
      return state;
  }
}

function putNumber(state: CommuneState, dossierNo: string, record: RecordId): CommuneState {
  return { ...state, numbers: [...dropNumber(state, dossierNo), { dossierNo, record }] };
}

function dropNumber({ numbers }: CommuneState, dossierNo: string): CommuneState['numbers'] {
  return numbers.filter((one) => one.dossierNo !== dossierNo);
}

function noteSetAside(op: StoredOp, setAside: NonNullable<StoredOp['setAside']>): StoredOp {
  return op.seq === setAside.seq ? { ...op, setAside } : op;
}

/** After the records of the same plan, which say by which route a dossier goes. */
function writeIntent(state: CommuneState, write: ServerWrite, now: number): CommuneState {
  if (write.type === 'putIntent') {
    const { reference, record, queryFirst } = write;
    const route = state.records[record]?.fields['route']?.value as Route;
    return putForward(state, createForward({ reference, record, route, queryFirst, payloadHash: '', now }));
  }
  const row = write.type === 'withdrawIntent' ? state.forwards[write.reference] : undefined;
  // Only a wish on the row: the forwarder finds it there, and knows what it means.
  const isOpen = row && row.phase !== 'withdrawn';
  return isOpen ? putForward(state, { ...row, withdrawAsked: true, dueAt: now }) : state;
}

export function putForward(state: CommuneState, row: ForwardState): CommuneState {
  return { ...state, forwards: { ...state.forwards, [row.reference]: row } };
}
