/** By keyboard alone through what goes away when it is pressed: the focus is never dropped, and goes on where the work does. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { sendNow, syncUntil } from './support/follow-up.ts';
import { type DemoRole, join, PIN } from './support/join.ts';
import { settle } from './support/check-reach.ts';
import { pressKey, pressRadio } from './support/press-keys.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import { addPhotograph, answerForm, beginDossier, chooseRoute, goInApp } from './support/volunteer.ts';

const NAME = 'Hoàng Thị Mẫu';
const MAU = `099147000123||${NAME}|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;

let world: World;
let volunteer: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  world = await startWorld({ PORTAL_WINDOW: '1h' });
});
test.afterAll(() => world?.close());

const addressOf = (role: DemoRole): string => world.demo.roles[role].url;

/** What has the focus, as somebody hears it; `BODY` where it was dropped. */
const readFocus = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((tell) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const at = document.activeElement;
            if (!(at instanceof HTMLElement) || at === document.body) return tell('BODY');
            tell(
              `${at.tagName} ${at.getAttribute('aria-label') ?? at.innerText.split('\n')[0] ?? ''}`.trim(),
            );
          }),
        ),
      ),
  );

/** Presses what goes away; once `then` is there the focus has to be somewhere, and where `at` says. */
async function press(
  page: Page,
  target: Locator,
  { then, at = /^(?!BODY)/ }: { then: Locator; at?: RegExp },
) {
  await pressKey(page, target);
  await expect(then).toBeVisible({ timeout: 30_000 });
  const focus = await readFocus(page);
  expect.soft(focus, `after ${target.toString()}`).toMatch(at);
}

async function typeKeys(page: Page, field: Locator, digits: string): Promise<void> {
  await pressKey(page, field, digits.charAt(0));
  for (const digit of digits.slice(1)) await page.keyboard.press(digit);
}

async function take(role: DemoRole): Promise<Page> {
  const { page } = await world.takePhone(LAPTOP);
  const { url: address, invitation } = world.demo.roles[role];
  world.demo.type((await join(page, { address, invitation })).join(' '));
  return page;
}

test('joining: an invitation, a PIN chosen twice, the four words', async () => {
  const { page } = await world.takePhone(LAPTOP);
  volunteer = page;
  const { url, invitation } = world.demo.roles.volunteer;
  await page.goto(`${url}/?ma=${invitation}`);
  const choose = page.getByRole('heading', { name: 'Đặt mã PIN' });
  await press(page, page.getByRole('button', { name: 'Dùng mã này' }), { then: choose, at: /^H1/ });
  const pin = page.locator('input[type=password]');
  await typeKeys(page, pin, PIN);
  await press(page, pin, { then: page.getByRole('heading', { name: 'Nhập lại mã PIN' }) });
  await typeKeys(page, pin, PIN);
  const words = page.getByTestId('confirmation-words');
  await press(page, pin, { then: words, at: /^H1/ });
  world.demo.type((await words.getByRole('listitem').allTextContents()).join(' '));
  const sessions = page.getByRole('link', { name: 'Buổi', exact: true });
  await press(page, page.getByRole('button', { name: 'Làm ngay' }), { then: sessions, at: /^H1/ });
});

