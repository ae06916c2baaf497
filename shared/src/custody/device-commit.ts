/** How the device core asks for a commit and what it does with its outcome. Knows no database. */
import type { OpId, RecordId } from '../ids.ts';
import { applyDeviceWrites } from './device-disk.ts';
import type {
  DeviceEffect,
  DeviceEvent,
  DeviceMemory,
  DeviceState,
  DeviceStep,
  PendingCommit,
  SlotMeta,
} from './device-types.ts';

/** Faults after which the same commit may be tried again on a fresh handle, and how often. */
const PASSING: readonly string[] = ['handleDead', 'openFailed', 'aborted'];
const MAX_ATTEMPTS = 3;

type EventOf<T extends DeviceEvent['type']> = Extract<DeviceEvent, { type: T }>;

export function remember(state: DeviceState, memory: Partial<DeviceMemory>): DeviceState {
  return { disk: state.disk, memory: { ...state.memory, ...memory } };
}

export function beginCommit(state: DeviceState, pending: PendingCommit): DeviceStep {
  const ticket = state.memory.nextTicket;
  const { durability, expect, writes } = pending;
  return {
    state: remember(state, {
      nextTicket: ticket + 1,
      pending: { ...state.memory.pending, [ticket]: pending },
    }),
    effects: [{ type: 'commit', ticket, durability, expect, writes }],
  };
}

/** A save is one strict commit of the record and its slot; only its completion may be shown. */
export function saveSealed(state: DeviceState, event: EventOf<'sealed'>): DeviceStep {
  const { slot } = event;
  const { record, opId } = slot;
  const replaced = event.replaces === undefined ? findSlotOpId(state, record) : event.replaces;
  return beginCommit(state, {
    durability: 'strict',
    writes: [
      { type: 'putRecord', record, opId },
      { type: 'putSlot', slot },
    ],
    expect: { slot: { record, opId: replaced } },
    attempt: 1,
    shows: [{ type: 'show', record, opId, custody: 'onDevice' }],
  });
}

/** What the slot will hold once this tab's commits that are under way are through. */
function findSlotOpId(state: DeviceState, record: RecordId): OpId | null {
  let found = state.disk.slots[record]?.opId ?? null;
  for (const pending of Object.values(state.memory.pending)) {
    for (const write of pending.writes) {
      if (write.type === 'putSlot' && write.slot.record === record) found = write.slot.opId;
      if (write.type === 'moveSlotToQueue' && write.queued.record === record) found = null;
    }
  }
  return found;
}

export function findPendingSave(state: DeviceState, record: RecordId): SlotMeta | undefined {
  for (const pending of Object.values(state.memory.pending)) {
    const slot = findSavedSlot(pending);
    if (slot?.record === record) return slot;
  }
  return undefined;
}

function findSavedSlot(pending: PendingCommit): SlotMeta | undefined {
  for (const write of pending.writes) if (write.type === 'putSlot') return write.slot;
  return undefined;
}

export function acceptCommitted(state: DeviceState, event: EventOf<'committed'>): DeviceStep {
  const taken = takePending(state, event.ticket);
  if (!taken) return { state, effects: [] };
  const { pending, rest } = taken;
  const disk = applyDeviceWrites(state.disk, pending.writes);
  return {
    state: { disk, memory: { ...rest.memory, chaining: afterQueueing(rest.memory, pending) } },
    effects: [...pending.shows, ...listWakes(pending)],
  };
}

/** Nothing was written: the disk as it is now decides what is still to be done. */
export function acceptRefused(state: DeviceState, event: EventOf<'commitRefused'>): DeviceStep {
  const taken = takePending(state, event.ticket);
  if (!taken) return { state: { ...state, disk: event.disk }, effects: [] };
  const { pending, rest } = taken;
  const { memory } = rest;
  const saved = findSavedSlot(pending);
  const fresh = { disk: event.disk, memory: { ...memory, chaining: afterQueueing(memory, pending) } };
  if (!saved) return { state: askAgain(fresh, pending), effects: listWakes(pending) };
  // A commit that was reported as failed may have gone through after all, and its repetition is then refused.
  if (holdsOperation(event.disk, saved)) return { state: fresh, effects: pending.shows };
  return { state: fresh, effects: [{ type: 'sealAgain', record: saved.record, opId: saved.opId }] };
}

function holdsOperation(disk: DeviceState['disk'], { record, opId }: SlotMeta): boolean {
  return disk.slots[record]?.opId === opId || disk.queue.some((item) => item.opId === opId);
}

function askAgain(state: DeviceState, pending: PendingCommit): DeviceState {
  const asked = pending.writes.flatMap((write) =>
    write.type === 'moveSlotToQueue' ? [write.queued.record] : [],
  );
  return asked.length === 0 ? state : remember(state, { asked: [...asked, ...state.memory.asked] });
}

/** A dead handle is reopened by the shell, so the same commit may follow; what stays failed is named on the screen. */
export function acceptFailed(state: DeviceState, event: EventOf<'commitFailed'>): DeviceStep {
  const taken = takePending(state, event.ticket);
  if (!taken) return { state, effects: [] };
  const { pending, rest } = taken;
  if (PASSING.includes(event.fault) && pending.attempt < MAX_ATTEMPTS) {
    return beginCommit(rest, { ...pending, attempt: pending.attempt + 1 });
  }
  const record = findSavedSlot(pending)?.record;
  return {
    state: remember(rest, { chaining: afterQueueing(rest.memory, pending) }),
    effects: [{ type: 'warn', fault: event.fault, ...(record !== undefined && { record }) }],
  };
}

function takePending(
  state: DeviceState,
  ticket: number,
): { pending: PendingCommit; rest: DeviceState } | undefined {
  const { [ticket]: pending, ...others } = state.memory.pending;
  return pending && { pending, rest: remember(state, { pending: others }) };
}

function afterQueueing(memory: DeviceMemory, pending: PendingCommit): DeviceMemory['chaining'] {
  return pending.writes.some((write) => write.type === 'moveSlotToQueue') ? null : memory.chaining;
}

function listWakes(pending: PendingCommit): DeviceEffect[] {
  return pending.wakeAt === undefined ? [] : [{ type: 'wake', at: pending.wakeAt }];
}
