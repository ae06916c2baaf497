import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import { LIMITS } from '../model/envelope.ts';
import { applyDeviceWrites, createDeviceDisk, meetsExpectation } from './device-disk.ts';
import { createDeviceState, loadDeviceState, stepDevice } from './device.ts';
import type { AnswerFacts, DeviceDisk, DeviceEffect, DeviceEvent, DeviceState } from './device-types.ts';

const device = 'phone' as DeviceId;
const record = (name: string) => name as RecordId;
const op = (name: string) => name as OpId;
type EffectOf<T extends DeviceEffect['type']> = Extract<DeviceEffect, { type: T }>;

/** One tab over a disk that obeys expectations at once; effects other than commits and hashes are collected. */
class Page {
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
    return find(this.effects.slice(before), 'send');
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

function makeSlot(name: string, opId: string, length = 100) {
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

function find<T extends DeviceEffect['type']>(
  effects: readonly DeviceEffect[],
  type: T,
): EffectOf<T> | undefined {
  return effects.find((effect): effect is EffectOf<T> => effect.type === type);
}

function list<T extends DeviceEffect['type']>(effects: readonly DeviceEffect[], type: T): EffectOf<T>[] {
  return effects.filter((effect): effect is EffectOf<T> => effect.type === type);
}

describe('saving on a phone', () => {
  it('shows a save only after its one strict commit of record and slot is through', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    expect(find(saved.effects, 'show')).toBeUndefined();
    const commit = find(saved.effects, 'commit');
    expect(commit?.durability).toBe('strict');
    expect(commit?.writes.map((write) => write.type)).toEqual(['putRecord', 'putSlot']);
    const done = stepDevice(saved.state, { type: 'committed', ticket: commit?.ticket ?? 0 });
    expect(find(done.effects, 'show')).toEqual({
      type: 'show',
      record: 'an',
      opId: 'o1',
      custody: 'onDevice',
    });
  });

  it('keeps one slot per record, which the next save replaces', () => {
    const page = new Page();
    page.save('an', 'o1');
    page.save('an', 'o2');
    page.save('binh', 'o3');
    expect(Object.values(page.disk.slots).map((slot) => slot.opId)).toEqual(['o2', 'o3']);
  });

  it('asks for the save again when another tab has put something else into the slot', () => {
    const one = new Page();
    one.save('an', 'o1');
    const other = new Page(one.disk);
    one.save('an', 'o2');
    other.disk = one.disk;
    other.save('an', 'o9');
    expect(other.disk.slots[record('an')]?.opId).toBe('o2');
    expect(find(other.effects, 'sealAgain')).toEqual({ type: 'sealAgain', record: 'an', opId: 'o9' });
    other.save('an', 'o10', op('o2'));
    expect(other.disk.slots[record('an')]?.opId).toBe('o10');
  });

  it('tries a dead handle three times and then names what was not saved', () => {
    let { state, effects } = stepDevice(createDeviceState(device), {
      type: 'sealed',
      slot: makeSlot('an', 'o1'),
    });
    for (let failure = 1; failure <= 3; failure++) {
      const ticket = find(effects, 'commit')?.ticket ?? 0;
      ({ state, effects } = stepDevice(state, { type: 'commitFailed', ticket, fault: 'handleDead' }));
    }
    expect(effects).toEqual([{ type: 'warn', fault: 'handleDead', record: 'an' }]);
    expect(state.memory.pending).toEqual({});
  });

  it('says at once that a full phone has not saved', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    const failed = stepDevice(saved.state, { type: 'commitFailed', ticket: 1, fault: 'quota' });
    expect(failed.effects).toEqual([{ type: 'warn', fault: 'quota', record: 'an' }]);
  });

  it('shows a save whose commit was reported as failed and had gone through', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    const failed = stepDevice(saved.state, { type: 'commitFailed', ticket: 1, fault: 'aborted' });
    const disk = applyDeviceWrites(createDeviceDisk(device), find(saved.effects, 'commit')?.writes ?? []);
    const refused = stepDevice(failed.state, { type: 'commitRefused', ticket: 2, disk });
    expect(find(refused.effects, 'show')?.opId).toBe('o1');
  });
});

