/** Which phones write a session, whose list is here, and until when it goes. Pure; adds nobody up twice. */
import { countToldPeople } from '#shared/contracts/list-code';
import { listSilentLetters } from '#shared/rules/session-letters';
import type { AttendanceList } from './read-attendance.ts';

export interface Machine {
  readonly owner: string;
  readonly letter: string | undefined;
  readonly isOwn: boolean;
  readonly people: number;
  /** Milliseconds by the clock of that phone: its last entry that is here. Undefined: it has counted nobody. */
  readonly until: number | undefined;
  /** By the same clock: when it showed the code by which this phone knows its list. Undefined: known by the list itself. */
  readonly toldAt: number | undefined;
}

export interface Machines {
  /** This phone first, then by letter. */
  readonly here: readonly Machine[];
  /** Letters of codes that were handed out and not taken back, whose phones have not been heard of. */
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

function describeMachine(
  { device, owner, letter, heads, visitors, told }: AttendanceList,
  own: string,
): Machine {
  const times = [...heads, ...visitors].map(([, { at }]) => at);
  return {
    owner,
    letter,
    isOwn: device === own,
    people: told ? countToldPeople(told) : times.length,
    until: times.length === 0 ? undefined : Math.max(...times),
    toldAt: told?.at,
  };
}

/** A phone that asks every two minutes has missed several turns by then. */
const FRESH_MS = 10 * 60_000;

/**
 * False while the lists of the others may have grown without this phone's knowing. `heardAt`: when the commune answered it
 * last; both in milliseconds of this phone's own clock.
 */
export function areListsFresh(heardAt: number | undefined, now: number): boolean {
  return heardAt !== undefined && Math.abs(now - heardAt) <= FRESH_MS;
}

/** How far this phone has the others' lists. */
export interface Merged {
  readonly isFresh: boolean;
  /** Undefined: the commune has not answered since this phone was opened. */
  readonly heardAt: number | undefined;
}

/** Whole: its list is here as far as it has been sent, or as its code said. */
export function drawDot({ isOwn, toldAt }: Pick<Machine, 'isOwn' | 'toldAt'>, isFresh: boolean): string {
  return isOwn || isFresh || toldAt !== undefined ? '●' : '○';
}
