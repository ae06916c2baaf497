/**
 * One tab writes. Another one that is opened beside it is told so, and may ask for the turn: then the first saves, locks and
 * is out of it. Sending waits for none of this. Knows no screen and no vault.
 */
import type { Clock } from '../platform/clock.ts';
import { openTabChannel } from '../platform/tab-channel.ts';
import { isTurnTaken, takeTabTurn } from '../platform/tab-turn.ts';

/**
 * `asking`: the other tab is saving; `unsaved`: it could not, and stays open; `silent`: it does not answer, and whoever
 * asks again takes the turn from it.
 */
export type TurnState = 'free' | 'taken' | 'asking' | 'unsaved' | 'silent';

export interface EditingTurnParts {
  /** Head of the names that all tabs of one book agree on. */
  readonly name: string;
  readonly clock: Clock;
  /** Saves what is typed here and locks; `unsaved`: it would have been lost. */
  readonly handOver: () => Promise<'locked' | 'unsaved'>;
  /** The state has changed. */
  readonly said: () => void;
}

type Word = 'taken' | 'ask' | 'heard' | 'unsaved';

/** A page that goes away gives its turn back a moment after the next one has begun. */
const PATIENCE = 500;
const LOOK_AGAIN_AFTER = 1_000;
/** A tab that lives answers within a frame; one that the browser has put to sleep never does. */
const SILENT_AFTER = 3_000;

export class EditingTurn {
  readonly #parts: EditingTurnParts;
  readonly #lock: string;
  readonly #channel;
  #state: TurnState = 'free';
  #leave: (() => void) | undefined;
  #isForced = false;
  #cancelLook = (): void => undefined;
  #cancelWait = (): void => undefined;

  constructor(parts: EditingTurnParts) {
    this.#parts = parts;
    this.#lock = `${parts.name}.editing`;
    this.#channel = openTabChannel<Word>(this.#lock);
    this.#channel.hear((word) => this.#hear(word));
  }

  /** Whether this tab may open the book, and if not, why. */
  get state(): TurnState {
    return this.#state;
  }

  /** For a tab that is locked: is another one open? Goes on looking while there is. */
  async look(): Promise<void> {
    this.#cancelLook();
    if (this.#leave) return;
    const isTaken = !this.#isForced && (await isTurnTaken(this.#lock)) && !(await this.#isGivenBack());
    if (this.#leave) return;
    if (!isTaken) return this.#say('free');
    if (this.#state === 'free') this.#say('taken');
    this.#cancelLook = this.#parts.clock.after(LOOK_AGAIN_AFTER, () => void this.look());
  }

  /** Before the book is opened here. False: another tab has it open. */
  async take(): Promise<boolean> {
    if (this.#leave) return true;
    const wish = { patience: PATIENCE, isForced: this.#isForced, lost: () => this.#lost() };
    this.#leave = await takeTabTurn(this.#lock, wish);
    this.#isForced = false;
    if (!this.#leave) await this.look();
    else {
      this.#say('free');
      this.#channel.tell('taken');
    }
    return this.#leave !== undefined;
  }

  /** The other tab is asked to save and lock. Where it did not answer, the turn is taken from it when the PIN is given. */
  ask(): void {
    this.#cancelWait();
    if (this.#state === 'silent') {
      this.#isForced = true;
      void this.look();
      return;
    }
    this.#say('asking');
    this.#cancelWait = this.#parts.clock.after(SILENT_AFTER, () => {
      if (this.#state === 'asking') this.#say('silent');
    });
    this.#channel.tell('ask');
  }

  /** The book is closed here. */
  giveBack(): void {
    this.#cancelLook();
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Nobody is told of another tab that is only this one's page before it was loaded anew. */
  async #isGivenBack(): Promise<boolean> {
    if (this.#state !== 'free') return false;
    const leave = await takeTabTurn(this.#lock, {
      patience: PATIENCE,
      isForced: false,
      lost: () => undefined,
    });
    leave?.();
    return leave !== undefined;
  }

  #hear(word: Word): void {
    if (word === 'ask') void this.#answer();
    else if (this.#leave) return;
    else if (word === 'taken') void this.look();
    else if (word === 'heard') this.#cancelWait();
    else if (this.#state === 'asking') this.#say('unsaved');
  }

  async #answer(): Promise<void> {
    if (!this.#leave) return;
    this.#channel.tell('heard');
    if ((await this.#parts.handOver()) === 'unsaved') this.#channel.tell('unsaved');
  }

  /** This tab slept, and another took the turn: what was typed here is still saved, beside what was written there. */
  #lost(): void {
    if (!this.#leave) return;
    this.#leave = undefined;
    void this.#parts.handOver();
  }

  #say(state: TurnState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.said();
  }
}
