/** Turns what a browser throws at a database into the few faults that custody knows how to answer. */
import type { StorageFault } from '#shared/custody/device-types';

const FAULT_BY_NAME: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'quota',
  NotReadableError: 'blobLost',
  NotFoundError: 'blobLost',
  DatabaseClosedError: 'handleDead',
  InvalidStateError: 'handleDead',
  OpenFailedError: 'openFailed',
  MissingAPIError: 'openFailed',
  VersionError: 'newer',
  NewerDatabaseError: 'newer',
  NoSuchDatabaseError: 'evicted',
  EvictedError: 'evicted',
};

/** Said when a database opens and what makes it ours is not in it. */
export class EvictedError extends Error {
  override readonly name = 'EvictedError';
}

/** A newer version of this program has been here. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/**
 * The fault named by the innermost cause that has a name of its own: Dexie wraps a full disk in an abort, and an abort
 * in a closed database. Whatever is not known is `aborted`: nothing was written.
 */
export function nameStorageFault(thrown: unknown): StorageFault {
  const faults = listCauses(thrown).map((cause) => FAULT_BY_NAME[cause.name]);
  const known = faults.filter((fault) => fault !== undefined);
  return known.find((fault) => fault === 'quota') ?? known.at(-1) ?? 'aborted';
}

function listCauses(thrown: unknown): { name: string }[] {
  const causes: { name: string }[] = [];
  let next: unknown = thrown;
  while (isNamed(next) && causes.length < 8) {
    causes.push(next);
    next = 'inner' in next ? next.inner : 'cause' in next ? next.cause : undefined;
  }
  return causes;
}

function isNamed(value: unknown): value is { name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
