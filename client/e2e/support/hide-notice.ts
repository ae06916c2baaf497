/** What was just done is said over the screen for a while: not in a picture, nor before what is looked at. */
import type { Page } from '@playwright/test';

export function hideNotice(page: Page): Promise<void> {
  return page.evaluate(() =>
    document.querySelector<HTMLElement>('[role=status] > div > button:last-child')?.click(),
  );
}
