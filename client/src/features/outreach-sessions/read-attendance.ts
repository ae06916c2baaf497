/** One phone's list of who came, as facts; and the one line that says whose phone it is. Adds nothing up. */
import type { RecordId } from '#shared/ids';
import type { Head, Visitor } from '#shared/model/attendance';
import { listEntries } from '#shared/model/collection';
import type { RecordView } from '../../custody/record-store.ts';

export interface AttendanceList {
  readonly record: RecordId;
  readonly session: string;
  /** Id of the phone that keeps this list. */
  readonly device: string;
  /** Whoever held it when the list was begun. */
  readonly owner: string;
  readonly heads: readonly (readonly [key: string, head: Head])[];
  readonly visitors: readonly (readonly [number: string, visitor: Visitor])[];
}

export function readAttendance({ record, values }: RecordView): AttendanceList {
  const [device = '', ...owner] = String(values['machine'] ?? '').split(' ');
  return {
    record,
    session: String(values['session'] ?? ''),
    device,
    owner: owner.join(' '),
    heads: listEntries<Head>(values, 'heads'),
    visitors: listEntries<Visitor>(values, 'visitors'),
  };
}

/** The device first, so that a phone finds its own list again; then a name, for people. At most 200 characters. */
export function writeMachine(device: string, owner: string): string {
  return `${device} ${owner}`.slice(0, 200);
}
