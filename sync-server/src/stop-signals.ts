/** Ctrl-C and a polite kill end the process cleanly; asked again after a while, it ends at once. */
const IMPATIENCE_MS = 1_000;

export function onStopSignal(stop: () => Promise<void>): void {
  let askedAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      // A terminal tells the whole group, and the parent passes it on: that is one wish, heard twice.
      if (askedAt !== undefined && now - askedAt > IMPATIENCE_MS) process.exit(1);
      if (askedAt !== undefined) return;
      askedAt = now;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
