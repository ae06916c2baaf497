/** Whose word counts on a session: the head's, for a time another's in their place, and of two heads the one who had read more. */
import { expect, type Page, test } from '@playwright/test';
import { sendAll, sendNow as askCommune, syncUntil } from './support/follow-up.ts';
import { type DemoRole, join, PIN } from './support/join.ts';
import { lookAt, speak } from './support/look-at.ts';
import { countAudit } from './support/received-work.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession } from './support/volunteer.ts';

const REASON = 'Giờ mở, giờ đóng chưa đúng';

let world: World;
let head: Page;
let volunteer: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  world = await startWorld();
  head = await take('head');
  volunteer = await take('volunteer');
});
test.afterAll(() => world?.close());

const addressOf = (role: DemoRole): string => world.demo.roles[role].url;

async function take(role: DemoRole): Promise<Page> {
  const { page } = await world.takePhone();
  return enter(page, role);
}

async function enter(page: Page, role: DemoRole, invitation = world.demo.roles[role].invitation) {
  world.demo.type((await join(page, { address: addressOf(role), invitation })).join(' '));
  return page;
}

const go = (page: Page, role: DemoRole, path: string): Promise<void> => goInApp(page, addressOf(role), path);

const sendNow = (page: Page, role: DemoRole): Promise<void> => askCommune(page, addressOf(role));

async function holdSession(): Promise<void> {
  await go(volunteer, 'volunteer', '/hom-nay');
  await openSession(volunteer);
  await volunteer.getByTestId('session-close').click();
  await volunteer.getByTestId('session-close-confirm').click();
  await sendNow(volunteer, 'volunteer');
}

/** A week from now in Vietnam, as it is typed and as the screens shorten it. */
const LAST = new Date(Date.now() + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
const [YEAR, MONTH, DAY] = LAST.split('-');

test('the head names who approves for a week; the officer approves in their place; the head reads by whom, and ends it', async () => {
  test.setTimeout(90_000);
  const officer = await take('officer');
  let session = '';

  await test.step('a session that waits', async () => {
    await holdSession();
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
    await sendAll(officer, addressOf('officer'));
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
    await sendAll(officer, addressOf('officer'));
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

/** The clock goes on from there, on every page of this phone. */
async function standIn2099(page: Page): Promise<void> {
  await page.addInitScript((first) => {
    const now = Date.now.bind(Date);
    const ahead = first - now();
    Date.now = () => now() + ahead;
  }, Date.parse('2099-01-01T02:00:00Z'));
}

/** Answers the code. */
async function inviteHead(): Promise<string> {
  await go(head, 'head', '/doi-may');
  await head.getByTestId('invite-open').click();
  await head.getByText('Lãnh đạo xã', { exact: true }).click();
  await head.getByLabel('Họ tên').fill('Phan Văn Phó');
  await head.getByTestId('invite-make').click();
  const code = await head.getByTestId('invite-code').innerText();
  await head.keyboard.press('Escape');
  return code.trim();
}

/** The head's log with so many sessions in it, asked for anew. */
async function openLog(page: Page, sessions: number): Promise<void> {
  await go(page, 'head', '/da-gui-chua');
  await go(page, 'head', '/nhat-ky');
  await expect(page.getByTestId('session-row')).toHaveCount(sessions, { timeout: 20_000 });
}

test('a head whose clock stands in 2099 approves, another one sends back: the team gets the task, and both heads read so', async () => {
  test.setTimeout(120_000);
  const { page: ahead } = await world.takePhone();
  await standIn2099(ahead);
  await enter(ahead, 'head', await inviteHead());
  await sendNow(ahead, 'head');
  let session = '';

  await test.step('the clock of 2099 is named on the first screen, in both languages', async () => {
    for (const language of ['en', 'vi'] as const) {
      await speak(ahead, addressOf('head'), language);
      await go(ahead, 'head', '/nhat-ky');
      await expect(ahead.getByTestId('clock-notice')).toContainText('01/01/2099');
      await lookAt(ahead, 'Đồng hồ sai', language);
    }
    await ahead.setViewportSize({ width: 360, height: 740 });
  });

  await test.step('the one of 2099 approves what is there, and it is not sent yet', async () => {
    await holdSession();
    await sendNow(ahead, 'head');
    await openLog(ahead, 2);
    await ahead.context().setOffline(true);
    await ahead.getByTestId('session-row').first().click();
    session = new URL(ahead.url()).pathname;
    await ahead.getByTestId('approve-session').click();
    await expect(ahead.getByText('Đã duyệt · trên máy này · chờ gửi')).toBeVisible();
    await expect(ahead.getByText(/2099/).first()).toBeVisible();
  });

  await test.step('the other one has read more of the commune, sends it back, and is heard first', async () => {
    await holdSession();
    await sendNow(head, 'head');
    await openLog(head, 3);
    await go(head, 'head', session);
    await head.getByTestId('return-session').click();
    await head.getByText(REASON).click();
    await head.getByTestId('send-session-back').click();
    await sendAll(head, addressOf('head'));
  });

  await test.step('the approval arrives last, and counts nowhere', async () => {
    await expect(ahead.getByText('Đã duyệt · trên máy này · chờ gửi')).toBeVisible();
    await ahead.context().setOffline(false);
    await sendAll(ahead, addressOf('head'));
    await syncUntil(volunteer, { address: addressOf('volunteer'), path: '/hom-nay', text: REASON });
    for (const one of [ahead, head]) {
      await sendNow(one, 'head');
      await openLog(one, 3);
      await go(one, 'head', session);
      await expect(one.getByText('Đã gửi lại · xã đã nhận')).toBeVisible({ timeout: 20_000 });
      await expect(one.getByText(`“${REASON}”`)).toBeVisible();
      await expect(one.getByText(/^Đã duyệt ·/)).toBeHidden();
    }
    await volunteer.getByRole('link', { name: 'Xem và trả lời' }).click();
    await expect(volunteer.getByTestId('answer-head')).toBeVisible();
  });
});
