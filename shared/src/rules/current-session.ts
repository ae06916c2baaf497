/** The session at which somebody is met now. One rule for every screen, so that a person and their dossier stand at the same one. */
import { listEntries } from '../model/collection.ts';
import type { Patch } from '../model/operation.ts';

interface SessionRecord {
  readonly values: Patch;
}

interface Here {
  readonly member: string;
  /** yyyy-mm-dd, by the clock that this device writes days with. */
  readonly today: string;
}

/**
 * An open one at which this member is, whatever its day: a session runs past midnight, and clocks jump. Of several the one of
 * today, else the last that was opened. One of another day is to be named on the screen: it may only have been forgotten.
 */
export function findCurrentSession<T extends SessionRecord>(
  sessions: readonly T[],
  { member, today }: Here,
): T | undefined {
  const isOfToday = ({ values }: T) => Number(values['day'] === today);
  const openedAt = ({ values }: T) => Number(values['openedAt'] ?? 0);
  return sessions
    .filter(({ values }) => typeof values['closedAt'] !== 'number' && isThere(values, member))
    .sort((a, b) => isOfToday(b) - isOfToday(a) || openedAt(b) - openedAt(a))[0];
}

/** Came, and has not said that they left. */
function isThere(values: Patch, member: string): boolean {
  const entries = new Map(listEntries<unknown>(values, 'members'));
  return entries.has(`${member}/in`) && !entries.has(`${member}/out`);
}