test('a session: a group counted and taken back, a card, what is agreed to, the account guide', async () => {
  test.setTimeout(150_000);
  const page = volunteer;
  const count = page.getByTestId('count-group');
  await pressKey(page, page.getByRole('link', { name: 'Buổi', exact: true }));
  await press(page, page.getByTestId('session-open'), { then: count, at: /^H1/ });
  await press(page, count, { then: page.getByRole('dialog') });
  const undo = page.getByRole('button', { name: 'Hoàn lại' });
  await press(page, page.getByTestId('count-group-confirm'), { then: undo });
  await press(page, undo, { then: count });
  await press(page, page.getByTestId('room-read'), { then: page.getByRole('dialog') });
  await press(page, page.getByTestId('room-read-done'), { then: count });
  await press(page, page.getByTestId('write-name').getByRole('link'), {
    then: page.getByTestId('consent-yes'),
    at: /^H1/,
  });
  await pressKey(page, page.getByRole('checkbox').first(), 'Space');
  await press(page, page.getByTestId('consent-yes'), { then: page.getByTestId('card-by-hand') });
  await press(page, page.getByTestId('card-by-hand'), { then: page.getByTestId('card-done'), at: /^H1/ });
  await press(page, page.getByTestId('card-again'), { then: page.getByTestId('card-paste') });
  await pressKey(page, page.getByTestId('card-paste'), 'Control+A');
  await page.keyboard.insertText(MAU);
  await press(page, page.getByTestId('card-done'), { then: page.getByTestId('session-close'), at: /^H1/ });
  const row = page.getByTestId('visitor-row');
  await press(page, row.getByRole('button', { name: /^Gọi A01/ }), {
    then: row.getByRole('button', { name: /^Xong A01/ }),
  });
  await press(page, row.getByRole('button', { name: /^Xong A01/ }), { then: page.getByText('Xong (') });
  await press(page, page.getByText('Xong ('), { then: row });
  await press(page, row.getByTestId('person-open'), {
    then: page.getByTestId('consent-withdraw'),
    at: /^H1/,
  });
  const dossier = page.getByRole('link', { name: 'Hồ sơ mới' });
  await press(page, page.getByTestId('consent-withdraw'), { then: page.getByTestId('prepare-yes') });
  await press(page, page.getByTestId('prepare-yes'), { then: dossier });
  await press(page, page.locator('main a[href$="/tai-khoan"]').first(), {
    then: page.locator('main h2').first(),
    at: /^H1/,
  });
  const finish = page.getByTestId('account-finish');
  const question = page.locator('main h2').first();
  const answer = page.locator('[data-testid^=account-outcome-]').first();
  for (let steps = 0; steps < 30 && !(await finish.isVisible()); steps += 1) {
    const before = await question.innerText();
    await press(page, answer, { then: page.locator('main h2', { hasNotText: before }).first(), at: /^H2/ });
  }
  await press(page, page.getByTestId('account-back'), { then: answer });
  await press(page, answer, { then: finish });
  await press(page, finish, { then: dossier, at: /^H1/ });
  await press(page, page.getByRole('link', { name: 'Buổi', exact: true }), {
    then: page.getByRole('link', { name: 'Vào buổi', exact: true }),
  });
  await press(page, page.getByRole('link', { name: 'Vào buổi', exact: true }), {
    then: page.getByTestId('session-close'),
    at: /^H1/,
  });
  await press(page, page.getByTestId('team-open'), { then: page.getByRole('dialog') });
  await pressKey(page, page.getByTestId('member-name'), 'a');
  await press(page, page.getByTestId('member-add'), { then: page.getByRole('dialog') });
  await press(page, page.getByRole('button', { name: 'Tôi về trước' }), {
    then: page.getByRole('button', { name: 'Tôi quay lại' }),
  });
  await page.keyboard.press('Escape');
  await press(page, page.getByTestId('session-close'), { then: page.getByTestId('session-close-confirm') });
  await press(page, page.getByTestId('session-close-confirm'), {
    then: page.getByRole('button', { name: 'Mở lại buổi' }),
  });
});

