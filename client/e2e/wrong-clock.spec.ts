/** A machine whose clock is wrong is told so, and its work stays where it belongs. */
import { expect, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow } from './support/follow-up.ts';
import { join, unlock } from './support/join.ts';
import { startWorld, type World } from './support/start-world.ts';
import { beginDossier, goInApp, openSession, writePerson } from './support/volunteer.ts';

const MAU =
  '099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

/** Every instant that the page asks for from now on is another. */
function setClock(wanted: string): void {
  const rightNow = Date.now.bind(Date);
  const ahead = Date.parse(wanted) - rightNow();
  Date.now = () => rightNow() + ahead;
}

test('a phone that falls back to 1970 says so, and its session goes on', async () => {
  test.setTimeout(120_000);
  const { page } = await world.takePhone();
  const { address } = world;
  world.demo.type(
    (await join(page, { address, invitation: world.demo.roles.volunteer.invitation })).join(' '),
  );
  await openSession(page);
  await writePerson(page, MAU);
  const notice = page.getByTestId('clock-notice');
  await sendNow(page, address);
  await goInApp(page, address, '/hom-nay');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();

  await page.evaluate(setClock, '1970-01-05T06:02:00Z');
  await sendNow(page, address);
  await goInApp(page, address, '/hom-nay');
  await expect(notice).toContainText('Máy báo 14:0');
  await expect(notice).toContainText('05/01/1970');
  await checkScreen(page);

  await test.step('whom and what is begun now belongs to the session that is open', async () => {
    await goInApp(page, address, '/nguoi-moi');
    await expect(page.getByTestId('old-session')).toBeVisible();
    await checkScreen(page);
    await goInApp(page, address, '/tra-cuu?thu-tuc=2.000635');
    await expect(page.getByRole('heading', { name: 'Đang ở buổi' })).toBeVisible();
  });

  await test.step('a day in the year 2999 is asked about and bears its year', async () => {
    const path = await beginDossier(page, address, 'Hoàng Thị Mẫu');
    await goInApp(page, address, `${path}/ai-nop`);
    await page.getByTestId('route-selfOwnPhone').click();
    await page.getByText('Ngày khác', { exact: true }).first().click();
    await page.getByLabel('Ngày khác').last().fill('31122999');
    await expect(page.getByTestId('day-note')).toContainText('31/12/2999');
    await checkScreen(page);
    await page.getByTestId('route-choose').click();
    await expect(page.getByText('31/12/2999').first()).toBeVisible();
  });

  await test.step('opened anew with the right time, it says nothing any more', async () => {
    await page.reload();
    await unlock(page);
    await sendNow(page, address);
    await goInApp(page, address, '/hom-nay');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toBeHidden();
  });
});
