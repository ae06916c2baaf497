/** When an open vault covers itself and when it locks, by what the person does. Locks nothing itself. */
import type { Clock } from '../platform/clock.ts';

/** The commune may change all of it. Milliseconds. */
export interface LockTimes {
  readonly idle: number;
  readonly hidden: number;
  /** While a session or a round is open: names are covered first, and the lock comes later. */
  readonly coverInRound: number;
  readonly idleInRound: number;
  /** The camera, a file picker, sharing and printing take the person away and bring them back. */
  readonly ticket: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const LOCK_TIMES: LockTimes = {
  idle: 3 * MINUTE,
  hidden: 2 * MINUTE,
  coverInRound: 60 * SECOND,
  idleInRound: 15 * MINUTE,
  ticket: 90 * SECOND,
};

export interface AutoLockParts {
  readonly clock: Clock;
  readonly times: LockTimes;
  readonly cover: (isCovered: boolean) => void;
  readonly lock: () => void;
}

export class AutoLock {
  readonly #parts: AutoLockParts;
  #lastTouch: number;
  #hiddenSince: number | undefined;
  #ticketUntil = 0;
  #isInRound = false;
  #isCovered = false;
  #cancel = (): void => undefined;

  constructor(parts: AutoLockParts) {
    this.#parts = parts;
    this.#lastTouch = parts.clock.monotonic();
    this.#wait();
  }

  /** A key, a tap, a scroll. */
  touch(): void {
    this.#lastTouch = this.#parts.clock.monotonic();
    if (this.#isCovered) this.#setCovered(false);
    this.#wait();
  }

  setInRound(isInRound: boolean): void {
    this.#isInRound = isInRound;
    this.#wait();
  }

  /** Leaving the page on purpose, for a while. */
  takeTicket(): void {
    this.#ticketUntil = this.#parts.clock.monotonic() + this.#parts.times.ticket;
    this.#wait();
  }

  setHidden(isHidden: boolean): void {
    this.#hiddenSince = isHidden ? this.#parts.clock.monotonic() : undefined;
    // Timers sleep while a page is hidden: what fell due meanwhile is looked at on coming back.
    this.#check();
  }

  stop(): void {
    this.#cancel();
  }

  #check(): void {
    const now = this.#parts.clock.monotonic();
    if (now >= this.#getLockAt()) {
      this.#cancel();
      this.#parts.lock();
      return;
    }
    if (this.#isInRound && !this.#isCovered && now >= this.#getCoverAt()) this.#setCovered(true);
    this.#wait();
  }

  #getLockAt(): number {
    const { idle, idleInRound, hidden } = this.#parts.times;
    const byIdle = this.#lastTouch + (this.#isInRound ? idleInRound : idle);
    const byHiding =
      this.#hiddenSince === undefined || this.#isInRound ? Infinity : this.#hiddenSince + hidden;
    return Math.max(Math.min(byIdle, byHiding), this.#ticketUntil);
  }

  #getCoverAt(): number {
    return Math.max(this.#lastTouch + this.#parts.times.coverInRound, this.#ticketUntil);
  }

  #wait(): void {
    this.#cancel();
    const covers = this.#isInRound && !this.#isCovered;
    const due = covers ? Math.min(this.#getCoverAt(), this.#getLockAt()) : this.#getLockAt();
    const wait = Math.max(0, due - this.#parts.clock.monotonic());
    this.#cancel = this.#parts.clock.after(wait, () => this.#check());
  }

  #setCovered(isCovered: boolean): void {
    this.#isCovered = isCovered;
    this.#parts.cover(isCovered);
  }
}
