import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import { createDeviceDisk } from './device-disk.ts';
import { countUnsent, describeProgress, isOlderThanNoted, noteOver } from './progress-marker.ts';

const slot = {
  opId: 'o1',
  encapsulation: 'e',
  keyId: 1,
  dictVersion: 1,
  cipherHash: 'h',
  length: 9,
  since: 0,
};
const record = 'r1' as RecordId;
const slots = { [record]: { ...slot, record, opId: 'o1' as OpId } };
const disk = { ...createDeviceDisk('d1' as DeviceId), head: { seq: 7, hash: 'h' } };

it('counts what is not with the commune, with a place or without; held unopened it is there', () => {
  expect(describeProgress({ ...disk, acked: 3 })).toEqual({ lastSeq: 7, acked: 3, slots: 0 });
  expect(describeProgress({ ...disk, acked: 3, held: 5, slots })).toEqual({ lastSeq: 7, acked: 5, slots: 1 });
  expect(countUnsent({ lastSeq: 7, acked: 3, slots: 1 })).toBe(5);
  expect(countUnsent({ lastSeq: 0, acked: 3, slots: 0 })).toBe(0);
});

describe('a marker', () => {
  const before = { lastSeq: 7, acked: 5, slots: 1 };

  it('is written when there is news', () => {
    expect(noteOver(undefined, { lastSeq: 0, acked: 0, slots: 0 })).toEqual({
      lastSeq: 0,
      acked: 0,
      slots: 0,
    });
    expect(noteOver(before, before)).toBeUndefined();
    expect(noteOver(before, { lastSeq: 8, acked: 5, slots: 0 })).toEqual({ lastSeq: 8, acked: 5, slots: 0 });
    expect(noteOver(before, { lastSeq: 7, acked: 6, slots: 1 })).toEqual({ lastSeq: 7, acked: 6, slots: 1 });
  });

  it('is not talked down by a tab that slept', () => {
    expect(noteOver(before, { lastSeq: 4, acked: 2, slots: 0 })).toBeUndefined();
    expect(noteOver(before, { lastSeq: 7, acked: 5, slots: 0 })).toBeUndefined();
  });

  it('says that the commune has less again, when it came back from a backup', () => {
    expect(noteOver(before, { lastSeq: 7, acked: 3, slots: 0 })).toEqual({ lastSeq: 7, acked: 3, slots: 1 });
    expect(noteOver(before, { lastSeq: 8, acked: 3, slots: 0 })).toEqual({ lastSeq: 8, acked: 3, slots: 0 });
  });
});

it('tells a database that came back from before what it gave out, also once it was noticed and written on in', () => {
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 7, isStopped: false })).toBe(false);
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 6, isStopped: false })).toBe(true);
  expect(isOlderThanNoted({ lastSeq: 7 }, { seq: 9, isStopped: true })).toBe(true);
});
