import { describe, expect, it } from 'vitest';
import { HOUR, keyed, packed, Row, settings } from './trial-forward.ts';

describe('sending a pack', () => {
  it('lets a call leave only after its durable intent', () => {
    const row = new Row().due(0);
    expect(row.effects).toEqual([{ type: 'commitIntent' }]);
    expect(row.state).toMatchObject({ phase: 'calling', attempt: 1 });
    row.tell({ type: 'intentCommitted', now: 0 });
    expect(row.effects).toEqual([{ type: 'call', reference: 'R1', attempt: 1, payloadHash: 'p1' }]);
  });

  it('waits until the papers are whole', () => {
    const row = new Row().due(0, { papersWhole: false });
    expect(row.state.phase).toBe('ready');
    expect(row.due(6 * HOUR).state.phase).toBe('calling');
  });

  it('accepts directly under a decision only, and otherwise asks a person without a call', () => {
    const row = new Row(settings, { route: 'authorisedForward' }).due(0, { authorised: false });
    expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'notAuthorised' });
    expect(row.left).toEqual([]);
  });

  it('freezes the payload at the first intent', () => {
    const row = new Row().due(0, { payloadHash: 'p2' }).tell({ type: 'intentCommitted', now: 0 });
    row
      .called(1, { type: 'unknown' })
      .due(4 * HOUR + 1)
      .queried(4 * HOUR + 2, { type: 'notFound' });
    row.due(4 * HOUR + 3, { payloadHash: 'p3' });
    expect(row.state).toMatchObject({ attempt: 2, payloadHash: 'p2' });
  });

  it('shows an accepted pack as waiting for the citizen, and the number only once it was read', () => {
    const row = new Row().call(0).called(1, packed);
    expect(row.lodging).toEqual({ state: 'awaitingCitizen', at: 1, packNumber: 'G1' });
    const atCentre = new Row(settings, { route: 'assistedAtCentre' }).due(0).called(1, packed);
    expect(atCentre.lodging).toEqual({ state: 'awaitingOffice', at: 1, packNumber: 'G1' });
    row.due(6 * HOUR + 1).queried(7 * HOUR, { type: 'found', packNumber: 'G1' });
    expect(row.lodging).toBeUndefined();
    row.due(14 * HOUR).queried(14 * HOUR, { type: 'found', packNumber: 'G1', dossierNo: 'H57-1', status: 2 });
    expect(row.state.phase).toBe('confirmed');
    expect(row.lodging).toMatchObject({
      state: 'lodged',
      dossierNo: 'H57-1',
      evidence: 'portalRead',
      status: 2,
    });
  });

  it('names the field or paper of a definite refusal', () => {
    const row = new Row()
      .call(0)
      .called(1, { type: 'refused', field: 'submitter.phone', reason: 'Thiếu số' });
    expect(row.state.phase).toBe('refused');
    expect(row.lodging).toEqual({ state: 'needsFix', at: 1, field: 'submitter.phone', reason: 'Thiếu số' });
  });

  it('tries again what certainly never left, without counting it', () => {
    const row = new Row().call(0).called(1, { type: 'notSent' });
    expect(row.state).toMatchObject({ phase: 'ready', attempt: 0 });
    expect(row.state.dueAt).toBeGreaterThanOrEqual(60_001);
  });
});

