/** The catalogue that ships with the product, each entry checked as it is loaded. Newer versions come as data, not here. */
import type { Procedure } from '../src/rules/procedure.ts';
import { procedure } from '../src/rules/procedure.ts';
import civilStatusCopy from './procedures/2.000635.json' with { type: 'json' };

/** Most used first. */
export const procedures: readonly Procedure[] = [civilStatusCopy].map((entry) => procedure.parse(entry));

/** By today's code or one that it had before. */
export function findProcedure(code: string): Procedure | undefined {
  return procedures.find((entry) => entry.code === code || entry.aliases.includes(code));
}
