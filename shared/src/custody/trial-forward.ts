/** One dossier's row for tests of the forwarder core; what would leave the house is counted. */
import type { RecordId } from '../ids.ts';
import type { Route } from '../model/dossier.ts';
import { createForward } from './forwarder-state.ts';
import { stepForwarder } from './forwarder.ts';
import type {
  CallOutcome,
  ForwardEffect,
  ForwardEvent,
  ForwardSettings,
  ForwardState,
  QueryOutcome,
  WithdrawOutcome,
} from './forwarder-types.ts';

export const HOUR = 3_600_000;
export const settings: ForwardSettings = {
  portalClass: 'B',
  visibilityWindow: 4 * HOUR,
  maxAttempts: 5,
  giveUpAfter: 48 * HOUR,
  firstBackOff: 60_000,
  longestBackOff: HOUR,
  pollEvery: 6 * HOUR,
};
export const keyed: ForwardSettings = { ...settings, portalClass: 'A', keyLife: 24 * HOUR };

/** One dossier's row; calls, questions and withdrawals that leave are counted. */
export class Row {
  state: ForwardState;
  readonly settings: ForwardSettings;
  effects: readonly ForwardEffect[] = [];
  left: string[] = [];

  constructor(given: ForwardSettings = settings, change: { route?: Route; queryFirst?: boolean } = {}) {
    const plain = { reference: 'R1', record: 'd' as RecordId, payloadHash: 'p1', queryFirst: false, now: 0 };
    this.settings = given;
    this.state = createForward({ ...plain, route: 'selfAtSession', ...change });
  }

  tell(event: ForwardEvent): this {
    const step = stepForwarder(this.settings, this.state, event);
    this.state = step.state;
    this.effects = step.effects;
    for (const { type } of step.effects) {
      if (type === 'call' || type === 'query' || type === 'withdraw') this.left.push(type);
    }
    return this;
  }

  due(now: number, change: Partial<Extract<ForwardEvent, { type: 'due' }>> = {}): this {
    return this.tell({ type: 'due', now, papersWhole: true, authorised: true, ...change });
  }

  /** Due, committed, and the call has left. */
  call(now: number): this {
    return this.due(now).tell({ type: 'intentCommitted', now });
  }

  called(now: number, outcome: CallOutcome): this {
    return this.tell({ type: 'called', now, jitter: 0.5, outcome });
  }

  queried(now: number, outcome: QueryOutcome): this {
    return this.tell({ type: 'queried', now, jitter: 0.5, outcome });
  }

  withdraw(now: number): this {
    return this.tell({ type: 'withdrawAsked', now });
  }

  withdrawn(now: number, outcome: WithdrawOutcome): this {
    return this.tell({ type: 'withdrawAnswered', now, jitter: 0.5, outcome });
  }

  get lodging() {
    return this.effects.find((effect) => effect.type === 'lodge')?.lodging;
  }
}

export const packed: CallOutcome = { type: 'packed', packNumber: 'G1' };
