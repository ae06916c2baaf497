import { describe, expect, it } from 'vitest';
import { HOUR, packed, Row, settings } from './trial-forward.ts';

describe('taking a pack back', () => {
  it('sends nothing that was not sent yet', () => {
    const row = new Row().withdraw(20);
    expect(row.state.phase).toBe('withdrawn');
    expect(row.call(100).left).toEqual([]);
  });

  it('stops an intent whose call has not left', () => {
    const row = new Row().due(0).withdraw(20).tell({ type: 'intentCommitted', now: 30 });
    expect(row.state.phase).toBe('withdrawn');
    expect(row.left).toEqual([]);
  });

  it('takes back an unconfirmed pack, as often as it needs', () => {
    const row = new Row().call(0).called(1, packed).withdraw(20);
    expect(row.effects).toEqual([{ type: 'commit' }, { type: 'withdraw', packNumber: 'G1' }]);
    row.tell({ type: 'withdrawAnswered', now: 30, jitter: 0, outcome: { type: 'failed' } });
    row.due(10 * HOUR);
    expect(row.left).toEqual(['call', 'withdraw', 'withdraw']);
    row.tell({ type: 'withdrawAnswered', now: 11 * HOUR, jitter: 0, outcome: { type: 'withdrawn' } });
    expect(row.state.phase).toBe('withdrawn');
  });

  it('takes back what a call under way turns out to have made', () => {
    const row = new Row().call(0).withdraw(20).called(30, packed);
    expect(row.left).toEqual(['call', 'withdraw']);
    expect(row.lodging).toBeUndefined();
  });

  it('learns the number of a pack that the citizen confirmed first', () => {
    const row = new Row().call(0).called(1, packed).withdraw(20);
    const outcome = { type: 'alreadyLodged', dossierNo: 'H57-9' } as const;
    row.tell({ type: 'withdrawAnswered', now: 30, jitter: 0, outcome });
    expect(row.state.phase).toBe('confirmed');
    expect(row.lodging).toMatchObject({ state: 'lodged', dossierNo: 'H57-9' });
  });

  it('asks a person about a pack that somebody else has taken back', () => {
    const row = new Row()
      .call(0)
      .called(1, packed)
      .due(7 * HOUR);
    row.queried(7 * HOUR, { type: 'found', packNumber: 'G1', withdrawn: true });
    expect(row.lodging).toMatchObject({ reason: 'withdrawnAtPortal' });
  });
});

describe('taking back what a person was asked about', () => {
  const found = { type: 'found', packNumber: 'G1', withdrawn: true } as const;
  const vanish = (): Row => {
    const row = new Row().call(0).called(1, packed);
    for (let now = 7 * HOUR; row.state.phase === 'packed' && now < 200 * HOUR; now += 7 * HOUR)
      row.due(now).queried(now, { type: 'notFound' });
    return row;
  };

  it('sends the wish for a pack whose number is known, and says what the portal answers', () => {
    for (const row of [
      vanish(),
      new Row()
        .call(0)
        .called(1, packed)
        .due(7 * HOUR)
        .queried(7 * HOUR, found),
    ]) {
      expect(row.lodging).toMatchObject({ state: 'needsPerson', packNumber: 'G1' });
      const asked = row.left.filter((one) => one !== 'withdraw');
      row.withdraw(300 * HOUR);
      expect(row.left).toEqual([...asked, 'withdraw']);
      expect(row.state.phase).toBe('withdrawing');
      row.withdrawn(301 * HOUR, { type: 'withdrawn' });
      expect(row.state.phase).toBe('withdrawn');
      expect(row.effects).toContainEqual({ type: 'recalled', packNumber: 'G1', at: 301 * HOUR });
    }
  });

  it('learns that the citizen was quicker', () => {
    const row = vanish()
      .withdraw(300 * HOUR)
      .withdrawn(301 * HOUR, { type: 'alreadyLodged', dossierNo: 'H57-1' });
    expect(row.state.phase).toBe('confirmed');
    expect(row.lodging).toMatchObject({ state: 'lodged', dossierNo: 'H57-1' });
  });

  it('asks a person again, by another word, when for long nobody answers; nothing is called taken back', () => {
    const row = vanish().withdraw(300 * HOUR);
    const said: string[] = [];
    for (let now = 301 * HOUR; row.state.phase === 'withdrawing' && now < 400 * HOUR; now += HOUR) {
      row.withdrawn(now, { type: 'failed' });
      said.push(...row.effects.map(({ type }) => type));
      if (row.state.phase === 'withdrawing') row.due(now + HOUR - 1);
    }
    expect(row.lodging).toMatchObject({ state: 'needsPerson', reason: 'notTakenBack', packNumber: 'G1' });
    expect(said).not.toContain('recalled');
    expect(row.left.filter((one) => one === 'withdraw').length).toBeGreaterThan(20);
  });

  it('leaves several packs to the person: no one of them is taken back as if it were all', () => {
    const row = new Row()
      .call(0)
      .called(1, packed)
      .due(7 * HOUR);
    const several = { type: 'foundSeveral', packNumbers: ['G1', 'G2'] } as const;
    row
      .queried(7 * HOUR, several)
      .withdraw(8 * HOUR)
      .due(8 * HOUR)
      .queried(8 * HOUR, several);
    expect(row.left).not.toContain('withdraw');
    expect(row.lodging).toEqual({ state: 'needsPerson', at: 8 * HOUR, reason: 'severalPacks' });
  });

  it('asks once more where it gave up without a number, never calls, and takes back what it finds', () => {
    const giveUp = (): Row => {
      const row = new Row().call(0).called(0, { type: 'unknown' });
      for (let now = 5 * HOUR; row.state.phase === 'unknown' && now < 100 * HOUR; now += 2 * HOUR)
        row.due(now).queried(now, { type: 'failed' });
      return row.withdraw(200 * HOUR).due(200 * HOUR);
    };
    const standing = giveUp().queried(201 * HOUR, { type: 'found', packNumber: 'G7' });
    expect(standing.left.at(-1)).toBe('withdraw');
    const nothing = giveUp().queried(201 * HOUR, { type: 'notFound' });
    expect(nothing.state.phase).toBe('withdrawn');
    for (const row of [standing, nothing]) expect(row.left.filter((one) => one === 'call')).toHaveLength(1);
  });

  it('leaves to the person what can neither be named nor asked for, and ends what never left', () => {
    const silent = new Row({ ...settings, portalClass: 'D' }).call(0).called(1, { type: 'unknown' });
    expect(silent.withdraw(9).state).toMatchObject({ phase: 'needsPerson', withdrawAsked: true });
    const direct = new Row(settings, { route: 'authorisedForward' }).due(0, { authorised: false });
    expect(direct.withdraw(9).state.phase).toBe('withdrawn');
    expect([...silent.left, ...direct.left]).toEqual(['call']);
  });
});
