/** The catalogue that ships with the product. A test checks each entry, and no phone does again. Newer versions come as data, not here. */
import { type Procedure, writeOutProcedure, type WrittenProcedure } from '../src/rules/procedure.ts';
import death from './procedures/1.000656.json' with { type: 'json' };
import marriage from './procedures/1.000894.json' with { type: 'json' };
import birth from './procedures/1.001193.json' with { type: 'json' };
import householdBusiness from './procedures/1.001612.json' with { type: 'json' };
import temporaryResidence from './procedures/1.004194.json' with { type: 'json' };
import permanentResidence from './procedures/1.004222.json' with { type: 'json' };
import maritalStatus from './procedures/1.004873.json' with { type: 'json' };
import residenceConfirmation from './procedures/1.010041.json' with { type: 'json' };
import civilStatusCopy from './procedures/2.000635.json' with { type: 'json' };
import certifiedCopy from './procedures/2.000815.json' with { type: 'json' };
import accountLevel2 from './procedures/3.000228.json' with { type: 'json' };
import childBundle from './procedures/3.000722.json' with { type: 'json' };

const entries = [
  civilStatusCopy,
  certifiedCopy,
  birth,
  childBundle,
  permanentResidence,
  temporaryResidence,
  residenceConfirmation,
  maritalStatus,
  marriage,
  death,
  accountLevel2,
  householdBusiness,
] as unknown as readonly WrittenProcedure[];

/** Most used first. */
export const procedures: readonly Procedure[] = entries.map(writeOutProcedure);

/** By today's code or one that it had before. */
export function findProcedure(code: string): Procedure | undefined {
  return procedures.find((entry) => entry.code === code || entry.aliases.includes(code));
}
