/** Rows whose step failed here: left alone for a while that grows, so that one bad row costs the others nothing. */

export interface FailedRows {
  /** Whether it is let be for now. */
  isLeftAlone(name: string): boolean;
  putOff(row: CarriedRow): void;
  /** Its step went well. */
  forget(name: string): void;
}

export interface CarriedRow {
  /** Of the row, never of what it holds: it stands in the log. */
  readonly name: string;
  /** Writes down that it is due then, and not before. */
  postpone(until: number): void;
}

export interface FailedRowsDeps {
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Remembers until the next start, which tries everything again. */
export function createFailedRows({ now, log }: FailedRowsDeps): FailedRows {
  const failed = new Map<string, { readonly times: number; readonly until: number }>();
  return {
    isLeftAlone: (name) => now() < (failed.get(name)?.until ?? 0),
    putOff({ name, postpone }) {
      const times = (failed.get(name)?.times ?? 0) + 1;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1));
      const until = now() + pause;
      failed.set(name, { times, until });
      // The name alone: what the fault says may quote the dossier.
      log(`forwarder: ${name} failed (${times}), is tried again in ${pause / 60_000} min`);
      try {
        postpone(until);
      } catch {
        // Then only this process knows that it is let be.
      }
    },
    forget(name) {
      failed.delete(name);
    },
  };
}
