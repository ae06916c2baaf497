/** Whoever writes the head's words in the head's place: on which days they count, and what they must say of themselves. Has no clock. */
import type { Json, Operation } from '../model/operation.ts';
import type { DeviceRow, RecordState } from './server-types.ts';

export interface DeputyFault {
  readonly code: 'outsideDelegation' | 'notAllowed' | 'fieldInvalid';
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Every collection that a deputy may write, beside what their own role may. */
const HEADS_WORDS = 'review';

/** True where this operation is to be judged as the head's, once it has no fault of a deputy's. */
export function isInHeadsPlace({ role, deputy }: DeviceRow, { collection }: Operation): boolean {
  return collection === HEADS_WORDS && role !== 'head' && deputy !== undefined;
}

/**
 * Outside the days nothing is taken, whenever it was written. Within them every word names its delegation and its own writer,
 * and what somebody else wrote is neither changed nor taken back.
 */
export function findDeputyFault(
  { device, deputy }: DeviceRow,
  { patch }: Operation,
  known: RecordState | undefined,
): DeputyFault | undefined {
  if (!deputy) return { code: 'notAllowed' };
  const { delegation, name, state, from, to } = deputy;
  if (state !== 'inForce') return { code: 'outsideDelegation', detail: { state, from, to } };
  for (const [path, value] of Object.entries(patch)) {
    const before = known?.fields[path];
    if (before && before.device !== device) return { code: 'notAllowed', field: path };
    if (isWord(value) && (value['delegation'] !== delegation || value['by'] !== name))
      return { code: 'fieldInvalid', field: path };
  }
  return undefined;
}

/** Nobody else says that they stand in for somebody. */
export function findFalseDeputy({ collection, patch }: Operation): DeputyFault | undefined {
  if (collection !== HEADS_WORDS) return undefined;
  const path = Object.keys(patch).find((one) => {
    const value = patch[one];
    return isWord(value) && value['delegation'] !== undefined;
  });
  return path === undefined ? undefined : { code: 'fieldInvalid', field: path };
}

function isWord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
