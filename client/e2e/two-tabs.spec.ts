import { expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { addressOf, join, unlock } from './support/join.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { goInApp, openSession, typeName } from './support/volunteer.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  await demo?.stop();
});

const REFUSED = { name: 'Gõ Cửa đang mở ở thẻ khác' };

async function findName(page: Page, address: string, name: string): Promise<void> {
  await page.getByRole('heading', { name: /^Chào/ }).waitFor();
  await goInApp(page, address, '/nguoi-dan');
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
}

test('a second tab is refused in words, and the turn is handed over with every letter', async ({
  context,
}) => {
  test.setTimeout(150_000);
  const address = addressOf('volunteer', Number(new URL(demo.app).port));
  const first = await context.newPage();
  await first.setViewportSize({ width: 360, height: 740 });
  await join(first, { address, invitation: demo.roles.volunteer.invitation });
  await openSession(first);
  await typeName(first, 'Lò Thị Hai');

  const second = await context.newPage();
  await test.step('no PIN is asked for while another tab writes', async () => {
    await second.goto(address);
    await expect(second.getByRole('heading', REFUSED)).toBeVisible();
    await expect(second.locator('input[type=password]')).toHaveCount(0);
    for (const width of [360, 1366]) {
      await second.setViewportSize({ width, height: 740 });
      await checkScreen(second);
    }
  });
  await test.step('asked for the turn, the first saves the half-typed name and locks', async () => {
    await second.getByRole('button', { name: 'Dùng ở đây' }).click();
    await first.waitForURL('**/khoa', { timeout: 15_000 });
    await unlock(second);
    await findName(second, address, 'Lò Thị Hai');
    await expect(first.getByRole('heading', REFUSED)).toBeVisible({ timeout: 15_000 });
  });
  await test.step('a tab that sleeps is not waited for, and what was typed in it is saved when it wakes', async () => {
    await second.getByRole('link', { name: 'Buổi', exact: true }).first().click();
    await second.getByRole('link', { name: 'Vào buổi' }).first().click();
    await typeName(second, 'Quàng Văn Ba');
    const sleeping = await context.newCDPSession(second);
    // Stopped in mid-script: it answers nobody, and has not even been told that it goes to sleep.
    await sleeping.send('Debugger.enable');
    await sleeping.send('Debugger.pause');
    void second.evaluate(() => undefined).catch(() => undefined);
    await first.bringToFront();
    await first.getByRole('button', { name: 'Dùng ở đây' }).click();
    await expect(first.getByText('Thẻ kia không trả lời')).toBeVisible();
    await checkScreen(first);
    await first.getByRole('button', { name: 'Vẫn dùng ở đây' }).click();
    await unlock(first);
    await first.getByRole('heading', { name: /^Chào/ }).waitFor();
    await sleeping.send('Debugger.resume');
    await sleeping.send('Debugger.disable');
    await second.waitForURL('**/khoa', { timeout: 15_000 });
    await findName(first, address, 'Quàng Văn Ba');
  });
});
