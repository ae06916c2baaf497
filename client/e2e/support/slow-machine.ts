/** A phone four times slower than this machine, and how long its page's main thread has worked. */
import type { Page } from '@playwright/test';

/** What a cheap phone is beside the machine that plays it. */
export const THROTTLE = 4;

export interface SlowPhone {
  /** Milliseconds that the page's main thread has worked so far; what it waited for the machine's processor is not in it. */
  readonly readBusy: () => Promise<number>;
  /** 1 is its own pace. */
  readonly throttle: (rate: number) => Promise<void>;
}

/** Slows the page's main thread. */
export async function slowDown(page: Page): Promise<SlowPhone> {
  const line = await page.context().newCDPSession(page);
  const throttle = async (rate: number): Promise<void> => {
    await line.send('Emulation.setCPUThrottlingRate', { rate });
  };
  await throttle(THROTTLE);
  await line.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    throttle,
    async readBusy() {
      const { metrics } = await line.send('Performance.getMetrics');
      const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
      if (seconds === undefined) throw new Error('The browser does not say how long it worked.');
      return seconds * 1_000;
    },
  };
}
