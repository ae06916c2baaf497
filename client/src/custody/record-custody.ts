/** Whose hands a record is in, worked out from the device's disk: the lowest of its parts, and never more than is true. */
import type { SetAside } from '#shared/contracts/sync';
import type { DeviceDisk } from '#shared/custody/device-types';
import type { RecordId } from '#shared/ids';
import type { SaveTrouble } from './save-trouble.ts';

export type Transport = 'typing' | 'onDevice' | 'atServer';

export interface RecordCustody {
  /** The minimum over text and pieces. */
  readonly transport: Transport;
  /** Of the text alone: "✓✓ chữ · còn 2 ảnh trên máy". */
  readonly text: Transport;
  readonly piecesHere: number;
  /** At the server unopened, until the commune approves this device. */
  readonly held: boolean;
  /** Stored by the server but not obeyed: the author must mend it. */
  readonly setAside?: SetAside;
  /** The last save of it failed; what was typed is still in memory. */
  readonly trouble?: SaveTrouble;
}

export interface CustodyParts {
  readonly isTyping: boolean;
  readonly piecesHere: number;
  readonly trouble: SaveTrouble | undefined;
}

interface RecordPlace {
  readonly lastSeq: number;
  readonly setAside?: SetAside;
}

const places = new WeakMap<DeviceDisk, ReadonlyMap<RecordId, RecordPlace>>();

export function readCustody(disk: DeviceDisk, record: RecordId, parts: CustodyParts): RecordCustody {
  const place = getPlaces(disk).get(record);
  const lastSeq = place?.lastSeq ?? 0;
  const waits = disk.slots[record] !== undefined || lastSeq > disk.acked;
  const text = parts.isTyping ? 'typing' : waits ? 'onDevice' : 'atServer';
  return {
    transport: text === 'atServer' && parts.piecesHere > 0 ? 'onDevice' : text,
    text,
    piecesHere: parts.piecesHere,
    held: text === 'onDevice' && disk.slots[record] === undefined && lastSeq <= disk.held,
    ...(place?.setAside && { setAside: place.setAside }),
    ...(parts.trouble && { trouble: parts.trouble }),
  };
}

/** Worked out once per disk: a list of forty records must not walk the queue forty times. */
function getPlaces(disk: DeviceDisk): ReadonlyMap<RecordId, RecordPlace> {
  const known = places.get(disk);
  if (known) return known;
  const setAside = new Map(disk.setAside.map((one) => [one.seq, one]));
  const found = new Map<RecordId, RecordPlace>();
  for (const { record, seq } of disk.queue) {
    const reason = setAside.get(seq) ?? found.get(record)?.setAside;
    found.set(record, { lastSeq: seq, ...(reason && { setAside: reason }) });
  }
  places.set(disk, found);
  return found;
}
