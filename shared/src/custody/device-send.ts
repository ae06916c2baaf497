/** Sending what is queued, in order, one request at a time. Removes nothing: only an answer moves anything. */
import { askQueueing } from './device-queue.ts';
import { beginCommit, remember } from './device-commit.ts';
import { ENCAPSULATION_BYTES, LIMITS } from '../model/envelope.ts';
import type {
  DeviceDisk,
  DeviceEvent,
  DeviceState,
  DeviceStep,
  QueuedMeta,
  SendWish,
} from './device-types.ts';
import type { RecordId } from '../ids.ts';

type EventOf<T extends DeviceEvent['type']> = Extract<DeviceEvent, { type: T }>;

/** Outside the seal an item costs its id, numbers and CBOR heads. */
const ITEM_OVERHEAD = 32;
const FIRST_BACK_OFF = 2_000;
const LONGEST_BACK_OFF = 300_000;
const STALE_NONCES_AT_ONCE = 3;

/** What lies in slots is queued first, but for what somebody may still refuse: the sender sends what was typed so far. */
export function askSend(state: DeviceState, event: EventOf<'sendAsked'>): DeviceStep {
  if (state.memory.inFlight) return { state, effects: [] };
  const { now, unlocked, poll, lineBytes } = event;
  if (now < state.memory.notBefore && event.urgent !== true) {
    return { state, effects: [{ type: 'wake', at: state.memory.notBefore }] };
  }
  // Of two histories nothing more is sent; but it is asked whether a person has decided.
  const slots = state.disk.forked ? [] : (Object.keys(state.disk.slots) as RecordId[]);
  const queued = askQueueing(state, slots);
  return { state: remember(queued, { wish: { now, unlocked, poll, lineBytes } }), effects: [] };
}

/** Sends once nothing waits for its place any more. */
export function continueSending(state: DeviceState): DeviceStep {
  const { wish, asked, chaining, inFlight } = state.memory;
  if (!wish || chaining !== null || asked.length > 0 || inFlight) return { state, effects: [] };
  const items = state.disk.forked ? [] : listBatch(state.disk, wish.lineBytes);
  const settled = remember(state, { wish: null });
  if (items.length === 0 && !wish.poll) return { state: settled, effects: [] };
  const request = state.memory.nextRequest;
  const from = items[0]?.seq ?? state.disk.head.seq + 1;
  return {
    state: remember(settled, {
      nextRequest: request + 1,
      inFlight: { request, from, to: from + items.length - 1 },
    }),
    effects: [
      {
        type: 'send',
        request,
        from,
        prev: items[0]?.prev ?? state.disk.head.hash,
        items,
        ...(wish.unlocked && { cursor: getCursor(state.disk) }),
      },
    ],
  };
}

function getCursor(disk: DeviceDisk): { incarnation: string | null; seq: number } {
  return { incarnation: disk.incarnation, seq: disk.cursor };
}

/** The unacknowledged items in order, within the limits and what the line carries; at least one, so that none is stuck. */
function listBatch(disk: DeviceDisk, lineBytes: SendWish['lineBytes']): QueuedMeta[] {
  const budget = Math.min(LIMITS.batchBytes, lineBytes > 0 ? lineBytes : LIMITS.defaultBatchBytes);
  const floor = Math.max(disk.acked, disk.held);
  const batch: QueuedMeta[] = [];
  const encapsulations = new Set<string>();
  let bytes = 0;
  for (const item of disk.queue) {
    if (item.seq <= floor) continue;
    const encapsulation = encapsulations.has(item.encapsulation) ? 0 : ENCAPSULATION_BYTES;
    bytes += item.length + ITEM_OVERHEAD + encapsulation;
    if (batch.length >= LIMITS.itemsPerBatch || (batch.length > 0 && bytes > budget)) break;
    encapsulations.add(item.encapsulation);
    batch.push(item);
  }
  return batch;
}

/** Full jitter under a doubling ceiling; a nonce that has gone stale is worth a few tries at once. */
export function acceptSendFailure(state: DeviceState, event: EventOf<'sendFailed'>): DeviceStep {
  const { memory } = state;
  if (memory.inFlight?.request !== event.request) return { state, effects: [] };
  if (event.fault === 'nonceStale' && memory.staleNonces < STALE_NONCES_AT_ONCE) {
    return {
      state: remember(state, { inFlight: null, staleNonces: memory.staleNonces + 1, notBefore: event.now }),
      effects: [{ type: 'wake', at: event.now }],
    };
  }
  const failures = memory.failures + 1;
  const notBefore = event.now + getBackOff(failures, event.jitter);
  return {
    state: remember(state, { inFlight: null, failures, notBefore }),
    effects: [{ type: 'wake', at: notBefore }],
  };
}

/** Milliseconds, at least one second, so that no phone hammers a server that is down. */
export function getBackOff(failures: number, jitter: number): number {
  const ceiling = Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** Math.min(failures, 20));
  return 1_000 + Math.floor(jitter * ceiling);
}

/** Ciphertext goes only when acknowledged, within a verified backup, and no longer needed by its dossier. */
export function releaseCiphertext(state: DeviceState, event: EventOf<'releaseAsked'>): DeviceStep {
  const { acked, backedUp, queue, incarnation } = state.disk;
  const upTo = Math.min(acked, backedUp, event.keepFrom - 1);
  const first = queue[0];
  if (!first || first.seq > upTo) return { state, effects: [] };
  return beginCommit(state, {
    durability: 'relaxed',
    writes: [{ type: 'deleteQueued', upTo }],
    expect: { ackedAtLeast: upTo, incarnation },
    attempt: 1,
    shows: [],
  });
}
