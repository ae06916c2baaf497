/** The store as one batch is changing it: what was read, what is written so far. Lives for one `apply` only. */
import type { DeviceId, RecordId } from '../ids.ts';
import type { Patch } from '../model/operation.ts';
import type { RecordState, ServerSlice, ServerWrite } from './server-types.ts';

export interface ServerDraft {
  communeSeq: number;
  readonly now: number;
  /** Its own changes too are read by the device that wrote them. */
  readonly tellAuthor: boolean;
  readonly bornOfRestore: boolean;
  readonly records: Map<RecordId, RecordState>;
  /** Records that are one person, where it matters. */
  readonly persons: readonly (readonly RecordId[])[];
  /** Dossier number, as compared → the dossier that it belongs to. */
  readonly numbers: Map<string, RecordId>;
  readonly references: Map<string, RecordId>;
  readonly hidden: ReadonlySet<RecordId>;
  readonly writes: ServerWrite[];
}

export function openDraft(
  slice: Omit<ServerSlice, 'device' | 'known'>,
  { now, tellAuthor }: { readonly now: number; readonly tellAuthor: boolean },
): ServerDraft {
  return {
    communeSeq: slice.communeSeq,
    now,
    tellAuthor,
    bornOfRestore: slice.bornOfRestore,
    records: new Map([...(slice.related ?? []), ...slice.records].map((state) => [state.record, state])),
    persons: slice.persons ?? [],
    numbers: new Map(slice.numbers.map((row) => [row.dossierNo, row.record])),
    references: new Map(slice.references.map((row) => [row.reference, row.record])),
    hidden: new Set(slice.hidden),
    writes: [],
  };
}

/** The record's new state and the change that tells others of it; `state.seq` must be the change's own. */
export function putChanged(
  draft: ServerDraft,
  state: RecordState,
  change: { readonly patch: Patch; readonly origin: DeviceId | 'server' },
): void {
  draft.communeSeq = state.seq;
  draft.records.set(state.record, state);
  draft.writes.push(
    { type: 'putRecord', state, patch: change.patch },
    { type: 'putChange', seq: state.seq, record: state.record, origin: change.origin },
  );
}
