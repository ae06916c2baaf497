/** Where this phone's own sequence ends before what is remembered of it elsewhere: how far each has it. Pure. */
import type { Progress } from '#shared/custody/progress-marker';

export interface MissingPlaces {
  /** Last number of its own sequence that this phone remembers. */
  readonly here: number;
  /** Last one that the commune has. */
  readonly commune: number;
  /** Last one that was given out, as far as anybody remembers. */
  readonly known: number;
}

export interface Remembered {
  readonly here: number;
  /** By the commune's last answer; undefined before one. */
  readonly communeSeq: number | undefined;
  readonly marker: Progress | undefined;
}

/** Undefined while this phone remembers all of it. */
export function findMissingPlaces({ here, communeSeq, marker }: Remembered): MissingPlaces | undefined {
  const commune = communeSeq ?? marker?.acked ?? 0;
  const known = Math.max(commune, marker?.lastSeq ?? 0);
  return known > here ? { here, commune, known } : undefined;
}
