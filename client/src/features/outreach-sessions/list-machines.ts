/** Which phones write a session, whose list is here, and until when it goes. Pure; adds nobody up twice. */
import { listSilentLetters } from '#shared/rules/session-letters';
import type { AttendanceList } from './read-attendance.ts';

export interface Machine {
  readonly owner: string;
  readonly letter: string | undefined;
  readonly isOwn: boolean;
  readonly people: number;
  /** Milliseconds by the clock of that phone: its last entry that is here. Undefined: it has counted nobody. */
  readonly until: number | undefined;
}

export interface Machines {
  /** This phone first, then by letter. */
  readonly here: readonly Machine[];
  /** Letters of codes that were handed out, whose phones have not been heard of. */
  readonly silent: readonly string[];
  /** This phone's letter is another phone's as well. */
  readonly isLetterShared: boolean;
}

export function listMachines(lists: readonly AttendanceList[], ownDevice: string): Machines {
  const here = lists
    .map((list) => describeMachine(list, ownDevice))
    .sort(
      (a, b) => Number(b.isOwn) - Number(a.isOwn) || (a.letter ?? '').localeCompare(b.letter ?? '', 'en'),
    );
  const letters = here.map(({ letter }) => letter);
  const own = here.find(({ isOwn }) => isOwn)?.letter;
  return {
    here,
    silent: listSilentLetters(lists),
    isLetterShared: own !== undefined && letters.filter((letter) => letter === own).length > 1,
  };
}

function describeMachine({ device, owner, letter, heads, visitors }: AttendanceList, own: string): Machine {
  const times = [...heads, ...visitors].map(([, { at }]) => at);
  return {
    owner,
    letter,
    isOwn: device === own,
    people: times.length,
    until: times.length === 0 ? undefined : Math.max(...times),
  };
}
