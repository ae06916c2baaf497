/** Turns what a browser throws at a database into the few faults that custody knows how to answer. */
import { Dexie } from 'dexie';
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

/** Opens it; whatever the browser throws at that is an opening that failed, and is kept inside. */
export async function openNamed(db: Dexie): Promise<void> {
  try {
    await db.open();
  } catch (thrown) {
    throw new Dexie.OpenFailedError('The database did not open.', thrown as Error);
  }
}

/**
 * The fault named by the innermost cause that has a name of its own: Dexie wraps a full disk in an abort, and an abort
 * in a closed database. Whatever is not known is `aborted`: nothing was written.
 */
export function nameStorageFault(thrown: unknown): StorageFault {
  const causes = listCauses(thrown);
  const faults = causes.map((cause) => FAULT_BY_NAME[cause.name]);
  if (isFailedOpening(causes)) return 'openFailed';
  const known = faults.filter((fault) => fault !== undefined);
  return known.find((fault) => fault === 'quota') ?? known.at(-1) ?? 'aborted';
}

/** Dexie calls a database closed also when it could not be opened at all, and keeps what the browser threw inside. */
function isFailedOpening(causes: readonly { readonly name: string }[]): boolean {
  const [outer, inner] = [causes[0]?.name ?? '', causes.at(-1)?.name ?? ''];
  const isOther = FAULT_BY_NAME[inner] === undefined && inner !== 'AbortError';
  return FAULT_BY_NAME[outer] === 'handleDead' && isOther;
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
