import { describe, expect, it } from 'vitest';
import type { Patch } from '../model/operation.ts';
import { findCurrentSession } from './current-session.ts';

const there = { 'members/hanh/in': { name: 'Hạnh', at: 1 } };
const make = (name: string, values: Patch) => ({ name, values: { ...there, ...values } });
const find = (sessions: readonly ReturnType<typeof make>[], today = '2026-11-22') =>
  findCurrentSession(sessions, { member: 'hanh', today });

describe('the session at which somebody is met', () => {
  const open = make('open', { day: '2026-11-22', openedAt: 5 });

  it('is an open one at which this member is', () => {
    const others = [
      make('closed', { day: '2026-11-22', openedAt: 9, closedAt: 10 }),
      make('left', { day: '2026-11-22', openedAt: 9, 'members/hanh/out': { at: 9 } }),
      make('of colleagues', { day: '2026-11-22', openedAt: 9, 'members/hanh/in': null }),
    ];
    expect(find([...others, open])?.name).toBe('open');
    expect(find(others)).toBeUndefined();
  });

  it('goes on past midnight, and where the clock has jumped to 1970', () => {
    expect(find([open], '2026-11-23')?.name).toBe('open');
    expect(find([open], '1970-01-05')?.name).toBe('open');
  });

  it('is the one of today where another was forgotten, though a wrong clock opened that one later', () => {
    const forgotten = make('forgotten', { day: '2099-11-21', openedAt: 99 });
    expect(find([forgotten, open])?.name).toBe('open');
  });

  it('is the last opened of several', () => {
    const later = make('later', { day: '2026-11-22', openedAt: 8 });
    expect(find([open, later])?.name).toBe('later');
    expect(find([later, open], '2026-11-23')?.name).toBe('later');
  });
});