test('the officer and the head: a number, a result, an approval taken back, a session sent back', async () => {
  test.setTimeout(200_000);
  const officer = await take('officer');
  const head = await take('head');
  await beginDossier(volunteer, addressOf('volunteer'), NAME);
  await answerForm(volunteer, { registeredAt: 'UBND xã Ví Dụ', copies: '1' });
  await addPhotograph(volunteer);
  await chooseRoute(volunteer, 'counter');
  await press(volunteer, volunteer.getByTestId('dossier-finish'), {
    then: volunteer.getByTestId('dossier-lodged'),
  });
  await sendNow(volunteer, addressOf('volunteer'));

  await sendNow(officer, addressOf('officer'));
  await goInApp(officer, addressOf('officer'), '/mot-cua');
  const row = officer
    .getByRole('link')
    .filter({ has: officer.getByTestId('desk-row') })
    .first();
  await press(officer, row, { then: officer.getByTestId('desk-number') });
  await typeKeys(officer, officer.getByTestId('desk-number'), 'H57.242-261122-0777');
  await typeKeys(officer, officer.getByTestId('desk-number-again'), 'H57.242-261122-0777');
  await press(officer, officer.getByTestId('desk-record'), {
    then: officer.getByText('H57.242-261122-0777').first(),
  });
  const lodged = { path: '/mot-cua', text: 'Đã nộp, mới nhất trước' };
  await syncUntil(officer, { address: addressOf('officer'), ...lodged });
  await press(officer, row, { then: officer.getByTestId('desk-handedOver') });
  const handedOver = officer.getByTestId('desk-handedOver');
  const handedBack = officer.getByTestId('desk-handedOver-back');
  await press(officer, handedOver, { then: handedBack, at: /^BUTTON Ghi nhầm/ });
  await press(officer, handedBack, { then: handedOver, at: /^BUTTON Đã trả/ });
  // Held down, it presses once: the button that came instead takes it back.
  await officer.keyboard.down('Enter');
  await expect(handedBack).toBeFocused();
  await officer.keyboard.down('Enter');
  await officer.keyboard.up('Enter');
  await settle(officer);
  await expect(handedBack).toBeFocused();

  await sendNow(head, addressOf('head'));
  await goInApp(head, addressOf('head'), '/nhat-ky');
  const approve = head.getByRole('button', { name: 'Duyệt 1 buổi bình thường' });
  await press(head, approve, { then: head.getByRole('button', { name: 'Hoàn lại' }) });
  await press(head, head.getByRole('button', { name: 'Hoàn lại' }), { then: approve });
  await press(head, head.getByRole('link').filter({ has: head.getByTestId('session-row') }), {
    then: head.getByTestId('approve-session'),
  });
  const takeBack = head.getByRole('button', { name: 'Rút lại lời duyệt' });
  await press(head, head.getByTestId('approve-session'), { then: takeBack });
  await press(head, takeBack, { then: head.getByTestId('return-session') });
  await press(head, head.getByTestId('return-session'), { then: head.getByRole('dialog') });
  await pressRadio(head, 'Giờ mở, giờ đóng chưa đúng');
  await press(head, head.getByTestId('send-session-back'), {
    then: head.getByRole('button', { name: /^Rút lại/ }),
  });
  await press(head, head.getByTestId('see-people'), { then: head.getByRole('dialog') });
  await typeKeys(head, head.locator('input[type=password]'), '111111');
  await press(head, head.locator('input[type=password]'), {
    then: head.getByRole('alert').filter({ hasText: /\w/ }),
  });
  await typeKeys(head, head.locator('input[type=password]'), PIN);
  await press(head, head.locator('input[type=password]'), { then: head.getByTestId('person-row') });
  await press(head, head.getByRole('button', { name: 'Ẩn' }), { then: head.getByTestId('see-people') });
});

test('the lock: a wrong PIN leaves the focus in its field, the right one leads to the screen, writing in front of it too', async () => {
  const page = volunteer;
  await goInApp(page, addressOf('volunteer'), '/da-gui-chua');
  const pin = page.locator('input[type=password]');
  // It loads the page anew, which begins at its top.
  await pressKey(page, page.getByRole('button', { name: 'Khóa máy' }));
  await typeKeys(page, pin, '111111');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Còn \d+ lần/)).toBeVisible();
  await expect(pin).toBeFocused();
  await press(page, page.getByTestId('locked-write'), { then: page.getByTestId('consent-yes'), at: /^H1/ });
  await pressKey(page, page.getByRole('checkbox').first(), 'Space');
  await press(page, page.getByTestId('consent-yes'), { then: page.getByTestId('card-by-hand'), at: /^H1/ });
  await page.goto(`${addressOf('volunteer')}/khoa`);
  await typeKeys(page, pin, PIN);
  await press(page, pin, { then: page.locator('main h1:visible').first(), at: /^H1/ });
});

test('on a phone, where the detail takes the place of its list: to the detail, and back to the list', async () => {
  const page = volunteer;
  await page.setViewportSize({ width: 360, height: 740 });
  await goInApp(page, addressOf('volunteer'), '/nguoi-dan');
  const row = page.getByRole('link').filter({ has: page.getByTestId('person-open') });
  const withdraw = page.getByTestId('consent-withdraw').first();
  await press(page, row.first(), { then: withdraw, at: /^H1 Hoàng/ });
  await press(page, page.getByRole('link', { name: 'Về danh sách' }), {
    then: row.first(),
    at: /^H1 Người dân/,
  });
  await page.setViewportSize(LAPTOP);
});

test('by mouse: nothing is outlined, nothing scrolls; and who has left a button is not taken back to it', async () => {
  const page = volunteer;
  await goInApp(page, addressOf('volunteer'), '/nguoi-moi');
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  const heading = page.getByRole('heading', { level: 1 }).first();
  await expect(heading).toBeFocused();
  await expect(heading).toHaveCSS('outline-style', 'none');
  await page.getByTestId('card-by-hand').focus();
  await page.getByTestId('card-by-hand').blur();
  expect(await readFocus(page)).toBe('BODY');
  await goInApp(page, addressOf('volunteer'), '/tra-cuu');
  await expect(page.getByTestId('lookup-search')).toBeVisible();
  expect(await readFocus(page)).toBe('BODY');
});
