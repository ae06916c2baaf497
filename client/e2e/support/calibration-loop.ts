/** Work of a known amount in the page itself, to compare its other work with: machines differ, and are busy. */
import type { Page } from '@playwright/test';

/**
 * Makes and lays out `rows` rows of a list. As a task of the page's own, which the browser counts; what is evaluated from outside
 * is not counted. Of the kind that the page's long tasks consist of: on a crowded machine such work slows down more than sums do.
 */
export async function layOutRows(page: Page, rows: number): Promise<void> {
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          const list = document.createElement('ul');
          list.style.position = 'absolute';
          for (let at = 0; at < count; at++) {
            const row = document.createElement('li');
            const name = document.createElement('b');
            name.append(`Thôn ${at}`);
            row.append(name, ` còn ${at * 31} giấy tờ`);
            list.append(row);
          }
          document.body.append(list);
          const { bottom } = list.getBoundingClientRect();
          list.remove();
          if (bottom >= 0) resolve();
        }, 0);
      }),
    rows,
  );
}
