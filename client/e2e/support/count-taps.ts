/** Counts in the page itself what a hand does: presses on the screen, and boxes that were typed or pasted into. */
import type { Page } from '@playwright/test';

export interface Taps {
  readonly presses: number;
  readonly boxes: number;
}

/** Before the page is loaded; it counts from then on. */
export async function watchTaps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const taps = { presses: 0, boxes: new Set<EventTarget>() };
    Object.assign(window, { taps });
    const isHand = (event: Event): boolean => event.isTrusted;
    addEventListener('pointerdown', (event) => (taps.presses += Number(isHand(event))), true);
    addEventListener(
      'input',
      ({ target }) => {
        const isBox = target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
        if (isBox || target instanceof HTMLTextAreaElement) taps.boxes.add(target);
      },
      true,
    );
  });
}

/** Since the last call, or since the page was loaded. */
export function takeTaps(page: Page): Promise<Taps> {
  return page.evaluate(() => {
    const { taps } = window as unknown as { taps: { presses: number; boxes: Set<EventTarget> } };
    const seen = { presses: taps.presses, boxes: taps.boxes.size };
    taps.presses = 0;
    taps.boxes.clear();
    return seen;
  });
}
