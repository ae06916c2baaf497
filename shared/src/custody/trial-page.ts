/** One tab over a disk that obeys expectations at once, for the device core's tests. Keeps every effect that it was given. */
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import { applyDeviceWrites, createDeviceDisk, meetsExpectation } from './device-disk.ts';
import { loadDeviceState, stepDevice } from './device.ts';
import type {
  AnswerFacts,
  DeviceDisk,
  DeviceEffect,
  DeviceEvent,
  DeviceState,
  SlotMeta,
} from './device-types.ts';

export const device = 'phone' as DeviceId;
export const record = (name: string) => name as RecordId;
export const op = (name: string) => name as OpId;
type EffectOf<T extends DeviceEffect['type']> = Extract<DeviceEffect, { type: T }>;

export class TrialPage {
  state: DeviceState;
  disk: DeviceDisk;
  effects: DeviceEffect[] = [];

  constructor(disk = createDeviceDisk(device)) {
    this.disk = disk;
    this.state = loadDeviceState(disk);
  }

  tell(event: DeviceEvent): void {
    const step = stepDevice(this.state, event);
    this.state = step.state;
    for (const effect of step.effects) {
      this.effects.push(effect);
      if (effect.type === 'commit') this.commit(effect);
      if (effect.type === 'chain') {
        const { record: name, seq, opId } = effect;
        this.tell({ type: 'chained', record: name, seq, opId, hash: `h${seq}` });
      }
    }
  }

  private commit({ ticket, expect: expected, writes }: EffectOf<'commit'>): void {
    if (!meetsExpectation(this.disk, expected)) {
      this.tell({ type: 'commitRefused', ticket, disk: this.disk });
      return;
    }
    this.disk = applyDeviceWrites(this.disk, writes);
    this.tell({ type: 'committed', ticket });
  }

  save(name: string, opId: string, replaces?: OpId | null): void {
    this.tell({ type: 'sealed', slot: makeSlot(name, opId), ...(replaces !== undefined && { replaces }) });
  }

  saveAndQueue(name: string, opId: string): void {
    this.save(name, opId);
    this.tell({ type: 'queueAsked', record: record(name) });
  }

  send(given: Partial<Extract<DeviceEvent, { type: 'sendAsked' }>> = {}): EffectOf<'send'> | undefined {
    const before = this.effects.length;
    this.tell({ type: 'sendAsked', now: 0, unlocked: true, poll: false, lineBytes: 0, ...given });
    return findEffect(this.effects.slice(before), 'send');
  }

  answer(facts: Partial<AnswerFacts>, now = 0): void {
    const request = this.state.memory.inFlight?.request ?? 0;
    const upTo = facts.upTo ?? 0;
    const plain: AnswerFacts = {
      upTo,
      held: false,
      incarnation: 'one',
      backedUp: 0,
      expected: upTo + 1,
      forked: false,
      standing: 'approved',
      setAside: [],
      missing: [],
    };
    this.tell({ type: 'answered', request, answer: { ...plain, ...facts }, now });
  }
}

export function makeSlot(name: string, opId: string, length = 100): SlotMeta {
  return {
    record: record(name),
    opId: op(opId),
    encapsulation: 'e1',
    keyId: 1,
    dictVersion: 1,
    cipherHash: `c${opId}`,
    length,
    since: 0,
  };
}

export function findEffect<T extends DeviceEffect['type']>(
  effects: readonly DeviceEffect[],
  type: T,
): EffectOf<T> | undefined {
  return effects.find((effect): effect is EffectOf<T> => effect.type === type);
}

export function listEffects<T extends DeviceEffect['type']>(
  effects: readonly DeviceEffect[],
  type: T,
): EffectOf<T>[] {
  return effects.filter((effect): effect is EffectOf<T> => effect.type === type);
}
