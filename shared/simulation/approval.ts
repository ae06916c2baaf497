/** Approving a phone that waits: all that was held for it is applied in its order, in the transaction of the approval. */
import type { OpenedBatch } from '../src/custody/server-types.ts';
import type { DeviceId } from '../src/ids.ts';
import { carryOut, readSlice } from './house.ts';
import { HOUR, type World } from './world.ts';

export function approve(world: World, device: DeviceId): void {
  const { store, up } = world.house;
  if (!up) return world.schedule.after(HOUR, () => approve(world, device));
  const row = store.tables.devices.get(device);
  if (row?.standing !== 'waiting') return;
  const held = (store.tables.ops.get(device) ?? []).filter((stored) => stored.held);
  const first = held[0];
  const approved = { type: 'putStanding', device, standing: 'approved' } as const;
  if (!first) return store.commit([approved], 'full');
  world.tally.lateApproval++;
  const before = (store.tables.ops.get(device) ?? [])[first.seq - 2];
  const opened: OpenedBatch = {
    device,
    from: first.seq,
    prev: before?.hash ?? world.cores.GENESIS_HASH,
    items: held.map(({ seq, opId, hash }) => {
      const sealed = world.oracle.sealed.get(opId);
      const isOpen = sealed?.opens === true;
      return {
        seq,
        opId,
        hash,
        content: isOpen ? { ok: true, op: sealed.op } : { ok: false, code: 'sealUnopened' },
      };
    }),
    now: world.schedule.now,
  };
  const plan = world.cores.applyHeld(readSlice(world, row, opened), opened);
  carryOut(world, { device, plan }, [approved]);
}
