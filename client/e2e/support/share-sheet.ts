/** A phone with a share sheet, which only notes what it is told. */
import type { Page } from '@playwright/test';

/** Until the page is loaded anew. */
export async function giveShareSheet(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: unknown[] = [];
    addEventListener('gocua:leaving', () => told.push('leaving'));
    const share = ({ files }: ShareData) =>
      Promise.resolve(void told.push(files?.[0]?.type, files?.[0]?.name));
    Object.assign(navigator, { canShare: () => true, share });
    Object.assign(window, { told });
  });
}

/** That the app was being left, then the type and the name of each file. */
export function readShared(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(() => (window as unknown as { told: unknown[] }).told);
}
