import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceWrite, SlotMeta } from '#shared/custody/device-types';
import { bytesToId, type DeviceId, type OpId, type RecordId } from '#shared/ids';
import { type CommitOrder, commitWrites, type StagedSave } from './commit-writes.ts';
import { createVaultRows } from './create-vault-rows.ts';
import { VaultDatabase } from './database.ts';
import { readDeviceDisk } from './device-disk.ts';

const idOf = <T extends string>(n: number): T => bytesToId<T>(new Uint8Array(16).fill(n));
const DEVICE = idOf<DeviceId>(1);
const NGUYEN = idOf<RecordId>(10);
const opId = (n: number): OpId => idOf<OpId>(100 + n);

const makeSlot = (op: OpId): SlotMeta => ({
  record: NGUYEN,
  opId: op,
  encapsulation: 'e1',
  keyId: 1,
  dictVersion: 1,
  cipherHash: 'hash',
  length: 3,
  since: 0,
});

const makeSave = (op: OpId, basedOn?: OpId): StagedSave => ({
  record: NGUYEN,
  opId: op,
  basedOn,
  cipher: Uint8Array.of(1, 2),
  sealed: Uint8Array.of(3, 4, 5),
  encapsulation: { id: 'e1', bytes: new Uint8Array(65) },
});

let db: VaultDatabase;
let names = 0;
beforeEach(async () => {
  db = new VaultDatabase(`vault-${names++}`);
  await db.open();
  await createVaultRows(db, DEVICE, {});
});

const commit = (writes: DeviceWrite[], rest: Partial<CommitOrder> = {}) =>
  commitWrites(db, { expect: {}, writes, saves: new Map(), changes: new Map(), ...rest });

const save = (op: OpId, replaces: OpId | null, basedOn?: OpId) =>
  commit(
    [
      { type: 'putRecord', record: NGUYEN, opId: op },
      { type: 'putSlot', slot: makeSlot(op) },
    ],
    {
      expect: { slot: { record: NGUYEN, opId: replaces } },
      saves: new Map([[op, makeSave(op, basedOn)]]),
    },
  );

const queue = (op: OpId, seq: number) =>
  commit(
    [
      { type: 'moveSlotToQueue', queued: { ...makeSlot(op), seq, prev: `h${seq - 1}`, hash: `h${seq}` } },
      { type: 'putHead', seq, hash: `h${seq}` },
    ],
    { expect: { headSeq: seq - 1, slot: { record: NGUYEN, opId: op } } },
  );

describe('what one commit does to the phone', () => {
  it('keeps one pending slot per record, replaced by the next save', async () => {
    await save(opId(1), null);
    await save(opId(2), opId(1), opId(1));
    expect(await db.records.where({ pending: 1 }).count()).toBe(1);
    expect((await db.records.get(NGUYEN))?.opId).toBe(opId(2));
    expect((await readDeviceDisk(db)).slots[NGUYEN]?.opId).toBe(opId(2));
  });

  it('refuses a save that has not read what another tab saved, and shows it the disk', async () => {
    await save(opId(1), null);
    const outcome = await save(opId(2), null);
    expect(outcome.type).toBe('refused');
    expect(outcome.type === 'refused' && outcome.disk.slots[NGUYEN]?.opId).toBe(opId(1));
    expect((await db.records.get(NGUYEN))?.opId).toBe(opId(1));
  });

  it('refuses a save that would hide values which another tab saved and queued already', async () => {
    await save(opId(1), null);
    await queue(opId(1), 1);
    expect((await save(opId(2), null)).type).toBe('refused');
    expect((await save(opId(2), null, opId(1))).type).toBe('committed');
  });

  it('moves a slot into the dense sequence with its bytes, and refuses the same place twice', async () => {
    await save(opId(1), null);
    expect((await queue(opId(1), 1)).type).toBe('committed');
    const disk = await readDeviceDisk(db);
    expect(disk.head).toEqual({ seq: 1, hash: 'h1' });
    expect(disk.queue.map((item) => item.seq)).toEqual([1]);
    expect(disk.slots).toEqual({});
    expect((await db.outbox.get(1))?.sealed).toEqual(Uint8Array.of(3, 4, 5));
    expect((await queue(opId(1), 1)).type).toBe('refused');
  });

  it('writes nothing at all when one write of a commit fails', async () => {
    await save(opId(1), null);
    const broken = commit([
      { type: 'putHead', seq: 9, hash: 'h9' },
      { type: 'moveSlotToQueue', queued: { ...makeSlot(opId(7)), seq: 9, prev: 'h8', hash: 'h9' } },
    ]);
    await expect(broken).rejects.toThrow();
    expect((await readDeviceDisk(db)).head.seq).toBe(0);
  });

  it('keeps an encapsulation until its last item has gone', async () => {
    await save(opId(1), null);
    await queue(opId(1), 1);
    await save(opId(2), null, opId(1));
    await queue(opId(2), 2);
    await save(opId(3), null, opId(2));
    await commit([{ type: 'deleteQueued', upTo: 1 }]);
    expect(await db.encapsulations.count()).toBe(1);
    await commit([{ type: 'deleteQueued', upTo: 2 }]);
    expect(await db.encapsulations.count()).toBe(0);
    await queue(opId(3), 3);
    expect((await db.encapsulations.get('e1'))?.bytes).toHaveLength(65);
  });

  it('keeps the receipt in the transaction that acknowledges', async () => {
    const receipt = {
      incarnation: 'I',
      upTo: 4,
      requestHash: Uint8Array.of(1),
      receipt: Uint8Array.of(2),
      restHash: Uint8Array.of(3),
      signature: Uint8Array.of(4),
    };
    await commit([{ type: 'putAcked', acked: 4, held: 4, backedUp: 0 }], { receipt });
    expect(await db.receipts.get('I')).toEqual(receipt);
    expect((await readDeviceDisk(db)).acked).toBe(4);
  });

  it('drops a record that may no longer be seen only after its unsent work has left', async () => {
    await save(opId(1), null);
    await queue(opId(1), 1);
    const rows = [{ record: NGUYEN, cipher: Uint8Array.of(0), withdrawn: 1 as const }];
    const changes = new Map([[7, { rows }]]);
    await commit([{ type: 'putPulled', answer: 7, incarnation: 'I', cursor: 5 }], { changes });
    expect(await db.records.count()).toBe(1);
    await commit([{ type: 'putAcked', acked: 1, held: 1, backedUp: 0 }]);
    expect(await db.records.count()).toBe(0);
    expect(await db.pulled.count()).toBe(0);
    expect(await db.outbox.count()).toBe(1);
  });
});
