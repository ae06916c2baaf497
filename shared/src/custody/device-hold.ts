/**
 * What its person may still refuse. Whoever writes such a record holds it: every save of it is marked on the disk, and a marked
 * slot is given its place only at a page where somebody who held it is done. No other page, send or restart gives it one.
 */
import type { RecordId } from '../ids.ts';
import { findPendingSave, remember } from './device-commit.ts';
import type { DeviceState, SlotMeta } from './device-types.ts';

export function beginHold(state: DeviceState, record: RecordId): DeviceState {
  const { holding, confirmed } = state.memory;
  return remember(state, {
    holding: [...without(holding, record), record],
    confirmed: without(confirmed, record),
  });
}

/** Somebody is done. Of what this page does not hold nobody here can be. */
export function endHold(state: DeviceState, record: RecordId): DeviceState {
  const { holding, confirmed } = state.memory;
  if (!holding.includes(record)) return state;
  return remember(state, { holding: without(holding, record), confirmed: [...confirmed, record] });
}

/** As this save is to lie on the disk: another page's save of a marked record is marked as well. */
export function markSlot(state: DeviceState, { unconfirmed: _, ...slot }: SlotMeta): SlotMeta {
  const { record } = slot;
  const { holding, confirmed } = state.memory;
  const isMarked = holding.includes(record) || (isHeldOnDisk(state, record) && !confirmed.includes(record));
  return isMarked ? { ...slot, unconfirmed: true } : slot;
}

export function mayBePlaced(state: DeviceState, { record, unconfirmed }: SlotMeta): boolean {
  return unconfirmed !== true || state.memory.confirmed.includes(record);
}

/** Still to be refused or confirmed, as far as this page knows. */
export function isUnconfirmed({ disk, memory }: DeviceState, record: RecordId): boolean {
  return disk.slots[record]?.unconfirmed === true && !memory.confirmed.includes(record);
}

/** Somebody at this page is in the middle of it, or it is unconfirmed: nothing of it may leave. */
export function isHeld(state: DeviceState, record: RecordId): boolean {
  return state.memory.holding.includes(record) || isUnconfirmed(state, record);
}

/** A yes goes with the slot that it was said to: the next hold of the same record is another matter. */
export function forgetSpent(state: DeviceState): DeviceState {
  const { confirmed } = state.memory;
  const left = confirmed.filter((record) => isHeldOnDisk(state, record));
  return left.length === confirmed.length ? state : remember(state, { confirmed: left });
}

function isHeldOnDisk(state: DeviceState, record: RecordId): boolean {
  const slots = [state.disk.slots[record], findPendingSave(state, record)];
  return slots.some((slot) => slot?.unconfirmed === true);
}

function without(records: readonly RecordId[], record: RecordId): readonly RecordId[] {
  return records.filter((one) => one !== record);
}
