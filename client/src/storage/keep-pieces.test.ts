import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { type AttachmentId, bytesToId, type DeviceId } from '#shared/ids';
import { commitWrites } from './commit-writes.ts';
import { createVaultRows } from './create-vault-rows.ts';
import { VaultDatabase } from './database.ts';
import { deletePieces, listBackedUpPieces, markPieces, putPieces, tallyUnsentPieces } from './keep-pieces.ts';

const SCAN = bytesToId<AttachmentId>(new Uint8Array(16).fill(4));
let db: VaultDatabase;
let names = 0;

beforeEach(async () => {
  db = new VaultDatabase(`pieces-${names++}`);
  await db.open();
  await createVaultRows(db, bytesToId<DeviceId>(new Uint8Array(16).fill(1)), {});
  const piece = { attachment: SCAN, total: 2, encapsulation: 'e1', keyId: 1, sent: 0 } as const;
  await putPieces(
    db,
    [0, 1].map((index) => ({ ...piece, index, sealed: new Uint8Array(10) })),
    [{ id: 'e1', bytes: new Uint8Array(65) }],
  );
});

const moveHead = async (seq: number): Promise<void> => {
  const order = { expect: {}, saves: new Map(), changes: new Map() };
  await commitWrites(db, { ...order, writes: [{ type: 'putHead', seq, hash: `h${seq}` }] });
};

it('counts what is only here by what the server says is missing', async () => {
  await markPieces(db, { attachment: SCAN, missing: [1] });
  expect(await tallyUnsentPieces(db)).toEqual(new Map([[SCAN, { unsent: 1, unsentBytes: 10 }]]));
});

it('offers a piece again that a restored server has lost', async () => {
  await markPieces(db, { attachment: SCAN, missing: [] });
  await markPieces(db, { attachment: SCAN, missing: [0, 1] });
  expect((await tallyUnsentPieces(db)).get(SCAN)?.unsent).toBe(2);
});

it('lets a scan go only after a backup that was taken when it was whole', async () => {
  await moveHead(5);
  await markPieces(db, { attachment: SCAN, missing: [] });
  expect([...(await listBackedUpPieces(db, 5))]).toEqual([]);
  expect([...(await listBackedUpPieces(db, 6))]).toEqual([SCAN]);
  await deletePieces(db, [SCAN]);
  expect(await db.pieces.count()).toBe(0);
  expect(await db.encapsulations.count()).toBe(0);
});

it('never lets a piece go that was not sent, whoever asks', async () => {
  await markPieces(db, { attachment: SCAN, missing: [1] });
  await deletePieces(db, [SCAN]);
  expect(await db.pieces.toCollection().primaryKeys()).toEqual([[SCAN, 1]]);
  expect(await db.encapsulations.count()).toBe(1);
});
