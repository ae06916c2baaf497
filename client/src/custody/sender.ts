/** When to send, and what to do with each answer. Trusts no word of the browser about being online. */
import type { ErrorCode } from '#shared/contracts/error-codes';
import type { DeviceDisk, NetworkFault } from '#shared/custody/device-types';
import { err, type Result } from '#shared/result';
import { type Clock, markMoment } from '../platform/clock.ts';
import { watchPage } from '../platform/page-life.ts';
import { type CommuneTime, noteCommuneTime } from './commune-time.ts';
import type { AttachmentSender } from './send-attachments.ts';
import type { PulledWords } from './pulled-words.ts';
import type { DeviceRunner } from './run-device.ts';
import type { SendFault } from './read-refusal.ts';
import { exchangeSync, type SendEffect, type SyncExchange, type TransportParts } from './transport.ts';

export interface SenderParts {
  readonly transport: TransportParts;
  readonly attachments: AttachmentSender;
  readonly clock: Clock;
  /** Undefined while locked: then nothing is pulled. */
  readonly pulledWords?: PulledWords | undefined;
  /** Brings what is typed onto the disk before a send queues it. */
  readonly flushDrafts?: (() => Promise<unknown>) | undefined;
}

/** What the screen of the custody list says about the line. */
export interface LineState {
  readonly isSending: boolean;
  /** Wall clock of the last answer of our server. */
  readonly lastAnswerAt: number | undefined;
  /** What that answer said of the time; undefined before one. */
  readonly communeTime: CommuneTime | undefined;
  readonly lastFault: NetworkFault | undefined;
  /** Last number of this phone's sequence that the last answer says is there; undefined before one. */
  readonly communeSeq: number | undefined;
  /** What our server refused by name, until it answers again. */
  readonly refusedAs: ErrorCode | undefined;
}

const QUEUE_DEBOUNCE_MS = 5_000;
const POLL_EVERY_MS = 120_000;

export class Sender {
  readonly #parts: SenderParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #runner: DeviceRunner | undefined;
  #cancelDebounce = (): void => undefined;
  #cancelWake = (): void => undefined;
  #cancelPoll = (): void => undefined;
  #isVisible = true;
  #state: LineState = {
    isSending: false,
    lastAnswerAt: undefined,
    communeTime: undefined,
    lastFault: undefined,
    communeSeq: undefined,
    refusedAs: undefined,
  };

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): LineState => this.#state;

  start(runner: DeviceRunner): void {
    this.#runner = runner;
    this.#stops.push(
      runner.listen({ queued: () => this.#askSoon() }),
      watchPage({
        shown: () => {
          this.#isVisible = true;
          void this.ask({ poll: true });
          this.#pollLater();
        },
        hidden: () => (this.#isVisible = false),
        online: () => void this.ask({ poll: true, urgent: true }),
      }),
    );
    void this.ask({ poll: true });
    this.#pollLater();
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelDebounce();
    this.#cancelWake();
    this.#cancelPoll();
    this.#runner = undefined;
  }

  /** A person pressed "send now": no waiting out of a back-off. */
  sendNow(): Promise<void> {
    return this.ask({ poll: true, urgent: true });
  }

  async ask(how: { readonly poll: boolean; readonly urgent?: boolean }): Promise<void> {
    await this.#parts.flushDrafts?.();
    const { clock, transport } = this.#parts;
    this.#runner?.dispatch({
      type: 'sendAsked',
      now: clock.monotonic(),
      unlocked: this.#parts.pulledWords !== undefined,
      poll: how.poll,
      lineBytes: transport.line.bytesPerBatch,
      ...(how.urgent === true && { urgent: true }),
    });
  }

  /** The core wants to be asked again at this monotonic instant. */
  wake(at: number): void {
    this.#cancelWake();
    const wait = Math.max(0, at - this.#parts.clock.monotonic());
    this.#cancelWake = this.#parts.clock.after(wait, () => void this.ask({ poll: true }));
  }

  async send(effect: SendEffect): Promise<void> {
    this.#say({ isSending: true });
    const askedAt = this.#parts.clock.wall();
    const outcome = await this.#exchange(effect);
    if (outcome.ok) {
      this.#noteTime(outcome.value, askedAt);
      return this.#accept(effect, outcome.value);
    }
    const { fault, refusal } = outcome.error;
    this.#say({ isSending: false, lastFault: fault, refusedAs: refusal?.error });
    const now = this.#parts.clock.monotonic();
    this.#runner?.dispatch({
      type: 'sendFailed',
      request: effect.request,
      fault,
      now,
      jitter: Math.random(),
    });
  }

  /** A vault that is locked or fails under a request costs that request, nothing else: the next one must not wait for it. */
  async #exchange(effect: SendEffect): Promise<Result<SyncExchange, SendFault>> {
    try {
      return await exchangeSync(this.#parts.transport, effect);
    } catch {
      return err({ fault: 'unreachable' });
    }
  }

  /** At once: what an answer brings may take long to be put away. */
  #noteTime({ communeTime }: SyncExchange, askedAt: number): void {
    const heard = markMoment(this.#parts.clock);
    this.#state = { ...this.#state, communeTime: noteCommuneTime(communeTime, askedAt, heard) };
  }

  async #accept(effect: SendEffect, { facts, answer, receiptRow }: SyncExchange): Promise<void> {
    const { clock, attachments, transport } = this.#parts;
    const { pulled, ...told } = facts;
    const rows = pulled && (await this.#encrypt(answer.changes, facts.upTo));
    const isNoted = await attachments.noteWhole(answer.wholeAttachments);
    // Stopped meanwhile: the answer is dropped, and its nonce with it.
    const runner = this.#runner;
    if (!runner) return;
    runner.stageAnswer(effect.request, rows ?? [], receiptRow);
    runner.dispatch({
      type: 'answered',
      request: effect.request,
      answer: pulled && rows ? { ...told, pulled } : told,
      now: clock.monotonic(),
    });
    await runner.whenQuiet();
    // Using a nonce tells the server that its answer was read; some of it is told only until then.
    if (isNoted && holdsSetAside(runner.disk, answer)) transport.nonces.put(answer.nonce);
    const isSending = runner.isSending;
    const communeSeq = answer.expected - 1;
    const heard = { lastAnswerAt: clock.wall(), communeSeq, lastFault: undefined, refusedAs: undefined };
    this.#say({ isSending, ...heard });
  }

  /** Undefined when the vault was locked or failed on the way: the changes are asked for again. */
  async #encrypt(changes: SyncExchange['answer']['changes'], upTo: number) {
    try {
      return await this.#parts.pulledWords?.encryptChanges(changes, upTo);
    } catch {
      return undefined;
    }
  }

  #askSoon(): void {
    this.#cancelDebounce();
    this.#cancelDebounce = this.#parts.clock.after(QUEUE_DEBOUNCE_MS, () => void this.ask({ poll: false }));
  }

  #pollLater(): void {
    this.#cancelPoll();
    this.#cancelPoll = this.#parts.clock.after(POLL_EVERY_MS, () => {
      if (this.#isVisible) void this.ask({ poll: true });
      this.#pollLater();
    });
  }

  #say(change: Partial<LineState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Noted on the disk, or said again by a later save. */
function holdsSetAside({ setAside, queue }: DeviceDisk, answer: SyncExchange['answer']): boolean {
  const held = new Set([...setAside.map(({ seq }) => seq), ...queue.flatMap(({ mends }) => mends ?? [])]);
  return answer.setAside.every(({ seq }) => held.has(seq));
}
