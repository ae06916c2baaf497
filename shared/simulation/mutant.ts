/** A fault planted in production code, and by which broken promise it must be noticed. Plants nothing itself. */
import type { Focus } from './seed-plan.ts';
import type { Invariant } from './violation.ts';

export interface Substitution {
  /** Below shared/src. */
  readonly file: string;
  /** Must be found exactly once. */
  readonly find: string;
  readonly replace: string;
}

export interface Mutant {
  readonly name: string;
  readonly expects: readonly Invariant[];
  readonly changes: readonly Substitution[];
  /** For what is noticed only where rare circumstances meet. */
  readonly focus?: Focus;
}
