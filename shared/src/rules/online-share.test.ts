import { describe, expect, it } from 'vitest';
import { computeOnlineShare, findChannel } from './online-share.ts';

describe('what counts as lodged online', () => {
  it('is what the citizen lodges, helped or not; what an officer keys in is direct', () => {
    expect(findChannel('selfOwnPhone')).toBe('online');
    expect(findChannel('assistedAtCentre')).toBe('online');
    expect(findChannel('counter')).toBe('direct');
    expect(findChannel(null)).toBe('direct');
    expect(findChannel('post')).toBe('post');
  });

  it('is a share of everything, at the two places of the index', () => {
    const routes = [...Array<'relative'>(78).fill('relative'), ...Array<'counter'>(172).fill('counter')];
    expect(computeOnlineShare(routes)).toEqual({ part: 78, whole: 250, percent: 31.2 });
    expect(computeOnlineShare(['relative', 'counter', 'counter'])).toMatchObject({ percent: 33.33 });
    expect(computeOnlineShare([]).percent).toBeNull();
  });
});
