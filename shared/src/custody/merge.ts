/** How operations of several people become one record, path by path. Looks at the server's order and never at a clock. */
import type { DeviceId, OpId } from '../ids.ts';
import type { Json, Operation } from '../model/operation.ts';
import type { FieldState, RecordState } from './server-types.ts';

/** Who wrote, at which change of the commune. */
export interface FoldedBy {
  readonly device: DeviceId | 'server';
  readonly seq: number;
  /** The operation's own name where it has no place in its device's sequence. */
  readonly unplaced?: OpId;
}

/** The record after one more operation; `undefined` before the first one. Paths are independent of each other. */
export function foldOperation(state: RecordState | undefined, op: Operation, by: FoldedBy): RecordState {
  const fields: Record<string, FieldState> = { ...state?.fields };
  for (const path of Object.keys(op.patch)) {
    const { base, knows = [] } = op;
    fields[path] = foldField(fields[path], { value: op.patch[path] ?? null, base, knows }, by);
  }
  return { record: op.record, collection: op.collection, fields, seq: by.seq };
}

interface Written {
  readonly value: Json;
  readonly base: number;
  readonly knows: readonly OpId[];
}

/**
 * Two people who wrote different things without having seen each other's: both values stay, the newer in server order
 * as the value, until somebody who has seen both writes again.
 */
function foldField(last: FieldState | undefined, written: Written, by: FoldedBy): FieldState {
  const { value, base } = written;
  const unplaced = by.unplaced && { unplaced: by.unplaced };
  const plain: FieldState = { value, seq: by.seq, device: by.device, ...unplaced };
  if (!last || by.device === 'server') return plain;
  const hasSeen = base >= last.seq;
  if (hasSeen) return last.others === undefined && isSameJson(last.value, value) ? last : plain;
  const isNext = isSucceeded(last, written, by);
  if (isSameJson(last.value, value)) return isNext ? { ...withoutMark(last), ...unplaced } : last;
  const kept = isNext ? (last.others ?? []) : [...(last.others ?? []), last.value];
  const others = kept.filter((other, at) => !isSameJson(other, value) && isFirst(kept, at));
  return others.length === 0 ? plain : { ...plain, others };
}

/**
 * Of one device the later word is the later one, since its sequence is in order. What came without a place is not: what was
 * sealed before it may arrive after it, and then nobody may lose either.
 */
function isSucceeded(last: FieldState, { knows }: Written, by: FoldedBy): boolean {
  if (last.device !== by.device) return false;
  return last.unplaced === undefined || knows.includes(last.unplaced);
}

/** Said again in its place: from here on it is like any other word of its device. */
function withoutMark({ unplaced: _, ...last }: FieldState): FieldState {
  return last;
}

function isFirst(values: readonly Json[], at: number): boolean {
  const value = values[at] ?? null;
  return values.findIndex((other) => isSameJson(other, value)) === at;
}

/** True when a fold left a path with more values than it had before. */
export function hasNewConflict(before: RecordState | undefined, after: RecordState): boolean {
  return Object.keys(after.fields).some((path) => {
    const now = after.fields[path]?.others;
    return now !== undefined && now !== before?.fields[path]?.others;
  });
}

/** Deep equality of JSON values; the order of keys means nothing. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false;
    return one.every((entry, at) => isSameJson(entry, other[at] ?? null));
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key] ?? null, other[key] ?? null))
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
