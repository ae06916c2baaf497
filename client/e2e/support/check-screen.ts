/** Looks at a screen as a screen reader and as a hurried eye do: names, roles, contrast, and nothing that runs off the side. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { settle } from './check-reach.ts';

type Axe = typeof axe;

const RULES: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  // What passes is not described: that takes longer than to find what does not.
  resultTypes: ['violations'],
};

export async function checkScreen(page: Page): Promise<void> {
  // High enough for the whole screen: what a fixed row covers for the moment is not out of reach.
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ ...size, height: 3_000 });
  // A dialog that is still rising is paler than it will be.
  await settle(page);
  // Once for each page: to read it in takes as long as to look at a screen.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, rules);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  }, RULES);
  if (size) await page.setViewportSize(size);
  expect(found).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
