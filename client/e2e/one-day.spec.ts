import { expect, type Locator, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow, syncUntil } from './support/follow-up.ts';
import { join, unlock, waitUntilOfflineReady } from './support/join.ts';
import {
  closeWithHands,
  joinTwinSessions,
  noteTeam,
  planAndOpenSession,
  scanReceipt,
} from './support/session-steps.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  answerOpenForm,
  beginDossier,
  chooseRoute,
  goInApp,
  writePerson,
} from './support/volunteer.ts';

const MAU =
  '099147000123|190000123|Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022';
const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

/** The first outcome of whatever is asked; who acted where that is asked too. */
async function answerAccountStep(page: Page): Promise<void> {
  const actor = page.getByRole('radio', { name: 'Được chỉ' });
  if ((await actor.count()) > 0) await actor.check();
  const before = await page.locator('main').innerText();
  await page.locator('[data-testid^=account-outcome-]').first().click();
  await expect(page.locator('main')).not.toHaveText(before);
}

/** Doing it for them is asked about before it is taken; whoever thinks better of it shows them instead. */
async function doInsteadOfThem(place: Locator, page: Page): Promise<void> {
  const instead = place.getByRole('radio', { name: 'Làm thay' });
  await instead.press('Space');
  await expect(page.getByText('Để bác tự bấm được không?')).toBeVisible();
  await expect(instead).not.toBeChecked();
  await page.getByTestId('soft-instead').click();
  await expect(place.getByRole('radio', { name: 'Được chỉ' })).toBeChecked();
  await instead.press('Space');
  await page.getByTestId('soft-still').click();
  await expect(instead).toBeChecked();
}

/** A machine that nobody has touched since the morning has covered its names, or has locked. */
async function wake(page: Page): Promise<void> {
  const cover = page.getByText('Chạm để hiện lại');
  if (await cover.isVisible()) await cover.click();
  if (await page.getByRole('button', { name: 'Mở khóa' }).isVisible()) await unlock(page);
}

/** dd/mm/yyyy, a week ahead or more. */
function nextMonday(): string {
  const day = new Date();
  day.setDate(day.getDate() + 8 + ((8 - day.getDay()) % 7));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
}

/** The head joins at the terminal and approves whoever reads the same four words. */
async function approveAsHead(head: Page, words: readonly string[]): Promise<void> {
  await head.getByRole('link', { name: 'Đội & máy' }).first().click();
  for (const word of words)
    await expect(head.getByText(word, { exact: true }).first()).toBeVisible({ timeout: 20_000 });
  await head.getByTestId('approve-device').first().click();
}