describe('giving a save its place', () => {
  it('gives dense places, each chained to the one before', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.saveAndQueue('binh', 'o2');
    expect(page.disk.queue.map(({ seq, prev, hash, opId }) => [seq, prev, hash, opId])).toEqual([
      [1, createDeviceDisk(device).head.hash, 'h1', 'o1'],
      [2, 'h1', 'h2', 'o2'],
    ]);
    expect(page.disk.slots).toEqual({});
    expect(page.disk.head).toEqual({ seq: 2, hash: 'h2' });
  });

  it('compares head and slot, and goes by the disk when another tab was quicker', () => {
    const one = new Page();
    one.save('an', 'o1');
    one.save('binh', 'o2');
    const other = new Page(one.disk);
    one.tell({ type: 'queueAsked', record: record('an') });
    other.disk = one.disk;
    other.tell({ type: 'queueAsked', record: record('binh') });
    expect(other.disk.queue.map(({ seq, opId }) => [seq, opId])).toEqual([
      [1, 'o1'],
      [2, 'o2'],
    ]);
  });

  it('asks for the hash again when the first answer never came', () => {
    const page = new Page();
    page.save('an', 'o1');
    const asked = stepDevice(page.state, { type: 'queueAsked', record: record('an') });
    const again = stepDevice(asked.state, { type: 'queueAsked', record: record('an') });
    expect(find(again.effects, 'chain')).toEqual(find(asked.effects, 'chain'));
  });

  it('queues what was asked for while its save was still under way', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    const asked = stepDevice(saved.state, { type: 'queueAsked', record: record('an') });
    expect(find(asked.effects, 'chain')).toBeUndefined();
    const done = stepDevice(asked.state, { type: 'committed', ticket: 1 });
    expect(find(done.effects, 'chain')?.opId).toBe('o1');
  });
});

describe('sending', () => {
  it('queues what lies in slots and sends everything unacknowledged in order', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.save('binh', 'o2');
    const sent = page.send();
    expect(sent?.items.map((item) => item.opId)).toEqual(['o1', 'o2']);
    expect([sent?.from, sent?.prev]).toEqual([1, createDeviceDisk(device).head.hash]);
  });

  it('has one request under way and sends nothing when there is nothing', () => {
    const page = new Page();
    expect(page.send()).toBeUndefined();
    page.saveAndQueue('an', 'o1');
    expect(page.send()).toBeDefined();
    expect(page.send()).toBeUndefined();
  });

  it('carries no cursor while locked', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    expect(page.send({ unlocked: false })).not.toHaveProperty('cursor');
    expect(new Page().send({ poll: true })?.cursor).toEqual({ incarnation: null, seq: 0 });
  });

  it('keeps a batch within what the line carries, and never below one item', () => {
    const page = new Page();
    for (let at = 1; at <= 3; at++) {
      page.tell({ type: 'sealed', slot: makeSlot(`r${at}`, `o${at}`, 3_000) });
    }
    expect(page.send({ lineBytes: 1_000 })?.items).toHaveLength(1);
    page.answer({ upTo: 1 });
    expect(page.send({ lineBytes: 7_000 })?.items).toHaveLength(2);
  });

  it('keeps a batch within the number of items that the server takes', () => {
    const page = new Page();
    for (let at = 1; at <= LIMITS.itemsPerBatch + 5; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    expect(page.send({ lineBytes: 10_000_000 })?.items).toHaveLength(LIMITS.itemsPerBatch);
  });

  it('waits longer after each failure, and not at all when a person asks', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    const sent = page.send();
    page.tell({ type: 'sendFailed', request: sent?.request ?? 0, fault: 'timeout', now: 0, jitter: 0.5 });
    const { notBefore } = page.state.memory;
    expect(notBefore).toBe(3_000);
    expect(page.send({ now: 100 })).toBeUndefined();
    const again = page.send({ now: 100, urgent: true });
    expect(again?.items).toHaveLength(1);
    const request = again?.request ?? 0;
    page.tell({ type: 'sendFailed', request, fault: 'busy', now: 100, jitter: 0.5 });
    expect(page.state.memory.notBefore - 100).toBe(5_000);
  });

  it('tries a stale nonce again at once, but not for ever', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    for (let failure = 1; failure <= 4; failure++) {
      const sent = page.send({ now: 10 });
      const request = sent?.request ?? 0;
      page.tell({ type: 'sendFailed', request, fault: 'nonceStale', now: 10, jitter: 0.9 });
      expect(page.state.memory.notBefore > 10).toBe(failure === 4);
    }
  });
});

