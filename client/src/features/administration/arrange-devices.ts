/** Puts the devices of a commune in order and says of each what has not come home. Approves nothing; the time comes in. */
import type { DeviceLine } from '#shared/contracts/administration';
import { compareNames } from '#shared/rules/sort-names';

export interface Loss {
  /** Saves that the device has said it made and that have not arrived. */
  readonly missing: number;
  /** Seconds since the oldest of them, as far as is known. */
  readonly oldestAge: number;
}

export interface DeviceEntry {
  readonly device: DeviceLine;
  readonly loss: Loss | undefined;
}

export interface DeviceGroups {
  /** Longest waiting first. */
  readonly waiting: readonly DeviceEntry[];
  /** What has not come home first, then by name. */
  readonly approved: readonly DeviceEntry[];
  /** Those whose work of since then waits for a word of the office first. */
  readonly revoked: readonly DeviceEntry[];
}

/** `now`: when the list was made, by the clock that tells of the devices: the server's. */
export function arrangeDevices(devices: readonly DeviceLine[], now: number): DeviceGroups {
  const entries = devices.map((device) => ({ device, loss: findLoss(device, now) }));
  const ofStanding = (standing: DeviceLine['standing']) =>
    entries.filter((entry) => entry.device.standing === standing);
  return {
    waiting: ofStanding('waiting').sort((a, b) => a.device.enrolledAt - b.device.enrolledAt),
    approved: ofStanding('approved').sort(byLoss),
    revoked: ofStanding('revoked').sort(byKeptWork),
  };
}

/** Sent after the phone was ended: it has come home, and nobody has obeyed it. */
export function hasKeptWork({ device }: Pick<DeviceEntry, 'device'>): boolean {
  return device.standing === 'revoked' && device.heldItems > 0;
}

function byKeptWork(a: DeviceEntry, b: DeviceEntry): number {
  return Number(hasKeptWork(b)) - Number(hasKeptWork(a)) || byLoss(a, b);
}

function byLoss(a: DeviceEntry, b: DeviceEntry): number {
  const byAge = (b.loss?.oldestAge ?? -1) - (a.loss?.oldestAge ?? -1);
  return byAge || compareNames(a.device.name, b.device.name);
}

/** The age was told when the device was last heard of; it has grown since. */
function findLoss(
  { lastSeqSaid, lastSeqArrived, oldestAge, lastSeenAt }: DeviceLine,
  now: number,
): Loss | undefined {
  const missing = lastSeqSaid - lastSeqArrived;
  if (missing <= 0) return undefined;
  const silence = lastSeenAt === null ? 0 : Math.max(0, Math.round((now - lastSeenAt) / 1_000));
  return { missing, oldestAge: oldestAge + silence };
}

const DAY_SECONDS = 86_400;

/** Somebody should act on it. */
export function isOldLoss({ oldestAge }: Loss): boolean {
  return oldestAge >= DAY_SECONDS;
}

export function listOldLosses({ approved, revoked }: DeviceGroups): readonly DeviceEntry[] {
  return [...approved, ...revoked].filter(({ loss }) => loss !== undefined && isOldLoss(loss));
}

export type Age = { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number };

/** In the largest unit of which there is one; never below a minute. */
export function roundAge(seconds: number): Age {
  if (seconds >= DAY_SECONDS) return { unit: 'days', count: Math.floor(seconds / DAY_SECONDS) };
  if (seconds >= 3_600) return { unit: 'hours', count: Math.floor(seconds / 3_600) };
  return { unit: 'minutes', count: Math.max(1, Math.round(seconds / 60)) };
}
