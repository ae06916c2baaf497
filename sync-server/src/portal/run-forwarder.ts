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
    await forwarder.restart();
    while (!stopping.signal.aborted) {
      await forwarder.runOnce().catch((fault: unknown) => log(`forwarder: ${String(fault)}`));
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
