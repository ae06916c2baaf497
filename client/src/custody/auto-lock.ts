/** When an open vault covers itself and when it locks, by what the person does. Locks nothing itself. */
import { type Clock, getElapsed, markMoment, type Moment } from '../platform/clock.ts';

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
  /** To be on the screen when it returns. */
  readonly cover: (isCovered: boolean) => void;
  /** May be refused while something typed is in memory only: the cover then stays. */
  readonly lock: () => void;
}

/** Timers stand still while a device sleeps with its page in sight: a laptop that wakes is looked at within so much. */
const LOOK_EVERY = 5 * SECOND;

export class AutoLock {
  readonly #parts: AutoLockParts;
  #lastTouch: Moment;
  #hiddenSince: Moment | undefined;
  #ticketTaken: Moment | undefined;
  #isInRound = false;
  #isCovered = false;
  #isLocking = false;
  #cancel = (): void => undefined;

  constructor(parts: AutoLockParts) {
    this.#parts = parts;
    this.#lastTouch = markMoment(parts.clock);
    this.#wait();
  }

  /** A key, a tap, a scroll. Too late, it is a stranger's: the first one after a long sleep locks. */
  touch(): void {
    this.#lockWhenDue();
    if (this.#isLocking) return;
    this.#lastTouch = markMoment(this.#parts.clock);
    if (this.#isCovered) this.#setCovered(false);
    this.#wait();
  }

  setInRound(isInRound: boolean): void {
    this.#isInRound = isInRound;
    this.#wait();
  }

  /** Leaving the page on purpose, for a while. */
  takeTicket(): void {
    this.#ticketTaken = markMoment(this.#parts.clock);
    this.#wait();
  }

  /** Shown again, it has decided when this returns: nothing is drawn before. */
  setHidden(isHidden: boolean): void {
    const { clock } = this.#parts;
    // What fell due while it was hidden is looked at before the hiding is forgotten.
    if (!isHidden) this.#lockWhenDue();
    this.#hiddenSince = isHidden ? (this.#hiddenSince ?? markMoment(clock)) : undefined;
    this.#check();
  }

  stop(): void {
    this.#isLocking = true;
    this.#cancel();
  }

  #check(): void {
    this.#lockWhenDue();
    if (this.#isLocking) return;
    if (this.#isInRound && !this.#isCovered && this.#getCoverIn() <= 0) this.#setCovered(true);
    this.#wait();
  }

  #lockWhenDue(): void {
    if (this.#isLocking || this.#getLockIn() > 0) return;
    this.#isLocking = true;
    this.#cancel();
    if (!this.#isCovered) this.#setCovered(true);
    this.#parts.lock();
  }

  /** Milliseconds left; none below zero. */
  #getLockIn(): number {
    const { idle, idleInRound, hidden } = this.#parts.times;
    const byIdle = this.#getLeft(this.#lastTouch, this.#isInRound ? idleInRound : idle);
    const byHiding = this.#isInRound ? Infinity : this.#getLeft(this.#hiddenSince, hidden);
    return Math.max(Math.min(byIdle, byHiding), this.#getTicketLeft());
  }

  #getCoverIn(): number {
    const left = this.#getLeft(this.#lastTouch, this.#parts.times.coverInRound);
    return Math.max(left, this.#getTicketLeft());
  }

  #getTicketLeft(): number {
    return this.#ticketTaken ? this.#getLeft(this.#ticketTaken, this.#parts.times.ticket) : 0;
  }

  #getLeft(since: Moment | undefined, span: number): number {
    return since ? Math.max(0, span - getElapsed(this.#parts.clock, since)) : Infinity;
  }

  #wait(): void {
    this.#cancel();
    if (this.#isLocking) return;
    const covers = this.#isInRound && !this.#isCovered;
    const due = covers ? Math.min(this.#getCoverIn(), this.#getLockIn()) : this.#getLockIn();
    this.#cancel = this.#parts.clock.after(Math.min(due, LOOK_EVERY), () => this.#check());
  }

  #setCovered(isCovered: boolean): void {
    this.#isCovered = isCovered;
    this.#parts.cover(isCovered);
  }
}
