/** Somebody who does not want to be written down, at each step at which they may say so; and that nothing of them is there. */
import { expect, type Page } from '@playwright/test';
import { checkScreen } from './check-screen.ts';
import { scanStores } from './search-canaries.ts';
import { listStoredRecords } from './stored-records.ts';
import { goInApp } from './volunteer.ts';

/** As far as the card. */
export async function agree(page: Page): Promise<void> {
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
}

/** How many came, as the open session says. */
export const figure = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Số người của buổi' }).innerText();

/** Before any yes. A scanner was too quick: nothing listened to it. */
export async function refuseAtConsent(page: Page, card: string): Promise<void> {
  await page.getByTestId('write-name').click();
  await expect(page.getByTestId('consent-no')).toBeVisible();
  await page.keyboard.type(card);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('consent-no')).toBeVisible();
  await page.getByTestId('consent-no').click();
  await page.getByTestId('counted-now').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
}

/** The camera gives nothing, and they have had enough of it. */
export async function refuseAtCard(page: Page): Promise<void> {
  await agree(page);
  await page.getByTestId('card-no').click();
  await page.getByTestId('counted-now').click();
  await expect(page.getByTestId('session-close')).toBeVisible();
}

/** In the middle of the boxes, when the name has been saved as it was typed; they were counted at the door. */
export async function refuseAtBoxes(page: Page, name: string): Promise<void> {
  const before = await listStoredRecords(page);
  await agree(page);
  await page.getByTestId('card-by-hand').click();
  await page.getByLabel('Họ và tên').fill(name);
  await expect.poll(async () => (await listStoredRecords(page)).length).toBe(before.length + 2);
  await checkScreen(page);
  await page.getByTestId('person-no').click();
  await checkScreen(page);
  await page.getByTestId('counted-before').click();
  await expect(page.getByText('Đã xóa những gì vừa ghi.')).toBeVisible();
}

/** No record more, sealed or not, and no name in the unlocked app; the lists of those who were asked before are not looked at. */
export async function expectNobodyNew(
  page: Page,
  {
    address,
    before,
    name,
  }: { readonly address: string; readonly before: readonly string[]; readonly name: string },
): Promise<void> {
  expect(await listStoredRecords(page)).toEqual(before);
  expect((await scanStores(page, [name])).hits).toEqual([]);
  const session = new URL(page.url()).pathname;
  await goInApp(page, address, '/nguoi-dan');
  await expect(page.getByTestId('people-search').or(page.getByText('Chưa ghi ai'))).toBeVisible();
  await expect(page.locator('body')).not.toContainText(name);
  await goInApp(page, address, session);
}
