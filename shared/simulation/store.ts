/** The server's store as a log of transactions: power loss and restore are a shorter log. Knows no rule of custody. */
import type { ForwardState } from '../src/custody/forwarder-types.ts';
import type { Operation } from '../src/model/operation.ts';
import type { DeviceRow, RecordState, ServerWrite } from '../src/custody/server-types.ts';
import type { SetAside } from '../src/contracts/sync.ts';
import type { DeviceId, OpId, RecordId } from '../src/ids.ts';
import { Violation } from './violation.ts';

export interface StoredOp {
  readonly seq: number;
  readonly opId: OpId;
  readonly hash: string;
  readonly op: Operation | null;
  readonly held: boolean;
  readonly changeSeq: number | null;
  /** The server's life in which it was obeyed. */
  readonly incarnation: string;
  readonly setAside?: SetAside;
  readonly isTold?: true;
}

export interface ChangeRow {
  readonly seq: number;
  readonly record: RecordId;
  readonly origin: DeviceId | 'server';
}

export interface Tables {
  devices: Map<DeviceId, DeviceRow>;
  ops: Map<DeviceId, StoredOp[]>;
  records: Map<RecordId, RecordState>;
  changes: ChangeRow[];
  numbers: Map<string, RecordId>;
  references: Map<string, RecordId>;
  forwards: Map<string, ForwardState>;
  communeSeq: number;
  incarnation: string;
  incarnationStart: number;
}

export type StoreWrite =
  | { readonly type: 'server'; readonly device: DeviceId; readonly write: ServerWrite }
  | { readonly type: 'putForward'; readonly forward: ForwardState }
  | { readonly type: 'addDevice'; readonly row: DeviceRow }
  | { readonly type: 'putStanding'; readonly device: DeviceId; readonly standing: DeviceRow['standing'] }
  | { readonly type: 'markTold'; readonly device: DeviceId; readonly seqs: readonly number[] }
  | { readonly type: 'beginIncarnation'; readonly incarnation: string; readonly start: number };

export class Store {
  tables: Tables = createTables();
  private readonly log: (readonly StoreWrite[])[] = [];
  /** Transactions that a power cut leaves. */
  private flushed = 0;

  get length(): number {
    return this.log.length;
  }

  get flushedLength(): number {
    return this.flushed;
  }

  commit(writes: readonly StoreWrite[], durability: 'full' | 'normal'): void {
    this.log.push(writes);
    for (const write of writes) applyWrite(this.tables, write);
    if (durability === 'full') this.flush();
  }

  flush(): void {
    this.flushed = this.log.length;
  }

  /** The log as it was after `length` transactions. */
  cutTo(length: number): void {
    this.log.length = length;
    this.flushed = length;
    this.tables = createTables();
    for (const writes of this.log) for (const write of writes) applyWrite(this.tables, write);
  }
}

function createTables(): Tables {
  return {
    devices: new Map(),
    ops: new Map(),
    records: new Map(),
    changes: [],
    numbers: new Map(),
    references: new Map(),
    forwards: new Map(),
    communeSeq: 0,
    incarnation: 'first',
    incarnationStart: 0,
  };
}

function applyWrite(tables: Tables, write: StoreWrite): void {
  switch (write.type) {
    case 'server':
      applyServerWrite(tables, write.device, write.write);
      return;
    case 'putForward':
      tables.forwards.set(write.forward.reference, write.forward);
      return;
    case 'addDevice':
      tables.devices.set(write.row.device, write.row);
      return;
    case 'putStanding': {
      const row = tables.devices.get(write.device);
      if (row) tables.devices.set(write.device, { ...row, standing: write.standing });
      return;
    }
    case 'markTold': {
      const rows = tables.ops.get(write.device) ?? [];
      for (const seq of write.seqs) {
        const row = rows[seq - 1];
        if (row) rows[seq - 1] = { ...row, isTold: true };
      }
      return;
    }
    case 'beginIncarnation':
      tables.incarnation = write.incarnation;
      tables.communeSeq = write.start;
      tables.incarnationStart = write.start;
  }
}

function applyServerWrite(tables: Tables, device: DeviceId, write: ServerWrite): void {
  switch (write.type) {
    case 'putOperation': {
      const { seq, opId, hash, op, changeSeq } = write;
      const { incarnation } = tables;
      placeOperation(tables, device, { seq, opId, hash, op, changeSeq, incarnation, held: false });
      return;
    }
    case 'holdOperation': {
      const { seq, opId, hash } = write;
      const { incarnation } = tables;
      placeOperation(tables, device, { seq, opId, hash, op: null, changeSeq: null, incarnation, held: true });
      return;
    }
    case 'putSetAside': {
      const rows = tables.ops.get(device) ?? [];
      const row = rows[write.setAside.seq - 1];
      if (row) rows[write.setAside.seq - 1] = { ...row, setAside: write.setAside };
      return;
    }
    case 'putRecord':
      tables.records.set(write.state.record, write.state);
      return;
    case 'putChange':
      addChange(tables, write);
      return;
    case 'putDevice': {
      const row = tables.devices.get(device);
      const { lastSeq, head, forked } = write;
      if (row) tables.devices.set(device, { ...row, lastSeq, head, forked });
      return;
    }
    case 'putNumber':
      tables.numbers.set(write.dossierNo, write.record);
      return;
    case 'dropNumber':
      tables.numbers.delete(write.dossierNo);
      return;
    case 'putIntent':
      tables.references.set(write.reference, write.record);
      return;
    // Phones here hand nothing in without a place.
    case 'noteUnplaced':
    case 'withdrawIntent':
  }
}

/** The primary key of the real table, and its foreign one: what breaks them would be refused there. */
function placeOperation(tables: Tables, device: DeviceId, row: StoredOp): void {
  const rows = tables.ops.get(device) ?? [];
  tables.ops.set(device, rows);
  const known = rows[row.seq - 1];
  if (row.seq > rows.length + 1) {
    throw new Violation('I3', `${device} got place ${row.seq} after ${rows.length}`);
  }
  if (known && !(known.held && known.opId === row.opId && !row.held)) {
    throw new Violation('I3', `${device} got place ${row.seq} twice`);
  }
  rows[row.seq - 1] = row;
}

function addChange(tables: Tables, { seq, record, origin }: ChangeRow): void {
  const last = tables.changes.at(-1)?.seq ?? 0;
  if (seq <= last) throw new Violation('I3', `change ${seq} of the commune after ${last}`);
  tables.changes.push({ seq, record, origin });
  tables.communeSeq = seq;
}
