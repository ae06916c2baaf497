/** The device core: saving, queueing, sending and releasing as one reducer. Knows no clock, database, key or network. */
import type { DeviceId } from '../ids.ts';
import { acceptAnswer } from './device-answer.ts';
import { acceptCommitted, acceptFailed, acceptRefused, saveSealed } from './device-commit.ts';
import { createDeviceDisk } from './device-disk.ts';
import { beginHold, endHold, markSlot } from './device-hold.ts';
import { acceptChained, askQueueing, continueQueueing } from './device-queue.ts';
import { acceptSendFailure, askSend, continueSending, releaseCiphertext } from './device-send.ts';
import type { DeviceDisk, DeviceEvent, DeviceMemory, DeviceState, DeviceStep } from './device-types.ts';

const FRESH: DeviceMemory = {
  pending: {},
  asked: [],
  chaining: null,
  holding: [],
  confirmed: [],
  wish: null,
  nextTicket: 1,
  nextRequest: 1,
  inFlight: null,
  failures: 0,
  staleNonces: 0,
  notBefore: 0,
};

/** A device that has just been enrolled: nothing saved, nothing said. */
export function createDeviceState(device: DeviceId): DeviceState {
  return loadDeviceState(createDeviceDisk(device));
}

/** A page that has just been opened: the disk as it was found, nothing under way. */
export function loadDeviceState(disk: DeviceDisk): DeviceState {
  return { disk, memory: FRESH };
}

/** One event; its effects are to be run in their order. What the event made possible is begun in the same step. */
export function stepDevice(state: DeviceState, event: DeviceEvent): DeviceStep {
  const handled = handleEvent(state, event);
  const queueing = continueQueueing(handled.state);
  const sending = continueSending(queueing.state);
  return {
    state: sending.state,
    effects: [...handled.effects, ...queueing.effects, ...sending.effects],
  };
}

function handleEvent(state: DeviceState, event: DeviceEvent): DeviceStep {
  switch (event.type) {
    case 'sealed':
      return saveSealed(state, { ...event, slot: markSlot(state, event.slot) });
    case 'committed':
      return acceptCommitted(state, event);
    case 'commitRefused':
      return acceptRefused(state, event);
    case 'commitFailed':
      return acceptFailed(state, event);
    case 'reloaded':
      return { state: { ...state, disk: event.disk }, effects: [] };
    case 'queueAsked':
      return { state: askQueueing(state, [event.record]), effects: [] };
    case 'holdBegun':
      return { state: beginHold(state, event.record), effects: [] };
    case 'holdEnded':
      return { state: endHold(state, event.record), effects: [] };
    case 'chained':
      return acceptChained(state, event);
    case 'sendAsked':
      return askSend(state, event);
    case 'answered':
      return acceptAnswer(state, event);
    case 'sendFailed':
      return acceptSendFailure(state, event);
    case 'releaseAsked':
      return releaseCiphertext(state, event);
  }
}
