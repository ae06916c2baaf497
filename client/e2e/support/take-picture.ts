/** Pictures for the README and the guides, taken from the running app when a folder for them is named: PICTURES=docs/pictures. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
