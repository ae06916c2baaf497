/** Carries out a lock: what is typed goes onto the disk first; refused, it is tried again until it may go. Knows no vault. */
import type { Clock } from '../platform/clock.ts';

/** Names are hidden from the first moment of a lock; `refused`: leaving now would lose what is in memory. */
export type LockState = 'open' | 'trying' | 'refused';

export interface LockingParts {
  readonly clock: Clock;
  /** True when nothing typed is in memory only. */
  readonly flush: () => Promise<boolean>;
  readonly leave: () => void;
  readonly said: () => void;
}

const TRY_AGAIN_AFTER = 10_000;
/** Longer than three tries of a slow disk; a worker that never answers must not leave the phone in between. */
const PATIENCE = 30_000;

export class Locking {
  readonly #parts: LockingParts;
  #state: LockState = 'open';
  #attempt = 0;
  #cancel = (): void => undefined;

  constructor(parts: LockingParts) {
    this.#parts = parts;
  }

  get state(): LockState {
    return this.#state;
  }

  /** `evenUnsaved` loses what is in memory: only a person may decide that. */
  async lock(how: { readonly evenUnsaved?: boolean }): Promise<'locked' | 'unsaved'> {
    this.#cancel();
    this.#attempt += 1;
    const attempt = this.#attempt;
    if (how.evenUnsaved !== true) {
      if (this.#state === 'open') this.#say('trying');
      const isSaved = await this.#flushWithin();
      if (attempt !== this.#attempt) return 'unsaved';
      if (!isSaved) {
        this.#cancel = this.#parts.clock.after(TRY_AGAIN_AFTER, () => void this.lock({}));
        this.#say('refused');
        return 'unsaved';
      }
    }
    this.#parts.leave();
    return 'locked';
  }

  /** Somebody has shown that the phone is theirs: a lock that was refused is over. */
  giveUp(): void {
    this.stop();
    this.#say('open');
  }

  stop(): void {
    this.#cancel();
    this.#attempt += 1;
  }

  #flushWithin(): Promise<boolean> {
    const { clock, flush } = this.#parts;
    return new Promise((resolve) => {
      const cancel = clock.after(PATIENCE, () => resolve(false));
      void flush().then((isSaved) => {
        cancel();
        resolve(isSaved);
      });
    });
  }

  #say(state: LockState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.said();
  }
}
