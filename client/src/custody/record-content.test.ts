import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/contracts/sync';
import type { Patch } from '#shared/model/operation';
import type { OpId, RecordId } from '#shared/ids';
import { applyChange, continueContent, type LocalRow, showContent } from './record-content.ts';

const first = 'op-1' as OpId;
const second = 'op-2' as OpId;
const nothing = new Map();

const write = (row: LocalRow | undefined, opId: OpId, patch: Patch): LocalRow => ({
  opId,
  content: continueContent(row, { collection: 'citizen', patch, base: 4, isPending: true }),
});

const writeAfterQueueing = (row: LocalRow, opId: OpId, patch: Patch): LocalRow => ({
  opId,
  content: continueContent(row, { collection: 'citizen', patch, base: 4, isPending: false }),
});

const change = (fields: Patch, rest: Partial<Change> = {}): Change => ({
  seq: 9,
  collection: 'citizen',
  record: 'r' as RecordId,
  kind: 'state',
  fields,
  ...rest,
});

describe('what the next save carries', () => {
  it('says again everything since the last queueing while the slot waits', () => {
    const row = write(write(undefined, first, { name: 'Lò' }), second, { phone: '09' });
    expect(row.content.dirty).toEqual({ name: 'Lò', phone: '09' });
  });

  it('says only what is new once the slot has its place', () => {
    const row = writeAfterQueueing(write(undefined, first, { name: 'Lò' }), second, { phone: '09' });
    expect(row.content.dirty).toEqual({ phone: '09' });
    expect(row.content.values).toEqual({ name: 'Lò', phone: '09' });
    expect(row.content.mine).toEqual({ name: first });
  });

  it('says again what the commune has set aside, but not what was typed over since', () => {
    const bad = write(undefined, first, { name: 'Lò', hamlet: 'Bản Mẫu', phone: '12' });
    const row = writeAfterQueueing(bad, second, { hamlet: 'Bản Ví' });
    const mended = continueContent(row, {
      ...{ collection: 'citizen', patch: { phone: '0912345678' }, base: 12, isPending: false },
      setAside: new Set([first]),
    });
    expect(mended.dirty).toEqual({ name: 'Lò', phone: '0912345678' });
    expect(mended.base).toBe(4);
    expect(mended.values).toEqual({ name: 'Lò', hamlet: 'Bản Ví', phone: '0912345678' });
  });

  it('keeps the oldest base of what it carries, so that a newer word of a colleague becomes a question', () => {
    const row = write(undefined, first, { name: 'Lò' });
    const later = continueContent(row, {
      collection: 'citizen',
      patch: { phone: '09' },
      base: 12,
      isPending: true,
    });
    expect(later.base).toBe(4);
  });
});

describe('which word is shown', () => {
  const row = write(undefined, first, { name: 'Lò' });

  it('is the own one while it has not reached the server', () => {
    const pulled = applyChange(undefined, change({ name: 'Lừ', hamlet: 'Nà Lay' }), {
      row,
      isFolded: () => false,
    });
    expect(showContent(row, pulled, nothing).values).toEqual({ name: 'Lò', hamlet: 'Nà Lay' });
  });

  it('is the colleague’s one when it was spoken after ours had arrived', () => {
    const pulled = applyChange(undefined, change({ name: 'Lừ' }), { row, isFolded: () => true });
    expect(showContent(row, pulled, nothing).values).toEqual({ name: 'Lừ' });
  });

  it('is ours again when we write after the colleague', () => {
    const pulled = applyChange(undefined, change({ name: 'Lừ' }), { row, isFolded: () => true });
    const again = writeAfterQueueing(row, second, { name: 'Lò Thị' });
    expect(showContent(again, pulled, nothing).values).toEqual({ name: 'Lò Thị' });
  });

  it('stays the colleague’s at one path while we write at another', () => {
    const pulled = applyChange(undefined, change({ name: 'Lừ' }), { row, isFolded: () => true });
    const again = writeAfterQueueing(row, second, { phone: '09' });
    expect(showContent(again, pulled, nothing).values).toEqual({ name: 'Lừ', phone: '09' });
  });

  it('is what is being typed, before anything else', () => {
    expect(showContent(row, undefined, new Map([['name', 'L']])).values).toEqual({ name: 'L' });
  });

  it('leaves out what somebody took away', () => {
    const pulled = applyChange(undefined, change({ phone: '09', hamlet: null }), {
      row,
      isFolded: () => true,
    });
    expect(showContent(undefined, pulled, new Map([['phone', null]])).values).toEqual({});
  });
});

describe('two answers to one question', () => {
  const conflicted = applyChange(undefined, change({ name: 'Lừ' }, { conflicts: { name: ['Lò', 'Lừ'] } }), {
    row: undefined,
    isFolded: () => true,
  });

  it('both stay beside each other until a person chooses', () => {
    expect(showContent(undefined, conflicted, nothing).conflicts).toEqual({ name: ['Lò', 'Lừ'] });
    const chosen = write(undefined, second, { name: 'Lò' });
    expect(showContent(chosen, conflicted, nothing)).toEqual({ values: { name: 'Lò' }, conflicts: {} });
  });

  it('are gone when the server says that one was chosen', () => {
    const settled = applyChange(conflicted, change({ name: 'Lò' }), { row: undefined, isFolded: () => true });
    expect(settled.conflicts).toEqual({});
  });

  it('other fields of the record keep what was pulled before', () => {
    const more = applyChange(conflicted, change({ phone: '09' }), { row: undefined, isFolded: () => true });
    expect(more.fields).toEqual({ name: 'Lừ', phone: '09' });
    const granted = applyChange(more, change({ hamlet: 'Na' }, { kind: 'granted' }), {
      row: undefined,
      isFolded: () => true,
    });
    expect(granted.fields).toEqual({ hamlet: 'Na' });
  });
});
