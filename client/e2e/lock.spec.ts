import { expect, type Page, test } from '@playwright/test';
import { addressOf, join, type JoinInput, joinUntilWords, PIN, unlock } from './support/join.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { openSession } from './support/volunteer.ts';

let demo: Demo;

test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

/** Remembers the vault's workers, so that a test can let one die as a phone without memory does. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
    Object.assign(window, {
      killVault: () => {
        for (const worker of workers) {
          worker.terminate();
          worker.dispatchEvent(new Event('error'));
        }
      },
    });
  });
}

/** As seen from inside: only the wall clock has gone on. */
const sleep = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, minutes * 60_000);

const invite = (role: 'volunteer' | 'officer'): JoinInput => {
  const port = Number(new URL(demo.app).port);
  return { address: addressOf(role, port), invitation: demo.roles[role].invitation };
};

test('what could not be saved when the phone locks is covered, and saved under the PIN by a fresh vault', async ({
  page,
}) => {
  await watchWorkers(page);
  await join(page, invite('volunteer'));
  await page.evaluate(() => (window as unknown as { killVault: () => void }).killVault());
  await openSession(page);
  await page.getByText('Chưa lưu được, bấm để cứu').first().click();
  await expect(page.getByRole('heading', { name: 'Chưa lưu được xuống máy' })).toBeVisible();
  await expect(page.getByText('Phần giữ khóa của sổ đã dừng')).toBeVisible();

  await sleep(page, 20);
  await expect(page.getByText('Máy đã che tên nhưng chưa khóa hẳn')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Nhập mã PIN để mở lại sổ' }).fill(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Đã lưu hết. Không mất gì.' })).toBeVisible({
    timeout: 20_000,
  });
});

test('the four words do not lie open: the phone locks over them too', async ({ page }) => {
  await joinUntilWords(page, invite('officer'));
  await sleep(page, 4);
  await page.waitForURL('**/khoa', { timeout: 15_000 });
  await unlock(page);
});
