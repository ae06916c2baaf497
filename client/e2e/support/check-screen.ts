/** Looks at a screen as a screen reader and as a hurried eye do: names, roles, contrast, and nothing that runs off the side. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function checkScreen(page: Page): Promise<void> {
  // High enough for the whole screen: what a fixed row covers for the moment is not out of reach.
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ ...size, height: 3_000 });
  // Legacy mode: a second page of the same browser would be a second tab of the app.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What passes is not described: that takes longer than to find what does not.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  if (size) await page.setViewportSize(size);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
