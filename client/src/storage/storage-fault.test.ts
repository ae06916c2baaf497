import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { EvictedError, nameStorageFault } from './storage-fault.ts';

it('finds the full disk inside the abort that hides it', () => {
  const full = new DOMException('full', 'QuotaExceededError');
  expect(nameStorageFault(new Dexie.AbortError('aborted', full))).toBe('quota');
  expect(nameStorageFault(new Dexie.OpenFailedError('open', full))).toBe('quota');
});

it('tells a dead handle from a database that will not open', () => {
  expect(nameStorageFault(new Dexie.DatabaseClosedError('closed'))).toBe('handleDead');
  expect(nameStorageFault(new DOMException('closing', 'InvalidStateError'))).toBe('handleDead');
  expect(nameStorageFault(new Dexie.OpenFailedError('disk'))).toBe('openFailed');
  expect(nameStorageFault(new DOMException('newer', 'VersionError'))).toBe('newer');
});

it('names a value whose file the system has lost, and a database that was emptied', () => {
  expect(nameStorageFault(new DOMException('gone', 'NotReadableError'))).toBe('blobLost');
  expect(nameStorageFault(new EvictedError('empty'))).toBe('evicted');
});

it('takes whatever it does not know for a transaction that wrote nothing', () => {
  expect(nameStorageFault(new DOMException('?', 'UnknownError'))).toBe('aborted');
  expect(nameStorageFault('a text')).toBe('aborted');
});

it('tells a database that could not be opened from one that was closed under us', () => {
  const unknown = new DOMException('sick', 'UnknownError');
  const closed = (inner: unknown) => Object.assign(new Dexie.DatabaseClosedError('closed'), { inner });
  expect(nameStorageFault(closed(unknown))).toBe('openFailed');
  expect(nameStorageFault(closed(new DOMException('gone', 'AbortError')))).toBe('handleDead');
  expect(nameStorageFault(closed(new Dexie.DatabaseClosedError('closed')))).toBe('handleDead');
});
