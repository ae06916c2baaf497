import { describe, expect, it } from 'vitest';
import { createDeviceDisk } from '#shared/custody/device-disk';
import type { DeviceDisk, QueuedMeta } from '#shared/custody/device-types';
import type { DeviceId, OpId, RecordId } from '#shared/ids';
import { readCustody } from './record-custody.ts';

const MAU = 'mau' as RecordId;
const quiet = { isTyping: false, isOwn: true, piecesHere: 0, trouble: undefined };

function queued(seq: number, more: Partial<QueuedMeta> = {}): QueuedMeta {
  const sealed = { encapsulation: 'e1', keyId: 1, dictVersion: 1, cipherHash: 'c', length: 100, since: 0 };
  return { record: MAU, opId: `o${seq}` as OpId, seq, prev: 'p', hash: `h${seq}`, ...sealed, ...more };
}

function makeDisk(more: Partial<DeviceDisk>): DeviceDisk {
  return { ...createDeviceDisk('phone' as DeviceId), standing: 'approved', ...more };
}

const note = { seq: 1, code: 'fieldInvalid', field: 'phone', record: MAU, opId: 'o1' as OpId } as const;

describe('whose hands a record is in', () => {
  it('still says what is to be mended after its ciphertext was let go of', () => {
    const disk = makeDisk({ head: { seq: 1, hash: 'h1' }, acked: 1, backedUp: 1, setAside: [note] });
    expect(readCustody(disk, MAU, quiet)).toMatchObject({ transport: 'atServer', setAside: note });
  });

  it('is quiet once everything that was set aside has been said again, and not after any other save', () => {
    const head = { seq: 2, hash: 'h2' };
    const other = makeDisk({ head, acked: 1, setAside: [note], queue: [queued(2)] });
    expect(readCustody(other, MAU, quiet).setAside).toEqual(note);
    const mended = makeDisk({ head, acked: 1, setAside: [note], queue: [queued(2, { mends: [1] })] });
    expect(readCustody(mended, MAU, quiet)).toMatchObject({ transport: 'onDevice' });
    expect(readCustody(mended, MAU, quiet).setAside).toBeUndefined();
  });

  it('does not say that the commune has it when the commune has lost what was let go of', () => {
    const disk = makeDisk({ head: { seq: 6, hash: 'h6' }, acked: 2, queue: [queued(6)] });
    expect(readCustody(disk, 'an' as RecordId, quiet).transport).toBe('onDevice');
    expect(readCustody(disk, 'binh' as RecordId, { ...quiet, isOwn: false }).transport).toBe('atServer');
  });

  it('promises no approval to a phone that the commune has withdrawn', () => {
    const given = { head: { seq: 1, hash: 'h1' }, held: 1, queue: [queued(1)] };
    expect(readCustody(makeDisk({ ...given, standing: 'waiting' }), MAU, quiet)).toMatchObject({
      held: true,
      quarantined: false,
    });
    expect(readCustody(makeDisk({ ...given, standing: 'revoked' }), MAU, quiet)).toMatchObject({
      held: false,
      quarantined: true,
    });
  });
});
