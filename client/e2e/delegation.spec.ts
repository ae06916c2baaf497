import { expect, type Page, test } from '@playwright/test';
import { sendNow as askCommune } from './support/follow-up.ts';
import { type DemoRole, join, PIN } from './support/join.ts';
import { lookAt } from './support/look-at.ts';
import { countAudit } from './support/received-work.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession } from './support/volunteer.ts';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

const addressOf = (role: DemoRole): string => world.demo.roles[role].url;

async function take(role: DemoRole): Promise<Page> {
  const { page } = await world.takePhone();
  const { url: address, invitation } = world.demo.roles[role];
  world.demo.type((await join(page, { address, invitation })).join(' '));
  return page;
}

const go = (page: Page, role: DemoRole, path: string): Promise<void> => goInApp(page, addressOf(role), path);

const sendNow = (page: Page, role: DemoRole): Promise<void> => askCommune(page, addressOf(role));

/** A week from now in Vietnam, as it is typed and as the screens shorten it. */
const LAST = new Date(Date.now() + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
const [YEAR, MONTH, DAY] = LAST.split('-');

test('the head names who approves for a week; the officer approves in their place; the head reads by whom, and ends it', async () => {
  test.setTimeout(90_000);
  const head = await take('head');
  const officer = await take('officer');
  const volunteer = await take('volunteer');
  let session = '';

  await test.step('a session that waits', async () => {
    await openSession(volunteer);
    await volunteer.getByTestId('session-close').click();
    await volunteer.getByTestId('session-close-confirm').click();
    await sendNow(volunteer, 'volunteer');
    await sendNow(officer, 'officer');
  });

  await test.step('without a delegation the page is shut to the officer', async () => {
    await go(officer, 'officer', '/nhat-ky');
    await expect(officer.getByText('Việc này không thuộc quyền của bạn.')).toBeVisible();
    await go(officer, 'officer', '/mot-cua');
    await expect(officer.getByTestId('deputy-line')).toBeHidden();
  });

  await test.step('the head chooses the person, the last day, and gives the PIN anew', async () => {
    await sendNow(head, 'head');
    await go(head, 'head', '/nhat-ky');
    await expect(head.getByTestId('delegation')).toHaveText('Ủy quyền duyệt: chưa', { timeout: 20_000 });
    await head.getByTestId('delegation-open').click();
    await head.getByText('công chức một cửa').click();
    await head.getByTestId('delegation-next').click();
    await expect(head.getByText('Ghi một ngày không trước ngày đầu')).toBeVisible();
    await head.getByLabel('Đến hết ngày').fill(`${DAY}${MONTH}${YEAR}`);
    await lookAt(head, 'Ủy quyền duyệt', 'vi');
    await head.getByTestId('delegation-next').click();
    await head.locator('input[type=password]').fill(PIN);
    await head.keyboard.press('Enter');
    await expect(head.getByTestId('delegation')).toContainText(`${DAY}/${MONTH}`, { timeout: 20_000 });
    expect(countAudit(world.demo.folder, 'delegateReview')).toBe(1);
  });

  await test.step('the officer, unlocking anew, finds the way on their first screen and approves', async () => {
    await officer.reload();
    await officer.locator('input[type=password]').fill(PIN);
    await officer.keyboard.press('Enter');
    await go(officer, 'officer', '/mot-cua');
    const line = officer.getByTestId('deputy-line');
    await expect(line).toHaveText(`Duyệt thay Chủ tịch đến ${DAY}/${MONTH}`, { timeout: 20_000 });
    await line.click();
    await expect(officer.getByTestId('deputy-note')).toContainText(`theo ủy quyền đến ${DAY}/${MONTH}`);
    await lookAt(officer, 'Duyệt thay', 'vi');
    await officer.setViewportSize({ width: 360, height: 740 });
    await officer.getByRole('button', { name: 'Duyệt 1 buổi bình thường' }).click();
    await officer.getByTestId('session-row').click();
    session = new URL(officer.url()).pathname;
    await expect(officer.getByText(/, thay Chủ tịch/)).toBeVisible();
    await expect(officer.getByTestId('delegation')).toBeHidden();
    await officer.waitForTimeout(6_500);
    await sendNow(officer, 'officer');
  });

  await test.step('the head reads by whom and in whose place, ends it, and the page shuts to the officer', async () => {
    await sendNow(head, 'head');
    await go(head, 'head', '/nhat-ky');
    await expect(head.getByText('Đã duyệt', { exact: true })).toBeVisible({ timeout: 20_000 });
    await head.getByTestId('session-row').click();
    await expect(head.getByText(/, thay Chủ tịch/)).toBeVisible();
    await go(officer, 'officer', session);
    await expect(officer.getByTestId('ask-team')).toBeVisible();
    await go(head, 'head', '/nhat-ky');
    await head.getByTestId('delegation-end').click();
    await head.getByTestId('delegation-end-now').click();
    await expect(head.getByTestId('delegation')).toHaveText('Ủy quyền duyệt: chưa', { timeout: 20_000 });
    await officer.getByTestId('ask-team').click();
    await officer.getByLabel('Câu hỏi').fill('Vì sao?');
    await officer.getByTestId('ask-send').click();
    await officer.waitForTimeout(6_500);
    await sendNow(officer, 'officer');
    await go(officer, 'officer', '/mot-cua');
    await expect(officer.getByText('1 buổi có lời duyệt thay về xã muộn, không tính')).toBeVisible();
    await lookAt(officer, 'Cần xử lý, lời về muộn', 'vi');
    await go(officer, 'officer', '/nhat-ky');
    await expect(officer.getByText('Chủ tịch đã kết thúc sớm ủy quyền')).toBeVisible({ timeout: 20_000 });
    await sendNow(volunteer, 'volunteer');
    await go(volunteer, 'volunteer', '/buoi');
    await volunteer.getByText('Nhà văn hóa').first().click();
    await expect(volunteer.getByText(/, thay Chủ tịch, ngày/)).toBeVisible();
  });
});
