/** Giving a pending slot its place in the device's dense sequence. Needs no vault key and computes no hash itself. */
import type { OpId, RecordId } from '../ids.ts';
import { beginCommit, findPendingSave, remember } from './device-commit.ts';
import { forgetSpent, mayBePlaced } from './device-hold.ts';
import type { DeviceEvent, DeviceState, DeviceStep } from './device-types.ts';

type EventOf<T extends DeviceEvent['type']> = Extract<DeviceEvent, { type: T }>;

/** Asked again while its hash is being computed, the place is asked for again: the first answer may never come. */
export function askQueueing(state: DeviceState, records: readonly RecordId[]): DeviceState {
  const { asked, chaining } = state.memory;
  const added = records.filter((record) => !asked.includes(record));
  const again = chaining !== null && records.includes(chaining.record) && !isPlacing(state, chaining.opId);
  if (added.length === 0 && !again) return state;
  return remember(state, { asked: [...asked, ...added], ...(again && { chaining: null }) });
}

function isPlacing(state: DeviceState, opId: OpId): boolean {
  return Object.values(state.memory.pending).some((pending) =>
    pending.writes.some((write) => write.type === 'moveSlotToQueue' && write.queued.opId === opId),
  );
}

/** Starts the next place once the last one is given; a record whose save is under way waits for it. */
export function continueQueueing(before: DeviceState): DeviceStep {
  const state = forgetSpent(before);
  const { asked, chaining } = state.memory;
  if (chaining !== null || asked.length === 0) return { state, effects: [] };
  const waiting = asked.filter((record) => findPendingSave(state, record) !== undefined);
  const placeable = asked.flatMap((record) => state.disk.slots[record] ?? []);
  const slot = placeable.find((one) => !waiting.includes(one.record) && mayBePlaced(state, one));
  if (!slot) return { state: remember(state, { asked: waiting }), effects: [] };
  const { record, opId, cipherHash } = slot;
  const { seq, hash } = state.disk.head;
  return {
    state: remember(state, {
      asked: asked.filter((other) => other !== record),
      chaining: { record, opId },
    }),
    effects: [{ type: 'chain', record, seq: seq + 1, prev: hash, opId, cipherHash }],
  };
}

/** Compare and set: the place is taken only if neither the head nor the slot has moved meanwhile. */
export function acceptChained(state: DeviceState, event: EventOf<'chained'>): DeviceStep {
  const { chaining } = state.memory;
  if (chaining?.record !== event.record || chaining.opId !== event.opId) return { state, effects: [] };
  if (isPlacing(state, event.opId)) return { state, effects: [] };
  const { head, slots } = state.disk;
  const slot = slots[event.record];
  if (slot?.opId !== event.opId || head.seq !== event.seq - 1) {
    const asked = [event.record, ...state.memory.asked];
    return { state: remember(state, { chaining: null, asked }), effects: [] };
  }
  const { seq, hash } = event;
  const { unconfirmed: _, ...placed } = slot;
  return beginCommit(state, {
    durability: 'strict',
    writes: [
      { type: 'moveSlotToQueue', queued: { ...placed, seq, prev: head.hash, hash } },
      { type: 'putHead', seq, hash },
    ],
    expect: { headSeq: head.seq, slot: { record: slot.record, opId: slot.opId } },
    attempt: 1,
    shows: [],
  });
}
