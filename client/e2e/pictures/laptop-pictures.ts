/** Two phones of one session in the guide: joining by the code, merging lists, and a laptop that lodges from a folder. */
import { expect, type Page } from '@playwright/test';
import { readScreenCode } from '../support/code-pictures.ts';
import { sendNow } from '../support/follow-up.ts';
import { invite, join, unlock } from '../support/join.ts';
import type { Demo } from '../support/start-demo.ts';
import { chooseRoute, goInApp, writePerson } from '../support/volunteer.ts';
import { approve } from './office-pictures.ts';
import { LAPTOP, PHONE, start, take } from './take-picture.ts';
import { HOME, prepareDossier } from './volunteer-pictures.ts';

const THU = `099150000456||Nông Thị Thử|02031950|Nữ|${HOME}|05112022`;

/** What another phone scans where there is no signal. */
async function takeListCode(page: Page, address: string, session: string): Promise<void> {
  await goInApp(page, address, `${session}/gop`);
  await expect(page.getByTestId('list-code')).toBeVisible();
  await take(page, 'list-code');
  await goInApp(page, address, session);
}

/** Mai's laptop joins the session by its code, and lodges from a folder. The picker is the browser's own window: in its place a folder of the page. */
export async function workOnLaptop(first: Page, demo: Demo, head: Page): Promise<void> {
  const { url: address } = demo.roles.volunteer;
  const session = new URL(first.url()).pathname;
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  const invitation = await invite(head, 'Trần Thị Mai');
  const page = await start(PHONE);
  await page.addInitScript(() => {
    // A method: to a function without a name its runner would give one, by a word that the page does not know.
    Object.assign(window, {
      async showDirectoryPicker() {
        return (await navigator.storage.getDirectory()).getDirectoryHandle('nop-ho-so', { create: true });
      },
    });
  });
  await join(page, { address, invitation });
  await approve(head);
  await goInApp(first, address, session);
  await first.getByTestId('machine-add').click();
  await expect(first.getByTestId('join-code')).toBeVisible();
  await take(first, 'join-code');
  await page.goto(await readScreenCode(first.getByTestId('join-code')));
  await unlock(page);
  await expect(page.getByTestId('join-session')).toBeVisible();
  await take(page, 'join');
  await page.getByTestId('join-session').click();
  await first.getByRole('button', { name: 'Đóng', exact: true }).click();
  await page.setViewportSize(LAPTOP);
  await writePerson(page, THU);
  await takeListCode(first, address, session);
  const dossier = await prepareDossier(page, address, 'Nông Thị Thử');
  await chooseRoute(page, 'selfAtSession');
  await page.getByTestId('dossier-finish').click();
  await expect(async () => {
    await sendNow(page, address);
    await goInApp(page, address, `${dossier}/the-chep`);
    const done = page.getByTestId('folder-done');
    if (await done.isVisible()) await done.click();
    await page.getByTestId('folder-pick').click();
    await expect(page.getByTestId('folder-filled')).toContainText('Có 1 tệp', { timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  await take(page, 'folder');
}
