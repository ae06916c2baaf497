/** What a phone says it has: the words of its custody bar, and every piece of work on the page behind it. */
import { expect as baseExpect, type Locator, type Page } from '@playwright/test';
import { goInApp } from './volunteer.ts';

const CUSTODY = '/da-gui-chua';
const expect = baseExpect.configure({ timeout: 20_000 });

export function custodyBar(page: Page): Locator {
  return page.locator(`a[href="${CUSTODY}"] [role=status]`);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(custodyBar(page)).toHaveText(/^(Đã lưu hết|Xã đã nhận hết)/);
}

/** Every piece of work by where it leads and what it is called, once all of it has been said to be saved. */
export async function listShown(page: Page, address: string): Promise<string[]> {
  await goInApp(page, address, CUSTODY);
  await expectSaved(page);
  return readRows(page);
}

async function readRows(page: Page): Promise<string[]> {
  const rows = page.locator('main li');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) =>
    all
      .map(
        (row) =>
          `${row.querySelector('a')?.getAttribute('href')} ${(row as HTMLElement).innerText.split('\n')[0]}`,
      )
      .sort(),
  );
}

interface Before {
  readonly address: string;
  readonly rows: readonly string[];
}

/** As many rows of each name as before, or more. */
export async function expectStillShown(page: Page, { address, rows }: Before): Promise<void> {
  await goInApp(page, address, CUSTODY);
  const after = await readRows(page);
  const lost = rows.filter((row) => count(rows, row) > count(after, row));
  expect(lost, 'shown as saved and gone after the kill').toEqual([]);
}

function count(rows: readonly string[], row: string): number {
  return rows.filter((one) => one === row).length;
}

/** Papers lead to their dossier, as the dossier's own row does. */
export function countPapers(rows: readonly string[], dossier: string): number {
  return rows.filter((row) => row.startsWith(`${dossier} `)).length - 1;
}
