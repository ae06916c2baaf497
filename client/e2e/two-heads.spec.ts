import { expect, type Page, test } from '@playwright/test';
import { sendAll, sendNow as askCommune, syncUntil } from './support/follow-up.ts';
import { type DemoRole, join } from './support/join.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession } from './support/volunteer.ts';

const REASON = 'Giờ mở, giờ đóng chưa đúng';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

const addressOf = (role: DemoRole): string => world.demo.roles[role].url;

async function take(role: DemoRole, invitation = world.demo.roles[role].invitation): Promise<Page> {
  const { page } = await world.takePhone();
  if (invitation !== world.demo.roles[role].invitation) await standIn2099(page);
  world.demo.type((await join(page, { address: addressOf(role), invitation })).join(' '));
  await askCommune(page, addressOf(role));
  return page;
}

/** The clock goes on from there, on every page of this phone. */
async function standIn2099(page: Page): Promise<void> {
  await page.addInitScript((first) => {
    const now = Date.now.bind(Date);
    const ahead = first - now();
    Date.now = () => now() + ahead;
  }, Date.parse('2099-01-01T02:00:00Z'));
}

/** Answers the code. */
async function inviteHead(head: Page): Promise<string> {
  await goInApp(head, addressOf('head'), '/doi-may');
  await head.getByTestId('invite-open').click();
  await head.getByText('Lãnh đạo xã', { exact: true }).click();
  await head.getByLabel('Họ tên').fill('Phan Văn Phó');
  await head.getByTestId('invite-make').click();
  const code = await head.getByTestId('invite-code').innerText();
  await head.keyboard.press('Escape');
  return code.trim();
}

async function holdSession(page: Page): Promise<void> {
  await goInApp(page, addressOf('volunteer'), '/hom-nay');
  await openSession(page);
  await page.getByTestId('session-close').click();
  await page.getByTestId('session-close-confirm').click();
  await askCommune(page, addressOf('volunteer'));
}

/** The log of this head with so many sessions in it, asked for anew. */
async function openLog(head: Page, sessions: number): Promise<void> {
  await goInApp(head, addressOf('head'), '/da-gui-chua');
  await goInApp(head, addressOf('head'), '/nhat-ky');
  await expect(head.getByTestId('session-row')).toHaveCount(sessions, { timeout: 20_000 });
}

test('a head whose clock stands in 2099 approves, another one sends back: the team gets the task, and both heads read so', async () => {
  test.setTimeout(120_000);
  const head = await take('head');
  const volunteer = await take('volunteer');
  const ahead = await take('head', await inviteHead(head));
  await holdSession(volunteer);
  let session = '';

  await test.step('the one of 2099 approves what is there, and it is not sent yet', async () => {
    await openLog(ahead, 1);
    await ahead.context().setOffline(true);
    await ahead.getByTestId('session-row').click();
    session = new URL(ahead.url()).pathname;
    await ahead.getByTestId('approve-session').click();
    await expect(ahead.getByText('Đã duyệt · trên máy này · chờ gửi')).toBeVisible();
    await expect(ahead.getByText(/2099/).first()).toBeVisible();
  });

  await test.step('the other one has read more of the commune, sends it back, and is heard first', async () => {
    await holdSession(volunteer);
    await openLog(head, 2);
    await goInApp(head, addressOf('head'), session);
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
      await askCommune(one, addressOf('head'));
      await openLog(one, 2);
      await goInApp(one, addressOf('head'), session);
      await expect(one.getByText('Đã gửi lại · xã đã nhận')).toBeVisible({ timeout: 20_000 });
      await expect(one.getByText(`“${REASON}”`)).toBeVisible();
      await expect(one.getByText(/^Đã duyệt ·/)).toBeHidden();
    }
    await volunteer.getByRole('link', { name: 'Xem và trả lời' }).click();
    await expect(volunteer.getByTestId('answer-head')).toBeVisible();
  });
});
