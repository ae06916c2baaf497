/** Where no portal takes packs: the dossier waits for its citizen or for the desk, and nothing is called. */
import { findWaiting } from '#shared/custody/forwarder-state';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { Lodging } from '#shared/model/dossier';
import { commitForward } from '../services/commit-forward.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { BatchStore } from '../storage/store.ts';
import { NEVER_DUE } from './step-row.ts';

export function waitAtDesk(
  store: BatchStore,
  writer: RecordWriter,
  given: { readonly reference: string; readonly now: number; readonly again?: number },
): void {
  const { reference, now, again = NEVER_DUE } = given;
  store.applyBatch((tx) => {
    const row = tx.findIntent(reference);
    if (row) commitForward(tx, writer, { state: toWaiting(row, again), lodgings: listWaiting(row, now) });
  });
}

/** The row stays ready: a portal that is configured one day takes it up. So does a wish of which a person's row has not told it yet. */
function toWaiting(row: ForwardState, again: number): ForwardState {
  const { withdrawAsked } = row;
  const phase = row.phase === 'ready' && withdrawAsked ? 'withdrawn' : row.phase;
  return { ...row, phase, dueAt: withdrawAsked && phase === 'needsPerson' ? again : NEVER_DUE };
}

function listWaiting({ phase, withdrawAsked, route }: ForwardState, at: number): Lodging[] {
  if (phase !== 'ready' || withdrawAsked) return [];
  return [{ state: findWaiting(route), at }];
}
