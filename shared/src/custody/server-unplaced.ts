/**
 * What a device hands in that its own disk refuses: obeyed at once, without a place in its sequence, since a place that a disk
 * does not know of would be given twice (docs/decisions/0009). Said again in its place later, it is no second word.
 */
import type { ErrorCode } from '../contracts/error-codes.ts';
import { findFault, obeyOperation } from './server.ts';
import { openDraft, type ServerDraft } from './server-draft.ts';
import type { DeviceRow, OpenedBatch, OpenedItem, ServerSlice, UnplacedPlan } from './server-types.ts';

/** Only as what would come next: of a device that has gone on, what it had before must not come over what it said since. */
export function applyUnplaced(slice: ServerSlice, opened: OpenedBatch): UnplacedPlan {
  const { device } = slice;
  const refused = findRefusal(device, opened);
  if (refused) return { writes: [], outcomes: opened.items.map(() => refused) };
  // Its author may lose what is in memory before the disk has it: then it is read back.
  const draft = openDraft(slice, { now: opened.now, tellAuthor: true });
  const outcomes = opened.items.map((item) => obeyUnplaced(draft, device, item));
  return { writes: draft.writes, outcomes };
}

function findRefusal(device: DeviceRow, { from, prev }: OpenedBatch): ErrorCode | undefined {
  if (device.standing === 'waiting') return 'deviceWaiting';
  if (device.standing === 'revoked') return 'deviceRevoked';
  if (device.forked) return 'historyForked';
  if (from > device.lastSeq + 1) return 'sequenceGap';
  if (from <= device.lastSeq) return 'overtaken';
  return prev === device.head ? undefined : 'chainBroken';
}

function obeyUnplaced(
  draft: ServerDraft,
  device: DeviceRow,
  { opId, content }: OpenedItem,
): ErrorCode | null {
  if (!content.ok) return content.code;
  const fault = findFault(draft, device, content.op);
  if (fault) return fault.code;
  const { op } = content;
  draft.writes.push({ type: 'noteUnplaced', record: op.record });
  obeyOperation(draft, op, { device: device.device, seq: draft.communeSeq + 1, unplaced: opId });
  return null;
}
