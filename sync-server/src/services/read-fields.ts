/** Reads the fields of an opened record. Knows no collection. */
import type { FieldState, RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';

export function readText(state: RecordState, path: string): string {
  const value = state.fields[path]?.value;
  return typeof value === 'string' ? value : '';
}

export function readNumber(state: RecordState, path: string): number | null {
  const value = state.fields[path]?.value;
  return typeof value === 'number' ? value : null;
}

/** What stands at a path as its table says it; null where nothing does. */
export function readField<T>(state: RecordState, path: string): T | null {
  return (state.fields[path]?.value ?? null) as T | null;
}

/** The fields under `prefix/…` by what follows, without those that were taken away. */
function listFields(state: RecordState, prefix: string): [string, FieldState][] {
  const start = `${prefix}/`;
  return Object.entries(state.fields)
    .filter(([path, { value }]) => path.startsWith(start) && value !== null)
    .map(([path, field]) => [path.slice(start.length), field]);
}

export function listBelow<T>(state: RecordState, prefix: string): [string, T][] {
  return listFields(state, prefix).map(([key, { value }]) => [key, value as unknown as T]);
}

/** As a device reads the record: path → value. */
export function readValues({ record, fields }: RecordState): { record: RecordId; values: Patch } {
  const values = Object.entries(fields).map(([path, { value }]) => [path, value] as const);
  return { record, values: Object.fromEntries(values) };
}
