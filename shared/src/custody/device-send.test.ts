import { describe, expect, it } from 'vitest';
import { LIMITS } from '../model/envelope.ts';
import { createDeviceDisk } from './device-disk.ts';
import { device, makeSlot, record, TrialPage } from './trial-page.ts';

describe('sending', () => {
  it('queues what lies in slots and sends everything unacknowledged in order', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.save('binh', 'o2');
    const sent = page.send();
    expect(sent?.items.map((item) => item.opId)).toEqual(['o1', 'o2']);
    expect([sent?.from, sent?.prev]).toEqual([1, createDeviceDisk(device).head.hash]);
  });

  it('leaves in its slot what somebody may still refuse, until it is queued by whoever is done with it', () => {
    const page = new TrialPage();
    page.tell({ type: 'holdBegun', record: record('an') });
    page.save('an', 'o1');
    page.save('binh', 'o2');
    const sent = page.send();
    expect(sent?.items.map((item) => item.opId)).toEqual(['o2']);
    page.tell({ type: 'queueAsked', record: record('an') });
    expect(page.state.disk.queue.map((item) => item.opId)).toEqual(['o2']);
    page.tell({ type: 'holdEnded', record: record('an') });
    page.tell({ type: 'queueAsked', record: record('an') });
    expect(page.state.disk.queue.map((item) => item.opId)).toEqual(['o2', 'o1']);
  });

  it('has one request under way and sends nothing when there is nothing', () => {
    const page = new TrialPage();
    expect(page.send()).toBeUndefined();
    page.saveAndQueue('an', 'o1');
    expect(page.send()).toBeDefined();
    expect(page.send()).toBeUndefined();
  });

  it('carries no cursor while locked', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    expect(page.send({ unlocked: false })).not.toHaveProperty('cursor');
    expect(new TrialPage().send({ poll: true })?.cursor).toEqual({ incarnation: null, seq: 0 });
  });

  it('keeps a batch within what the line carries, and never below one item', () => {
    const page = new TrialPage();
    for (let at = 1; at <= 3; at++) {
      page.tell({ type: 'sealed', slot: makeSlot(`r${at}`, `o${at}`, 3_000) });
    }
    expect(page.send({ lineBytes: 1_000 })?.items).toHaveLength(1);
    page.answer({ upTo: 1 });
    expect(page.send({ lineBytes: 7_000 })?.items).toHaveLength(2);
  });

  it('keeps a batch within the number of items that the server takes', () => {
    const page = new TrialPage();
    for (let at = 1; at <= LIMITS.itemsPerBatch + 5; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    expect(page.send({ lineBytes: 10_000_000 })?.items).toHaveLength(LIMITS.itemsPerBatch);
  });

  it('waits longer after each failure, and not at all when a person asks', () => {
    const page = new TrialPage();
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
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    for (let failure = 1; failure <= 4; failure++) {
      const sent = page.send({ now: 10 });
      const request = sent?.request ?? 0;
      page.tell({ type: 'sendFailed', request, fault: 'nonceStale', now: 10, jitter: 0.9 });
      expect(page.state.memory.notBefore > 10).toBe(failure === 4);
    }
  });
});
