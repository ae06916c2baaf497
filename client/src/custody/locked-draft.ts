/** One person being written down on a locked phone: saved by itself as an open book does it. Knows when, not what. */
import { ok, type Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import { watchPage } from '../platform/page-life.ts';
import { getRetryDelay, getSaveDelay } from './autosave-timing.ts';
import type { LockedCapture, LockedFault, LockedWriting } from './locked-capture.ts';

interface LockedDraftParts {
  readonly capture: Pick<LockedCapture, 'keep' | 'drop'>;
  readonly clock: Clock;
}

export class LockedDraft {
  readonly #parts: LockedDraftParts;
  readonly #stopWatching: () => void;
  #unsaved: LockedWriting | undefined;
  #firstKey = 0;
  #failures = 0;
  #cancel = (): void => undefined;

  constructor(parts: LockedDraftParts) {
    this.#parts = parts;
    const flush = (): void => void this.flush();
    this.#stopWatching = watchPage({ hidden: flush, frozen: flush, blurred: flush });
  }

  edit(writing: LockedWriting): void {
    const now = this.#parts.clock.monotonic();
    if (!this.#unsaved) this.#firstKey = now;
    this.#unsaved = writing;
    this.#saveIn(getSaveDelay({ firstKey: this.#firstKey, lastKey: now, now }));
  }

  /** Everything typed onto the disk, now; what failed is tried again by itself. */
  async flush(): Promise<Result<void, LockedFault>> {
    this.#cancel();
    const writing = this.#unsaved;
    if (!writing) return ok(undefined);
    const kept = await this.#parts.capture.keep(writing);
    this.#failures = kept.ok ? 0 : this.#failures + 1;
    if (kept.ok && this.#unsaved === writing) this.#unsaved = undefined;
    if (!kept.ok && this.#unsaved) this.#saveIn(getRetryDelay(this.#failures));
    return kept;
  }

  /** Nothing of it stays, neither typed nor kept. */
  async discard(entry: string): Promise<Result<void, LockedFault>> {
    this.#cancel();
    this.#unsaved = undefined;
    return this.#parts.capture.drop(entry);
  }

  stop(): void {
    this.#cancel();
    this.#stopWatching();
  }

  #saveIn(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.after(milliseconds, () => void this.flush());
  }
}