describe('not knowing', () => {
  it('asks by reference after the visibility window, and not before', () => {
    const row = new Row().call(0).called(10, { type: 'unknown' });
    expect(row.due(4 * HOUR).left).toEqual(['call']);
    expect(row.due(4 * HOUR + 10).left).toEqual(['call', 'query']);
  });

  it('finds what a silent call did', () => {
    const row = new Row()
      .call(0)
      .called(10, { type: 'unknown' })
      .due(5 * HOUR);
    row.queried(5 * HOUR, { type: 'found', packNumber: 'G1' });
    expect(row.state.phase).toBe('packed');
    expect(row.left).toEqual(['call', 'query']);
  });

  it('calls again only when it was asked for after the window and is not there', () => {
    const row = new Row()
      .call(0)
      .called(10, { type: 'unknown' })
      .due(5 * HOUR);
    row.queried(5 * HOUR, { type: 'notFound' }).call(5 * HOUR);
    expect(row.left).toEqual(['call', 'query', 'call']);
    expect(row.state.attempt).toBe(2);
  });

  it('gives the dossier to a person after five attempts', () => {
    const row = new Row();
    for (let at = 0; at < 5; at++) {
      const now = at * 5 * HOUR;
      row
        .call(now)
        .called(now, { type: 'unknown' })
        .due(now + 5 * HOUR - 1)
        .queried(now + 5 * HOUR - 1, { type: 'notFound' });
    }
    expect(row.state.phase).toBe('needsPerson');
    expect(row.lodging).toMatchObject({ reason: 'tooManyTries' });
  });

  it('gives the dossier to a person after two days in which nobody answered', () => {
    const row = new Row().call(0).called(0, { type: 'unknown' });
    for (let now = 5 * HOUR; row.state.phase === 'unknown' && now < 100 * HOUR; now += 2 * HOUR) {
      row.due(now).queried(now, { type: 'failed' });
    }
    expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'tooManyTries' });
  });

  it('asks a person where the portal cannot be asked, after one call at most', () => {
    for (const portalClass of ['C', 'D'] as const) {
      const row = new Row({ ...settings, portalClass }).call(0).called(1, { type: 'unknown' });
      expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'notSearchable' });
      expect(row.due(100 * HOUR).left).toEqual(['call']);
    }
  });

  it('asks a person when one reference has several packs', () => {
    const row = new Row()
      .call(0)
      .called(10, { type: 'unknown' })
      .due(5 * HOUR);
    row.queried(5 * HOUR, { type: 'foundSeveral', packNumbers: ['G1', 'G2'] });
    expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'severalPacks' });
  });

  it('repeats the same key without asking while the portal surely remembers it, and asks afterwards', () => {
    const row = new Row(keyed).call(0).called(1, { type: 'unknown' });
    row.call(2 * HOUR);
    expect(row.left).toEqual(['call', 'call']);
    row.called(13 * HOUR, { type: 'unknown' }).due(18 * HOUR);
    expect(row.left).toEqual(['call', 'call', 'query']);
  });

  it('does not take the refusal of a repetition for the fate of the first call', () => {
    const row = new Row(keyed)
      .call(0)
      .called(1, { type: 'unknown' })
      .call(2 * HOUR);
    row.called(2 * HOUR, { type: 'refused', reason: 'x' });
    expect(row.state.phase).toBe('unknown');
    row.due(7 * HOUR).queried(7 * HOUR, { type: 'found', packNumber: 'G1' });
    expect(row.state.phase).toBe('packed');
  });
});

describe('starting again', () => {
  const restart = (row: Row, bornOfRestore = false) =>
    row.tell({ type: 'restarted', now: 10, bornOfRestore });

  it('takes every call that was under way for unknown', () => {
    const row = restart(new Row().call(0));
    expect(row.state).toMatchObject({ phase: 'unknown', unknownSince: 10 });
    expect(row.due(HOUR).left).toEqual(['call']);
  });

  it('goes on with what had not begun', () => {
    expect(restart(new Row()).call(20).left).toEqual(['call']);
  });

  it('asks first for every dossier in a store that was restored', () => {
    const row = restart(new Row(), true);
    expect(row.due(HOUR).left).toEqual([]);
    row.due(5 * HOUR);
    expect(row.left).toEqual(['query']);
    row.queried(5 * HOUR, { type: 'notFound' }).call(5 * HOUR);
    expect(row.left).toEqual(['query', 'call']);
  });

  it('asks first, too, for a dossier that arrives after the restore', () => {
    const row = new Row(keyed, { queryFirst: true }).due(0).due(5 * HOUR);
    expect(row.left).toEqual(['query']);
  });

  it('gives to a person what cannot be asked for after a restore', () => {
    const row = restart(new Row({ ...settings, portalClass: 'D' }), true);
    expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'notSearchable' });
    const late = new Row({ ...settings, portalClass: 'C' }, { queryFirst: true }).due(0);
    expect(late.lodging).toMatchObject({ reason: 'notSearchable' });
    expect(late.left).toEqual([]);
  });
});