test('one dossier goes from a yard without signal to its number', async () => {
  test.setTimeout(360_000);
  const { demo, line, address } = world;
  const head = (await world.takePhone(LAPTOP)).page;
  const officer = (await world.takePhone(LAPTOP)).page;
  const desk = demo.roles.officer.url;
  const profile = world.makeFolder();
  let phone = await world.takePhone({ profile });

  await test.step('the head joins at the terminal, then approves the volunteer', async () => {
    const headWords = await join(head, {
      address: demo.roles.head.url,
      invitation: demo.roles.head.invitation,
    });
    demo.type(headWords.join(' '));
    const words = await join(phone.page, { address, invitation: demo.roles.volunteer.invitation });
    await waitUntilOfflineReady(phone.page);
    await approveAsHead(head, words);
    await approveAsHead(
      head,
      await join(officer, { address: desk, invitation: demo.roles.officer.invitation }),
    );
  });

  await test.step('the wire is cut; the app opens again, with the PIN alone', async () => {
    line.cut();
    await phone.close();
    phone = await world.takePhone({ profile });
    await phone.page.goto(`${address}/hom-nay`);
    await unlock(phone.page);
  });

  const { page } = phone;
  await test.step('a session is planned for today, and opened from Hôm nay in one tap', () =>
    planAndOpenSession(page, address));

  await test.step('of the team one has no phone; one leaves and comes back', () => noteTeam(page));

  await test.step('three heads, two people by card', async () => {
    for (let heads = 0; heads < 3; heads++) await page.getByTestId('count-one').click();
    await writePerson(page, MAU);
    await writePerson(page, DU);
    await expect(page.getByTestId('visitor-row')).toHaveCount(2);
    await checkScreen(page);
  });

  let dossier = '';
  await test.step('a dossier with a photograph, by route A', async () => {
    dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
    await page.getByTestId('dossier-info').click();
    await doInsteadOfThem(page.getByTestId('acted-requester'), page);
    await answerOpenForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    await addPhotograph(page);
    await chooseRoute(page, 'selfOwnPhone');
    await expect(page.getByTestId('first-rule')).toBeVisible();
    await page.getByTestId('dossier-finish').click();
    await expect(page.getByText('Đã lưu trên máy này').first()).toBeVisible();
  });

  await test.step('the account guide, one question a screen, with who acted', async () => {
    await goInApp(page, address, '/nguoi-dan');
    await page.getByText('Nguyễn Văn Dụ').first().click();
    await page
      .getByRole('link', { name: /Tài khoản/ })
      .first()
      .click();
    for (let step = 0; step < 2; step++) await answerAccountStep(page);
    await expect(page.getByTestId('first-rule')).toBeVisible();
    await doInsteadOfThem(page.locator('main'), page);
    await answerAccountStep(page);
  });

  await test.step('a yes to the police being told, with a day; what was left in the middle waits on the first screen', async () => {
    await page.getByTestId('account-outcome-level1').click();
    await page.getByText('Ngày khác').click();
    await page.getByLabel('Ngày khác').last().fill(nextMonday());
    await page.getByTestId('account-outcome-appointment').click();
    await page.getByTestId('police-yes').click();
    await checkScreen(page);
    await goInApp(page, address, '/hom-nay');
    const question = 'Bác trả lệ phí trên điện thoại được chưa?';
    await expect(page.locator('main')).toContainText(question);
    await page.getByRole('link', { name: 'Làm tiếp' }).first().click();
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
  });

  let paperDossier = '';
  await test.step('a second dossier with a photograph, on paper at the commune: route E', async () => {
    paperDossier = await beginDossier(page, address, 'Nguyễn Văn Dụ');
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '1' });
    await addPhotograph(page);
    await chooseRoute(page, 'counter');
    await page.getByTestId('dossier-finish').click();
    await expect(page.getByText('Đã lưu trên máy này').first()).toBeVisible();
  });

  await test.step('the number is read off the receipt, by its square code or its bar code', () =>
    scanReceipt(page, MAU));

  await test.step('nothing has left the phone, and nothing says that it was lodged', async () => {
    const packs = await readPacks(demo.portal);
    expect(packs).toHaveLength(0);
    await expect(page.getByText(/Đã nộp · mã/)).toHaveCount(0);
  });

  await test.step('signal again: the pack waits at the portal for the citizen', async () => {
    line.mend();
    await goInApp(page, address, '/da-gui-chua');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect
      .poll(() => readPacks(demo.portal).then((packs) => packs.length), { timeout: 60_000 })
      .toBe(1);
    await goInApp(page, address, dossier);
    await syncUntil(page, { address, path: dossier, text: /Chờ .*tự nộp/ });
  });

  await test.step('the citizen confirms; the number comes back with its evidence', async () => {
    const [pack] = await readPacks(demo.portal);
    await fetch(`${demo.portal}/packs/${pack?.packNumber ?? ''}/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: 'citizen' }),
    });
    await syncUntil(page, { address, path: dossier, text: /Đã nộp · mã/ });
    await expect(page.getByText('Cổng Dịch vụ công đã xác nhận').first()).toBeVisible();
    await checkScreen(page);
    await goInApp(page, address, '/da-gui-chua');
  });

  await test.step('the officer opens the paper dossier and records its number, typed twice', async () => {
    await sendNow(officer, desk);
    await goInApp(officer, desk, '/mot-cua');
    await officer.getByTestId('desk-row').filter({ hasText: 'Dụ' }).first().click();
    for (const field of ['desk-number', 'desk-number-again'])
      await officer.getByTestId(field).fill('099058004567');
    await officer.getByTestId('desk-record').click();
    await expect(officer.getByText('Đây là số căn cước, không phải mã hồ sơ.')).toBeVisible();
    await officer.getByTestId('desk-number').fill('H57.242-261122-0777');
    await officer.getByTestId('desk-number-again').fill('H57.242-261122-0777');
    await officer.getByTestId('desk-record').click();
    await sendNow(officer, desk);
    await syncUntil(page, { address, path: paperDossier, text: /Đã nộp · mã H57\.242-261122-0777/ });
    await expect(page.getByText('Một cửa đã ghi mã').first()).toBeVisible();
  });

  await test.step('the officer hands the name to the police; the team sees it, and a yes taken back removes it', async () => {
    await officer.getByRole('link', { name: 'Công an xã' }).first().click();
    const row = officer.getByTestId('police-row').filter({ hasText: 'Nguyễn Văn Dụ' });
    await expect(row).toBeVisible();
    await expect(officer.locator('body')).not.toContainText('099058004567');
    await officer.getByTestId('police-hand-over').first().click();
    await checkScreen(officer);
    await sendNow(officer, desk);
    await sendNow(page, address);
    await goInApp(page, address, '/nguoi-dan');
    await page.getByText('Nguyễn Văn Dụ').first().click();
    await expect(page.getByText(/Đã chuyển Công an \d/).first()).toBeVisible({ timeout: 20_000 });
    const yes = page.getByRole('listitem').filter({ hasText: 'Báo Công an xã để hẹn làm mức 2' });
    await yes.getByTestId('consent-withdraw').click();
    await expect(page.getByText('Bác đã rút lại, nhưng tên đã sang Công an xã')).toBeVisible();
    await checkScreen(page);
    await sendNow(page, address);
    await sendNow(officer, desk);
    await goInApp(officer, desk, '/cong-an');
    await expect(officer.getByText('Chưa có ai được giới thiệu')).toBeVisible({ timeout: 20_000 });
    await goInApp(officer, desk, '/mot-cua');
  });

  await test.step('the session is closed on the phone', async () => {
    await goInApp(page, address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await closeWithHands(page);
    await sendNow(page, address);
  });

  await test.step('the head reads the session in counts and approves it', async () => {
    await wake(head);
    await head.getByRole('link', { name: 'Nhật ký buổi' }).first().click();
    await expect(head.getByTestId('session-row').first()).toBeVisible({ timeout: 20_000 });
    await head.getByTestId('session-row').first().click();
    await expect(head.locator('body')).not.toContainText('Hoàng Thị Mẫu');
    await expect(head.getByText('có ngày hẹn ở Công an xã')).toBeVisible();
    await expect(head.getByText('đồng ý báo Công an xã')).toHaveCount(0);
    await expect(head.getByText(/hài lòng.*3/i).first()).toBeVisible();
    await expect(head.getByRole('listitem').filter({ hasText: 'Bà Lò Thị Ví' })).toContainText(
      'chưa điểm danh',
    );
    await head.getByTestId('approve-session').click();
    await expect(head.getByText('Đã duyệt').first()).toBeVisible();
    await checkScreen(head);
    await checkScreen(officer);
  });

  await test.step('a second session of the same place and day is said to be the same, and parted again', () =>
    joinTwinSessions(page, address));
});

interface TwinState {
  readonly packs: readonly { readonly packNumber: string }[];
}

async function readPacks(portal: string): Promise<TwinState['packs']> {
  const state = (await (await fetch(`${portal}/twin/state`)).json()) as {
    packs: Record<string, unknown> | unknown[];
  };
  return Object.values(state.packs) as TwinState['packs'];
}
