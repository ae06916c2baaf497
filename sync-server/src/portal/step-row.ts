/** One step of one dossier's row through the core, in one transaction with what the dossier then shows. Talks to no portal. */
import { stepForwarder } from '#shared/custody/forwarder';
import { listLodgings } from '#shared/custody/server-lodging';
import type {
  ForwardEffect,
  ForwardEvent,
  ForwardPhase,
  ForwardSettings,
  ForwardState,
} from '#shared/custody/forwarder-types';
import type { Lodging } from '#shared/model/dossier';
import { commitForward, findLodging } from '../services/commit-forward.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { BatchStore } from '../storage/store.ts';

/** What leaves the house after the commit. */
export type Leaving = Extract<ForwardEffect, { type: 'call' | 'query' | 'withdraw' }>;

export interface Stepper {
  readonly store: BatchStore;
  readonly settings: ForwardSettings;
  readonly now: () => number;
}

export interface RowEvent {
  readonly writer: RecordWriter;
  readonly reference: string;
  readonly event: ForwardEvent;
  /** Asked with what would leave when the row is due; a no puts it off a little, as it is. */
  readonly mayLeave?: (kind: 'call' | 'query') => boolean;
}

/** No row waits that long: nothing is due again until something else happens to it. */
export const NEVER_DUE = 8.64e15;

const AT_REST: readonly ForwardPhase[] = ['refused', 'withdrawn', 'needsPerson'];

/** Undefined when nothing leaves. */
export function stepRow(stepper: Stepper, given: RowEvent): Leaving | undefined {
  const { store, settings } = stepper;
  const { writer, mayLeave } = given;
  const leaving = store.applyBatch((tx) => {
    const row = tx.findIntent(given.reference);
    if (!row) return undefined;
    const event = readWish(row, given.event);
    const step = stepForwarder(settings, row, event);
    const kind = findKind(step.effects);
    if (kind && mayLeave?.(kind) === false) {
      const dueAt = stepper.now() + settings.firstBackOff;
      commitForward(tx, writer, { state: { ...row, dueAt }, lodgings: [] });
      return undefined;
    }
    const state = park(step.state);
    const find = (): Lodging | null => findLodging(tx, writer, row.record) ?? null;
    const lodgings = listLodgings(find, step.effects);
    if (isChanged(row, state) || lodgings.length > 0) commitForward(tx, writer, { state, lodgings });
    return step.effects.find(isLeaving) ?? (kind === 'call' ? 'intentCommitted' : undefined);
  });
  if (leaving !== 'intentCommitted') return leaving;
  const { writer: sameWriter, reference } = given;
  const event = { type: 'intentCommitted', now: stepper.now() } as const;
  return stepRow(stepper, { writer: sameWriter, reference, event });
}

/** A batch leaves its wish to withdraw on the row; the core is told of it where it would not look for itself. */
function readWish(row: ForwardState, event: ForwardEvent): ForwardEvent {
  const isAtRest = row.phase === 'refused' || row.phase === 'needsPerson';
  const isUnheard = event.type === 'due' && row.withdrawAsked && isAtRest;
  if (isUnheard) return { type: 'withdrawAsked', now: event.now };
  // Nobody here has this call in hand: whatever became of it was lost.
  const isLost = event.type === 'due' && row.phase === 'calling';
  return isLost ? { type: 'restarted', now: event.now, bornOfRestore: false } : event;
}

function findKind(effects: readonly ForwardEffect[]): 'call' | 'query' | undefined {
  if (effects.some((effect) => effect.type === 'commitIntent')) return 'call';
  return effects.some(isLeaving) ? 'query' : undefined;
}

function isLeaving(effect: ForwardEffect): effect is Leaving {
  return effect.type === 'call' || effect.type === 'query' || effect.type === 'withdraw';
}

function park(state: ForwardState): ForwardState {
  return AT_REST.includes(state.phase) ? { ...state, dueAt: NEVER_DUE } : state;
}

function isChanged(before: ForwardState, after: ForwardState): boolean {
  return Object.entries(after).some(([key, value]) => before[key as keyof ForwardState] !== value);
}
