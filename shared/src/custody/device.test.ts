import { describe, expect, it } from 'vitest';
import { applyDeviceWrites, createDeviceDisk } from './device-disk.ts';
import { createDeviceState, stepDevice } from './device.ts';
import { device, findEffect, makeSlot, op, record, TrialPage } from './trial-page.ts';

describe('saving on a phone', () => {
  it('shows a save only after its one strict commit of record and slot is through', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    expect(findEffect(saved.effects, 'show')).toBeUndefined();
    const commit = findEffect(saved.effects, 'commit');
    expect(commit?.durability).toBe('strict');
    expect(commit?.writes.map((write) => write.type)).toEqual(['putRecord', 'putSlot']);
    const done = stepDevice(saved.state, { type: 'committed', ticket: commit?.ticket ?? 0 });
    expect(findEffect(done.effects, 'show')).toEqual({
      type: 'show',
      record: 'an',
      opId: 'o1',
      custody: 'onDevice',
    });
  });

  it('gives no place twice when the disk is read again before its own commit is heard of', () => {
    const page = new TrialPage();
    page.save('an', 'o1');
    const asked = stepDevice(page.state, { type: 'queueAsked', record: record('an') });
    const chained = { type: 'chained', record: record('an'), seq: 1, opId: op('o1'), hash: 'h1' } as const;
    const placing = stepDevice(asked.state, chained);
    const commit = findEffect(placing.effects, 'commit');
    const disk = applyDeviceWrites(page.disk, commit?.writes ?? []);
    const read = stepDevice(placing.state, { type: 'reloaded', disk });
    const heard = stepDevice(read.state, { type: 'committed', ticket: commit?.ticket ?? 0 });
    expect(heard.state.disk.queue.map(({ seq }) => seq)).toEqual([1]);
  });

  it('keeps one slot per record, which the next save replaces', () => {
    const page = new TrialPage();
    page.save('an', 'o1');
    page.save('an', 'o2');
    page.save('binh', 'o3');
    expect(Object.values(page.disk.slots).map((slot) => slot.opId)).toEqual(['o2', 'o3']);
  });

  it('asks for the save again when another tab has put something else into the slot', () => {
    const one = new TrialPage();
    one.save('an', 'o1');
    const other = new TrialPage(one.disk);
    one.save('an', 'o2');
    other.disk = one.disk;
    other.save('an', 'o9');
    expect(other.disk.slots[record('an')]?.opId).toBe('o2');
    expect(findEffect(other.effects, 'sealAgain')).toEqual({ type: 'sealAgain', record: 'an', opId: 'o9' });
    other.save('an', 'o10', op('o2'));
    expect(other.disk.slots[record('an')]?.opId).toBe('o10');
  });

  it('tries a dead handle three times and then names what was not saved', () => {
    let { state, effects } = stepDevice(createDeviceState(device), {
      type: 'sealed',
      slot: makeSlot('an', 'o1'),
    });
    for (let failure = 1; failure <= 3; failure++) {
      const ticket = findEffect(effects, 'commit')?.ticket ?? 0;
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
    const disk = applyDeviceWrites(
      createDeviceDisk(device),
      findEffect(saved.effects, 'commit')?.writes ?? [],
    );
    const refused = stepDevice(failed.state, { type: 'commitRefused', ticket: 2, disk });
    expect(findEffect(refused.effects, 'show')?.opId).toBe('o1');
  });
});

describe('giving a save its place', () => {
  it('gives dense places, each chained to the one before', () => {
    const page = new TrialPage();
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
    const one = new TrialPage();
    one.save('an', 'o1');
    one.save('binh', 'o2');
    const other = new TrialPage(one.disk);
    one.tell({ type: 'queueAsked', record: record('an') });
    other.disk = one.disk;
    other.tell({ type: 'queueAsked', record: record('binh') });
    expect(other.disk.queue.map(({ seq, opId }) => [seq, opId])).toEqual([
      [1, 'o1'],
      [2, 'o2'],
    ]);
  });

  it('asks for the hash again when the first answer never came', () => {
    const page = new TrialPage();
    page.save('an', 'o1');
    const asked = stepDevice(page.state, { type: 'queueAsked', record: record('an') });
    const again = stepDevice(asked.state, { type: 'queueAsked', record: record('an') });
    expect(findEffect(again.effects, 'chain')).toEqual(findEffect(asked.effects, 'chain'));
  });

  it('queues what was asked for while its save was still under way', () => {
    const saved = stepDevice(createDeviceState(device), { type: 'sealed', slot: makeSlot('an', 'o1') });
    const asked = stepDevice(saved.state, { type: 'queueAsked', record: record('an') });
    expect(findEffect(asked.effects, 'chain')).toBeUndefined();
    const done = stepDevice(asked.state, { type: 'committed', ticket: 1 });
    expect(findEffect(done.effects, 'chain')?.opId).toBe('o1');
  });
});
