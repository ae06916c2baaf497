import { describe, expect, it } from 'vitest';
import { findEffect, listEffects, TrialPage } from './trial-page.ts';

describe('what an answer changes', () => {
  it('removes nothing from the outbox when it is acknowledged', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1 });
    expect(page.disk.acked).toBe(1);
    expect(page.disk.queue).toHaveLength(1);
    expect(listEffects(page.effects, 'show').at(-1)).toMatchObject({ opId: 'o1', custody: 'atServer' });
  });

  it('offers again from where the server expects', () => {
    const page = new TrialPage();
    for (let at = 1; at <= 4; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    page.answer({ upTo: 4 });
    page.saveAndQueue('late', 'o5');
    page.send();
    page.answer({ upTo: 2, expected: 3 });
    expect(page.send()?.from).toBe(3);
  });

  it('never lets go of what is only held until approval, and does not send it twice', () => {
    const page = new TrialPage();
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
    const page = new TrialPage();
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

  it('takes nothing for received by the first word of a server that came back: it has compared nothing', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1, backedUp: 1 });
    for (let at = 2; at <= 3; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    // Two and three of a copied phone, which it no longer knows to be another's.
    page.answer({ upTo: 3, backedUp: 3, incarnation: 'two' });
    expect(page.disk.acked).toBe(1);
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    expect(page.disk.queue.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(page.send()?.from).toBe(2);
  });

  it('moves the cursor only in the commit that carries what was pulled', () => {
    const page = new TrialPage();
    page.send({ poll: true });
    page.answer({ upTo: 0, pulled: { cursor: 7, more: true } });
    const pulled = listEffects(page.effects, 'commit').filter((commit) =>
      commit.writes.some((write) => write.type === 'putPulled'),
    );
    expect(pulled.map((commit) => commit.writes.length)).toEqual([1]);
    expect(page.disk.cursor).toBe(7);
    expect(findEffect(page.effects, 'wake')).toEqual({ type: 'wake', at: 0 });
  });

  it('drops what was pulled from a cursor that another tab has moved meanwhile', () => {
    const page = new TrialPage();
    page.send({ poll: true });
    page.answer({ pulled: { cursor: 7, more: false } });
    page.send({ poll: true });
    page.disk = { ...page.disk, cursor: 20 };
    page.answer({ pulled: { cursor: 9, more: false } });
    expect(page.disk.cursor).toBe(20);
  });

  it('stops sending when the server has seen another history under its name', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 0, forked: true });
    expect(listEffects(page.effects, 'warn').map((warn) => warn.fault)).toContain('forked');
    expect(page.send({ urgent: true })).toBeUndefined();
    expect(page.disk.queue).toHaveLength(1);
  });

  it('lets no answer about more than it ever gave pass for one about its next save', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 3 });
    expect(page.disk.acked).toBe(1);
    page.saveAndQueue('an', 'o2');
    expect(page.send({ urgent: true })?.items.map(({ opId }) => opId)).toEqual(['o2']);
    const shown = listEffects(page.effects, 'show').filter((show) => show.custody === 'atServer');
    expect(shown.map(({ opId }) => opId)).toEqual(['o1']);
  });

  it('asks on whether a person has settled two histories, and sends again when one has', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 0, forked: true });
    expect(page.send({ poll: true, urgent: true })?.items).toEqual([]);
    page.answer({ upTo: 0 });
    expect(page.send({ urgent: true })?.items).toHaveLength(1);
  });

  it('keeps what was set aside by name, once, and goes on', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.saveAndQueue('binh', 'o2');
    const setAside = [{ seq: 1, code: 'fieldInvalid', field: 'hamlet' }] as const;
    page.send();
    page.answer({ upTo: 2, setAside });
    page.send({ poll: true });
    page.answer({ upTo: 2, setAside });
    expect(page.disk.setAside).toEqual([{ ...setAside[0], record: 'an', opId: 'o1' }]);
    expect(page.disk.acked).toBe(2);
    expect(listEffects(page.effects, 'warn')).toEqual([{ type: 'warn', fault: 'setAside', record: 'an' }]);
  });

  it('backs off when an answer moves nothing', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 0 });
    expect(page.state.memory.notBefore).toBe(0);
    page.send();
    page.answer({ upTo: 0 });
    expect(page.state.memory.notBefore).toBeGreaterThan(0);
  });

  it('asks for the missing pieces of attachments', () => {
    const page = new TrialPage();
    page.send({ poll: true });
    const missing = [{ attachment: 'a1' as never, pieces: [0, 2] }];
    page.answer({ missing });
    expect(findEffect(page.effects, 'sendPieces')).toEqual({ type: 'sendPieces', missing });
  });

  it('takes no notice of an answer to a request that it has given up', () => {
    const page = new TrialPage();
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
    const page = new TrialPage();
    for (let at = 1; at <= 6; at++) page.saveAndQueue(`r${at}`, `o${at}`);
    page.send();
    page.answer({ upTo: 5, backedUp: 4 });
    page.tell({ type: 'releaseAsked', keepFrom: 3 });
    expect(page.disk.queue.map((item) => item.seq)).toEqual([3, 4, 5, 6]);
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    expect(page.disk.queue.map((item) => item.seq)).toEqual([5, 6]);
  });

  it('says so when the server asks for what was let go on its word', () => {
    const page = new TrialPage();
    page.saveAndQueue('an', 'o1');
    page.send();
    page.answer({ upTo: 1, backedUp: 1 });
    page.tell({ type: 'releaseAsked', keepFrom: 99 });
    page.send({ poll: true });
    page.answer({ upTo: 0, incarnation: 'older' });
    expect(listEffects(page.effects, 'warn').map((warn) => warn.fault)).toEqual(['serverLost']);
  });
});
