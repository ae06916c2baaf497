/** What a person does first: opens the invitation, chooses a PIN, reads the four words. */
import { expect, type Page } from '@playwright/test';
import type { Demo } from './start-demo.ts';

export type DemoRole = keyof Demo['roles'];
export const PIN = '402817';

/** The address of a role through the wire that can be cut. */
export function addressOf(role: DemoRole, port: number): string {
  return `http://${role}.localhost:${port}`;
}

export interface JoinInput {
  readonly address: string;
  readonly invitation: string;
}

/** Leaves the device enrolled, unlocked and waiting for approval; answers its four words. */
export async function join(page: Page, input: JoinInput): Promise<string[]> {
  const four = await joinUntilWords(page, input);
  await page.getByRole('button', { name: 'Làm ngay' }).click();
  return four;
}

/** Leaves the four words on the screen. */
export async function joinUntilWords(page: Page, { address, invitation }: JoinInput): Promise<string[]> {
  await page.goto(`${address}/?ma=${invitation}`);
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  await expect(page.getByRole('heading', { name: 'Đặt mã PIN' })).toBeVisible();
  await typePin(page);
  await expect(page.getByRole('heading', { name: 'Nhập lại mã PIN' })).toBeVisible();
  await typePin(page);
  const words = page.getByTestId('confirmation-words').getByRole('listitem');
  await expect(words).toHaveCount(4, { timeout: 30_000 });
  return words.allTextContents();
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await expect(page.getByRole('button', { name: 'Mở khóa' })).toBeVisible({ timeout: 20_000 });
  await typePin(page, pin);
}

/** The head invites somebody into the team by their name; answers the code. */
export async function invite(head: Page, name: string): Promise<string> {
  await head.getByTestId('invite-open').click();
  await head.getByLabel('Họ tên').fill(name);
  await head.getByLabel('Thôn').fill('Nam Giảng');
  await head.getByTestId('invite-make').click();
  const code = await head.getByTestId('invite-code').innerText();
  await head.keyboard.press('Escape');
  return code.trim();
}

async function typePin(page: Page, pin = PIN): Promise<void> {
  await page.locator('input[type=password]').fill(pin);
  await page.keyboard.press('Enter');
}

/** Until the service worker holds the page: only then may the wire be cut. */
export async function waitUntilOfflineReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true),
  );
  await expect
    .poll(
      () =>
        page.evaluate(async () =>
          (
            await Promise.all(
              (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
            )
          ).reduce((sum, n) => sum + n, 0),
        ),
      { timeout: 30_000 },
    )
    .toBeGreaterThan(10);
}
