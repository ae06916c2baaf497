/** An operation: what one save says, inside its seal. Knows the shape of a patch, not what its fields mean. */
import type { OpId, RecordId } from '../ids.ts';

/** Anything JSON can say; null takes a path away. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Path → value. A list is many paths (`heads/<id>`), so that lists merge by union and nobody's entry is lost. */
export type Patch = Readonly<Record<string, Json>>;

export interface Operation {
  readonly collection: string;
  readonly record: RecordId;
  /** The commune's change sequence that this device had read when it wrote; the only clock that merging looks at. */
  readonly base: number;
  readonly patch: Patch;
  /** Device wall clock, milliseconds since 1970: kept and shown, never compared. */
  readonly at: number;
  /** Operations of the same record that went to the commune without a place, and that this one includes (decision 0009). */
  readonly knows?: readonly OpId[] | undefined;
}
