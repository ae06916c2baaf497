/** Rows whose step failed here: left alone for a while that grows, so that one bad row costs the others nothing. */
import type { BatchStore, StoredIntent } from '../storage/store.ts';

export interface FailedRows {
  /** Whether it is let be for now. */
  isLeftAlone(reference: string): boolean;
  putOff(row: StoredIntent): void;
  /** Its step went well. */
  forget(reference: string): void;
}

export interface FailedRowsDeps {
  readonly store: BatchStore;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Remembers until the next start, which tries everything again. */
export function createFailedRows({ store, now, log }: FailedRowsDeps): FailedRows {
  const failed = new Map<string, { readonly times: number; readonly until: number }>();
  return {
    isLeftAlone: (reference) => now() < (failed.get(reference)?.until ?? 0),
    putOff({ reference, communeN }) {
      const times = (failed.get(reference)?.times ?? 0) + 1;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
      const until = now() + pause;
      failed.set(reference, { times, until });
      // The name alone: what the fault says may quote the dossier.
      log(`forwarder: ${reference} failed (${times}), is tried again in ${pause / 60_000} min`);
      try {
        store.applyBatch((tx) => {
          const row = tx.findIntent(reference);
          if (row) tx.putIntent(communeN, { ...row, dueAt: until });
        });
      } catch {
        // Then only this process knows that it is let be.
      }
    },
    forget(reference) {
      failed.delete(reference);
    },
  };
}