describe('what an answer changes', () => {
  it('removes nothing from the outbox when it is acknowledged', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1 });
    expect(page.disk.acked).toBe(1);
    expect(page.disk.queue).toHaveLength(1);
    expect(list(page.effects, 'show').at(-1)).toMatchObject({ opId: 'o1', custody: 'atServer' });
  });

  it('offers again from where the server expects', () => {
    const page = new Page();
    for (let at = 1; at <= 4; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    page.answer({ upTo: 4 });
    page.saveAndQueue('late', 'o5');
    page.send();
    page.answer({ upTo: 2, expected: 3 });
    expect(page.send()?.from).toBe(3);
  });

  it('never lets go of what is only held until approval, and does not send it twice', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1, held: true, backedUp: 1, standing: 'waiting' });
    expect([page.disk.acked, page.disk.held]).toEqual([0, 1]);
    expect(page.send()).toBeUndefined();
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    expect(page.disk.queue).toHaveLength(1);
    page.send({ poll: true });
    page.answer({ upTo: 1, backedUp: 1 });
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    expect(page.disk.queue).toHaveLength(0);
  });

  it('offers everything it kept to a server that came back from a backup, and reads from the beginning', () => {
    const page = new Page();
    for (let at = 1; at <= 4; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    page.answer({ upTo: 4, backedUp: 2, pulled: { cursor: 9, more: false } });
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    page.send({ poll: true });
    page.answer({ upTo: 2, backedUp: 2, incarnation: 'two', pulled: { cursor: 3, more: false } });
    expect(page.disk).toMatchObject({ acked: 2, cursor: 0, incarnation: 'two' });
    const again = page.send({ poll: true });
    expect([again?.from, again?.prev]).toEqual([3, 'h2']);
    expect(again?.cursor).toEqual({ incarnation: 'two', seq: 0 });
  });

  it('moves the cursor only in the commit that carries what was pulled', () => {
    const page = new Page();
    page.send({ poll: true });
    page.answer({ upTo: 0, pulled: { cursor: 7, more: true } });
    const pulled = list(page.effects, 'commit').filter((commit) =>
      commit.writes.some((write) => write.type === 'putPulled'),
    );
    expect(pulled.map((commit) => commit.writes.length)).toEqual([1]);
    expect(page.disk.cursor).toBe(7);
    expect(find(page.effects, 'wake')).toEqual({ type: 'wake', at: 0 });
  });

  it('drops what was pulled from a cursor that another tab has moved meanwhile', () => {
    const page = new Page();
    page.send({ poll: true });
    page.answer({ pulled: { cursor: 7, more: false } });
    page.send({ poll: true });
    page.disk = { ...page.disk, cursor: 20 };
    page.answer({ pulled: { cursor: 9, more: false } });
    expect(page.disk.cursor).toBe(20);
  });

  it('stops sending when the server has seen another history under its name', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 0, forked: true });
    expect(list(page.effects, 'warn').map((warn) => warn.fault)).toContain('forked');
    expect(page.send({ poll: true, urgent: true })).toBeUndefined();
    expect(page.disk.queue).toHaveLength(1);
  });

  it('keeps what was set aside by name, once, and goes on', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.saveAndQueue('binh', 'o2');
    const setAside = [{ seq: 1, code: 'fieldInvalid', field: 'hamlet' }] as const;
    page.send();
    page.answer({ upTo: 2, setAside });
    page.send({ poll: true });
    page.answer({ upTo: 2, setAside });
    expect(page.disk.setAside).toEqual(setAside);
    expect(page.disk.acked).toBe(2);
    expect(list(page.effects, 'warn')).toEqual([{ type: 'warn', fault: 'setAside', record: 'an' }]);
  });

  it('backs off when an answer moves nothing', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 0 });
    expect(page.state.memory.notBefore).toBe(0);
    page.send();
    page.answer({ upTo: 0 });
    expect(page.state.memory.notBefore).toBeGreaterThan(0);
  });

  it('asks for the missing pieces of attachments', () => {
    const page = new Page();
    page.send({ poll: true });
    const missing = [{ attachment: 'a1' as never, pieces: [0, 2] }];
    page.answer({ missing });
    expect(find(page.effects, 'sendPieces')).toEqual({ type: 'sendPieces', missing });
  });

  it('takes no notice of an answer to a request that it has given up', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    const sent = page.send();
    page.tell({ type: 'sendFailed', request: sent?.request ?? 0, fault: 'timeout', now: 0, jitter: 0 });
    const before = page.disk;
    page.answer({ upTo: 1 });
    expect(page.disk).toBe(before);
  });
});

describe('letting go of ciphertext', () => {
  it('deletes only what is acknowledged, within a verified backup and no longer needed', () => {
    const page = new Page();
    for (let at = 1; at <= 6; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    page.answer({ upTo: 5, backedUp: 4 });
    page.tell({ type: 'releaseAsked', keepFrom: 3 });
    expect(page.disk.queue.map((item) => item.seq)).toEqual([3, 4, 5, 6]);
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    expect(page.disk.queue.map((item) => item.seq)).toEqual([5, 6]);
  });

  it('says so when the server asks for what was let go on its word', () => {
    const page = new Page();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1, backedUp: 1 });
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    page.send({ poll: true });
    page.answer({ upTo: 0, incarnation: 'older' });
    expect(list(page.effects, 'warn').map((warn) => warn.fault)).toEqual(['serverLost']);
  });
});
