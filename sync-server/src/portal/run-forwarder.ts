/** Keeps the forwarder going beside the server, and lets it come to rest. A fault of one round is logged and the next one begins. */
import { setTimeout } from 'node:timers/promises';
import type { Forwarder } from './forwarder.ts';

const PAUSE_MS = 1_000;

export interface RunningForwarder {
  /** Resolves when the round under way is over. */
  stop(): Promise<void>;
}

/** `stopping` is the signal that the forwarder's own line and rounds watch too. */
export function runForwarder(
  forwarder: Forwarder,
  stopping: AbortController,
  log: (line: string) => void,
): RunningForwarder {
  const ended = (async () => {
    let isRestarted = false;
    while (!stopping.signal.aborted) {
      // Nothing is carried before what was under way is known to be unknown: a fault there is tried again, too.
      const act = isRestarted ? forwarder.runOnce() : forwarder.restart().then(() => (isRestarted = true));
      await act.catch((fault: unknown) => log(`forwarder: ${String(fault)}`));
      await pause(stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Leaves nothing behind on the signal, which lives as long as the process. */
async function pause(signal: AbortSignal): Promise<void> {
  await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => undefined);
}
