/** A person without mouse or finger: Tab to where something is, and the key that presses it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** From where the focus is, by Tab alone; then the key that a person would press. */
export async function pressKey(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await expect(target).toBeVisible();
  for (let tries = 0; tries < 60; tries += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`);
}

/** Of a group of radio buttons Tab reaches the one that is chosen, or the first; the arrows do the rest. */
export async function pressRadio(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name, exact: typeof name === 'string' }).first();
  await expect(radio).toBeVisible();
  const group = await radio.getAttribute('name');
  for (let tries = 0; tries < 60; tries += 1) {
    const at = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name);
    if (at === group) break;
    await page.keyboard.press('Tab');
  }
  for (let tries = 0; tries < 12 && !(await radio.isChecked()); tries += 1) {
    const isThere = await radio.evaluate((node) => node === document.activeElement);
    await page.keyboard.press(isThere ? 'Space' : 'ArrowDown');
  }
  await expect(radio).toBeChecked();
}
