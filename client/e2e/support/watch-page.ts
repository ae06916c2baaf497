/** What a page is told by the wire, and how often somebody clicks on it. */
import type { Page } from '@playwright/test';

/** Everything that the wire brings to this page from now on, in which a name could stand. */
export function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      bodies.push(
        response.body().then(
          (body) => body.toString('utf8'),
          () => '',
        ),
      );
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

/** Answers how many clicks there were since. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { clicks: 0 });
    // One press of a label is heard twice: at the label, and again at its radio button.
    const count = (event: Event) => event.isTrusted && (event as MouseEvent).detail > 0;
    addEventListener(
      'click',
      (event) => count(event) && ((window as unknown as { clicks: number }).clicks += 1),
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}
