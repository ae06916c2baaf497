import { expect, it } from 'vitest';
import type { DeviceId } from '../ids.ts';
import { createDeviceDisk } from './device-disk.ts';
import { countUnsent, describeProgress, isOlderThanNoted, noteOver } from './progress-marker.ts';

const disk = { ...createDeviceDisk('d1' as DeviceId), head: { seq: 7, hash: 'h' } };

it('counts what was given a place and is not with the commune; held unopened it is there', () => {
  expect(describeProgress({ ...disk, acked: 3 })).toEqual({ lastSeq: 7, acked: 3 });
  expect(describeProgress({ ...disk, acked: 3, held: 5 })).toEqual({ lastSeq: 7, acked: 5 });
  expect(countUnsent({ lastSeq: 7, acked: 3 })).toBe(4);
  expect(countUnsent({ lastSeq: 0, acked: 3 })).toBe(0);
});

it('is noted when it is news, and is not talked down by a tab that slept', () => {
  expect(noteOver(undefined, { lastSeq: 0, acked: 0 })).toEqual({ lastSeq: 0, acked: 0 });
  expect(noteOver({ lastSeq: 7, acked: 3 }, { lastSeq: 7, acked: 3 })).toBeUndefined();
  expect(noteOver({ lastSeq: 7, acked: 3 }, { lastSeq: 8, acked: 3 })).toEqual({ lastSeq: 8, acked: 3 });
  expect(noteOver({ lastSeq: 7, acked: 3 }, { lastSeq: 4, acked: 2 })).toBeUndefined();
});

it('tells a database that came back from before what it gave out, also once it was noticed and written on in', () => {
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 7, isStopped: false })).toBe(false);
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 6, isStopped: false })).toBe(true);
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 9, isStopped: true })).toBe(true);
});
