/** What a device says of itself with every request, so that the commune can name what has not come home. No record, no name. */
import type { Heartbeat } from '#shared/contracts/sync';
import type { DeviceDisk } from '#shared/custody/device-types';
import type { Clock } from '../platform/clock.ts';
import { readStorageSpace } from '../platform/storage-space.ts';

/** Saves that have not reached the commune. */
function countHere(disk: DeviceDisk): number {
  return Object.keys(disk.slots).length + listUnsent(disk).length;
}

/** Those of them that go by themselves: what somebody may still refuse waits for a person. */
export function countWaiting(disk: DeviceDisk): number {
  return countHere(disk) - Object.values(disk.slots).filter(({ unconfirmed }) => unconfirmed).length;
}

function listUnsent(disk: DeviceDisk): DeviceDisk['queue'] {
  return disk.queue.filter((item) => item.seq > disk.acked);
}

/** Milliseconds since the oldest save that is only here; undefined when nothing is. */
export function findOldestAge(disk: DeviceDisk, clock: Clock): number | undefined {
  const since = [...Object.values(disk.slots), ...listUnsent(disk)].map((item) => item.since);
  return since.length === 0 ? undefined : Math.max(0, clock.monotonic() - Math.min(...since));
}

export async function readHeartbeat(disk: DeviceDisk, clock: Clock, build: string): Promise<Heartbeat> {
  const age = Math.round((findOldestAge(disk, clock) ?? 0) / 1_000);
  const { leftBytes } = await readStorageSpace();
  return {
    pending: countHere(disk),
    oldestAge: age,
    lastSeq: disk.head.seq,
    storageLeft: leftBytes === undefined ? -1 : Math.round(leftBytes / 1_000_000),
    build,
    clock: Math.round(clock.wall()),
  };
}
