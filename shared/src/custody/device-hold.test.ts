import { describe, expect, it } from 'vitest';
import { stepDevice } from './device.ts';
import { isUnconfirmed } from './device-hold.ts';
import { makeSlot, op, record, TrialPage } from './trial-page.ts';

const an = record('an');
const listQueued = (page: TrialPage) => page.disk.queue.map(({ opId }) => opId);

function holding(): TrialPage {
  const page = new TrialPage();
  page.tell({ type: 'holdBegun', record: an });
  page.save('an', 'o1');
  return page;
}

function finish(page: TrialPage): void {
  page.tell({ type: 'holdEnded', record: an });
  page.tell({ type: 'queueAsked', record: an });
}

describe('what its person may still refuse', () => {
  it('is marked on the disk with every save, and loses the mark with its place', () => {
    const page = holding();
    page.save('an', 'o2');
    expect(page.disk.slots[an]).toEqual({ ...makeSlot('an', 'o2'), unconfirmed: true });
    finish(page);
    expect(page.disk.queue).toEqual([{ ...makeSlot('an', 'o2'), seq: 1, prev: 'A'.repeat(43), hash: 'h1' }]);
  });

  it('is placed by no page that does not hold it, whatever is asked there, until it is held again and ended', () => {
    const restarted = new TrialPage(holding().disk);
    restarted.send({ urgent: true });
    finish(restarted);
    restarted.save('an', 'o2', op('o1'));
    finish(restarted);
    expect(listQueued(restarted)).toEqual([]);
    expect(restarted.disk.slots[an]).toMatchObject({ opId: 'o2', unconfirmed: true });
    restarted.tell({ type: 'holdBegun', record: an });
    finish(restarted);
    expect(listQueued(restarted)).toEqual(['o2']);
  });

  it('holds up nothing else that waits for its place', () => {
    const page = holding();
    page.save('binh', 'o2');
    page.tell({ type: 'queueAsked', record: an });
    page.tell({ type: 'queueAsked', record: record('binh') });
    expect(listQueued(page)).toEqual(['o2']);
    expect(page.state.memory.asked).toEqual([]);
  });

  it('is done though its marked save was still under way when somebody said so', () => {
    const begun = stepDevice(new TrialPage().state, { type: 'holdBegun', record: an });
    const saving = stepDevice(begun.state, { type: 'sealed', slot: makeSlot('an', 'o1') });
    const ended = stepDevice(saving.state, { type: 'holdEnded', record: an });
    const asked = stepDevice(ended.state, { type: 'queueAsked', record: an });
    const done = stepDevice(asked.state, { type: 'committed', ticket: 1 });
    expect(done.effects.map(({ type }) => type)).toContain('chain');
    expect(isUnconfirmed(done.state, an)).toBe(false);
  });

  it('is said to be done for this slot only, not for what somebody else holds of the same record later', () => {
    const page = holding();
    finish(page);
    const other = new TrialPage(page.disk);
    other.tell({ type: 'holdBegun', record: an });
    other.save('an', 'o2');
    page.disk = other.disk;
    page.tell({ type: 'reloaded', disk: other.disk });
    page.send();
    expect(listQueued(page)).toEqual(['o1']);
    expect(isUnconfirmed(page.state, an)).toBe(true);
  });
});
