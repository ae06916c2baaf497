/** Whose hands a record is in, worked out from the device's disk: the lowest of its parts, and never more than is true. */
import type { SetAside } from '#shared/contracts/sync';
import { isServerLost, listUnmended } from '#shared/custody/device-disk';
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
  /** At the server unopened, since the commune has withdrawn this device: a person decides. */
  readonly quarantined: boolean;
  /** Stored by the server but not obeyed: the author must mend it. */
  readonly setAside?: SetAside;
  /** Nobody has said yet that it may go: it waits for a person and for no line. */
  readonly unconfirmed?: true;
  /** Not on this device, but the commune has all of it, straight from memory. */
  readonly received?: true;
  /** The last save of it failed; what was typed is still in memory. */
  readonly trouble?: SaveTrouble;
}

export interface CustodyParts {
  readonly isTyping: boolean;
  /** This device has written some of it. */
  readonly isOwn: boolean;
  readonly piecesHere: number;
  readonly trouble: SaveTrouble | undefined;
  readonly isUnconfirmed?: boolean;
  readonly isReceived?: boolean;
}

const places = new WeakMap<DeviceDisk, ReadonlyMap<RecordId, number>>();

/** Where the commune has lost what was let go of here, nobody can say that a record without a place left is there. */
export function readCustody(disk: DeviceDisk, record: RecordId, parts: CustodyParts): RecordCustody {
  const lastSeq = getPlaces(disk).get(record) ?? 0;
  const isLost = parts.isOwn && lastSeq === 0 && isServerLost(disk);
  const waits = disk.slots[record] !== undefined || lastSeq > disk.acked || isLost;
  const text = parts.isTyping ? 'typing' : waits ? 'onDevice' : 'atServer';
  const isUnopened =
    text === 'onDevice' && disk.slots[record] === undefined && lastSeq > 0 && lastSeq <= disk.held;
  const setAside = listUnmended(disk, record).at(-1);
  return {
    transport: text === 'atServer' && parts.piecesHere > 0 ? 'onDevice' : text,
    text,
    piecesHere: parts.piecesHere,
    held: isUnopened && disk.standing !== 'revoked',
    quarantined: isUnopened && disk.standing === 'revoked',
    ...(setAside && { setAside }),
    ...(parts.isUnconfirmed === true && { unconfirmed: true }),
    ...(parts.isReceived === true && { received: true }),
    ...(parts.trouble && { trouble: parts.trouble }),
  };
}

/** Worked out once per disk: a list of forty records must not walk the queue forty times. */
function getPlaces(disk: DeviceDisk): ReadonlyMap<RecordId, number> {
  const known = places.get(disk);
  if (known) return known;
  const found = new Map(disk.queue.map(({ record, seq }) => [record, seq]));
  places.set(disk, found);
  return found;
}
