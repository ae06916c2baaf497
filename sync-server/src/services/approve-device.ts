/** Lets a waiting or ended device in, and obeys what it handed in meanwhile, in its order and in one transaction; or obeys that alone. Asks nobody for permission. */
import { applyHeld } from '#shared/custody/server';
import type { OpenedBatch, OpenedItem } from '#shared/custody/server-types';
import { bytesToBase64Url } from '#shared/ids';
import { GENESIS } from '#shared/model/envelope';
import { findContentKey } from '../protection/hpke.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { HeldOp, StoredDevice } from '../storage/rows.ts';
import type { BatchStore } from '../storage/store.ts';
import { type FindDictionary, openItem } from './open-item.ts';
import { readSlice } from './read-slice.ts';
import { writePlan } from './write-plan.ts';

export interface Approver {
  readonly store: BatchStore;
  readonly keys: KeyRing;
  readonly findDictionary: FindDictionary;
  readonly incarnation: { readonly bornOfRestore: boolean };
  readonly now: () => number;
}

/** `by` is the id of the member who decided, or the commune's when it was done at the server's own terminal. */
export function approveDevice(approver: Approver, waiting: StoredDevice, by: string): void {
  approver.store.applyBatch((tx) => {
    const current = tx.findDevice(waiting.id);
    if (!current || current.standing === 'approved') return;
    const at = approver.now();
    tx.setStanding(current.n, 'approved', { by, at });
    obeyHeld(tx, approver, current);
  });
}

/** What an ended device handed in since; it stays ended. */
export function obeyEnded(approver: Approver, ended: StoredDevice): void {
  approver.store.applyBatch((tx) => {
    const current = tx.findDevice(ended.id);
    if (current?.standing === 'revoked') obeyHeld(tx, approver, current);
  });
}

function obeyHeld(tx: BatchTx, approver: Approver, current: StoredDevice): void {
  const { keys, incarnation } = approver;
  const now = approver.now();
  const held = tx.takeHeld(current.n);
  const [first] = held;
  if (!first) return;
  const device: StoredDevice = { ...current, standing: 'approved' };
  const batch: OpenedBatch = {
    device: device.id,
    from: first.seq,
    prev: findHeadBefore(tx, first),
    items: held.map((op) => openHeld(approver, device, op)),
    now,
  };
  const context = { keys, device, bornOfRestore: incarnation.bornOfRestore };
  const { slice, opened, stored } = readSlice(tx, context, batch);
  const plan = applyHeld(slice, opened);
  writePlan(tx, { keys, device, now, stored, findSealed: (seq) => getHeld(held, seq) }, plan);
}

/** The chain's head before the first held operation. */
function findHeadBefore(tx: BatchTx, first: HeldOp): string {
  const [before] = tx.listKnown(first.deviceN, first.seq - 1, first.seq - 1);
  return bytesToBase64Url(before?.hash ?? GENESIS);
}

function openHeld({ keys, findDictionary }: Approver, device: StoredDevice, held: HeldOp): OpenedItem {
  const { seq, opId, keyId, dictVersion, sealed } = held;
  const key = keys.findSealingKey(keyId);
  const contentKey = key && findContentKey(key, held.encapsulation);
  const op = openItem(
    { binding: { device: device.id, keyId, opId, dictVersion }, sealed, contentKey },
    findDictionary,
  );
  const content = op.ok ? ({ ok: true, op: op.value } as const) : ({ ok: false, code: op.error } as const);
  return { seq, opId, hash: bytesToBase64Url(held.hash), content };
}

function getHeld(held: readonly HeldOp[], seq: number): HeldOp {
  const op = held.find((one) => one.seq === seq);
  if (!op) throw new Error('The plan holds an item that was not held.');
  return op;
}
