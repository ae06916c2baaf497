import { describe, expect, it } from 'vitest';
import type { DeviceLine } from '#shared/contracts/administration';
import { arrangeDevices, hasKeptWork, listOldLosses, roundAge } from './arrange-devices.ts';

const now = Date.parse('2026-11-22T17:00:00+07:00');
const make = (name: string, changes: Partial<DeviceLine> = {}): DeviceLine => ({
  device: name,
  name,
  role: 'volunteer',
  deviceName: 'Samsung A10',
  standing: 'approved',
  words: [],
  enrolledAt: now - 1_000_000,
  lastSeenAt: now,
  lastSeqSaid: 40,
  lastSeqArrived: 40,
  pending: 0,
  oldestAge: 0,
  heldItems: 0,
  forked: false,
  ...changes,
});
const HOUR = 3_600_000;

describe('the devices of a commune', () => {
  it('are those that wait, in the order in which people stand there, then those in use by given name', () => {
    const groups = arrangeDevices(
      [
        make('Nguyễn Văn Nam'),
        make('Hoàng Thị Mai'),
        make('Second', { standing: 'waiting', enrolledAt: now - 10 }),
        make('First', { standing: 'waiting', enrolledAt: now - 20 }),
        make('Gone', { standing: 'revoked' }),
      ],
      now,
    );
    const names = [groups.waiting, groups.approved, groups.revoked].map((group) =>
      group.map(({ device }) => device.name),
    );
    expect(names).toEqual([['First', 'Second'], ['Hoàng Thị Mai', 'Nguyễn Văn Nam'], ['Gone']]);
  });

  it('stand first when something has not come home, and say since when, the silence counted in', () => {
    const silent = make('Lý Văn Thử', {
      lastSeqSaid: 52,
      lastSeenAt: now - 90 * HOUR,
      oldestAge: 7 * 3_600,
    });
    const groups = arrangeDevices([make('An'), silent], now);
    expect(groups.approved[0]).toEqual({
      device: silent,
      loss: { missing: 12, oldestAge: 97 * 3_600 },
    });
    expect(groups.approved[1]?.loss).toBeUndefined();
    expect(roundAge(97 * 3_600)).toEqual({ unit: 'days', count: 4 });
  });

  it('are no alarm while what is missing is an hour old, and stay one after the device was withdrawn', () => {
    const fresh = make('Fresh', { lastSeqSaid: 41, lastSeenAt: now - HOUR });
    const lost = make('Lost', { lastSeqSaid: 41, lastSeenAt: now - 30 * HOUR, standing: 'revoked' });
    const losses = listOldLosses(arrangeDevices([fresh, lost], now));
    expect(losses.map(({ device }) => device.name)).toEqual(['Lost']);
  });

  it('stand first among the ended ones when what they sent since waits for a word of the office', () => {
    const ended = { standing: 'revoked' } as const;
    const { revoked } = arrangeDevices(
      [make('An', ended), make('Bình', { ...ended, heldItems: 3 }), make('Chi', { heldItems: 3 })],
      now,
    );
    expect(revoked.map((entry) => [entry.device.name, hasKeptWork(entry)])).toEqual([
      ['Bình', true],
      ['An', false],
    ]);
  });

  it('have everything home when more arrived than the last word of the device said', () => {
    expect(arrangeDevices([make('An', { lastSeqArrived: 45 })], now).approved[0]?.loss).toBeUndefined();
  });
});

describe('an age', () => {
  it.each([
    [0, 'minutes', 1],
    [200, 'minutes', 3],
    [7_100, 'hours', 1],
    [86_399, 'hours', 23],
    [86_400, 'days', 1],
  ] as const)('of %i seconds is told in %s', (seconds, unit, count) => {
    expect(roundAge(seconds)).toEqual({ unit, count });
  });
});
