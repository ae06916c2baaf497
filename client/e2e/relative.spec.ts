import { type Browser, expect, type Page, test } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { sendNow, syncUntil } from './support/follow-up.ts';
import { join, unlock } from './support/join.ts';
import type { Phone } from './support/phone.ts';
import { searchText } from './support/search-canaries.ts';
import { startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const NUMBER = '099147000123';
const MAU = `${NUMBER}||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|05112022`;
const SON = 'Nông Văn Ví';

let world: World;
let phone: Phone;
let address: string;
let dossier: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  world = await startWorld();
  phone = await world.takePhone();
  const { page } = phone;
  const { demo } = world;
  address = world.address;
  const words = await join(page, { address, invitation: demo.roles.volunteer.invitation });
  demo.type(words.join(' '));
  await openSession(page);
  await writePerson(page, MAU);
  dossier = await beginDossier(page, address, 'Hoàng Thị Mẫu');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
});
test.afterAll(() => world?.close());

test('a photograph of nothing is said to be one before it is kept, and may be taken again or kept', async () => {
  const { page } = phone;
  const offer = async (kind: Bad) =>
    page.getByTestId('paper-choose-oldCivilStatusPaper').setInputFiles({
      ...{ name: 'giay.jpg', mimeType: 'image/jpeg' },
      buffer: Buffer.from(await page.evaluate(drawBadPicture, kind), 'base64'),
    });
  await offer('dark');
  await expect(page.getByText('Ảnh gần như đen, không đọc được chữ')).toBeVisible();
  await checkScreen(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await expect(page.locator('#paper-oldCivilStatusPaper')).not.toContainText('Đã');
  await offer('blurred');
  await expect(page.getByText('Ảnh mờ, không đọc được chữ')).toBeVisible();
  await expect(page.getByTestId('paper-retake')).toBeVisible();
  // The person decides: it may be the best that there is.
  await page.getByTestId('paper-accept').click();
  await expect(page.getByTestId('paper-accept')).toBeHidden();
  await addPhotograph(page);
  await expect(page.getByText('không đọc được chữ')).toHaveCount(0);
});

test('a PDF that stands open in a tab of its own goes with the lock', async () => {
  const { page } = phone;
  await page.getByTestId('paper-choose-oldCivilStatusPaper').setInputFiles({
    ...{ name: 'giay.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from(PDF),
  });
  await page.getByTestId('paper-accept').click();
  await expect(page.getByTestId('paper-accept')).toBeHidden();
  await sendNow(page, address);
  await goInApp(page, address, dossier);
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  const opened = page.waitForEvent('popup');
  await page.getByTestId('open-pdf').click();
  const tab = await opened;
  expect(tab.isClosed()).toBe(false);
  await page.evaluate((milliseconds) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + milliseconds;
  }, 20 * 60_000);
  await page.waitForURL('**/khoa');
  await expect.poll(() => tab.isClosed()).toBe(true);
  await page.bringToFront();
  await unlock(page);
  await page.getByRole('heading', { name: /^Chào/ }).waitFor();
  await goInApp(page, address, dossier);
});

test('a son files for his mother from his own phone, and may take his yes back', async ({ browser }) => {
  test.setTimeout(60_000);
  const { page } = phone;
  await test.step('who files is written down with their own yes, and what the law wants is said', async () => {
    await page.getByRole('link', { name: 'Chọn', exact: true }).click();
    await page.getByTestId('route-relative').click();
    await page.getByTestId('relative-name').fill(SON);
    await page.getByText('Cháu', { exact: true }).click();
    await expect(page.getByText('Cần giấy ủy quyền có chứng thực.')).toBeVisible();
    await page.getByText('Con', { exact: true }).click();
    await expect(page.getByText('Cần giấy ủy quyền có chứng thực.')).toHaveCount(0);
    await page.getByTestId('relative-phone').fill('0987');
    await page.getByTestId('route-choose').click();
    await expect(page.getByText('Số điện thoại cần đủ 10 chữ số')).toBeVisible();
    await page.getByTestId('relative-phone').fill('0987 000 222');
    await page.getByTestId('route-choose').click();
    await expect(page.getByText('Hỏi người nộp trước, rồi chọn ô này.')).toBeVisible();
    await checkScreen(page);
    await page.getByRole('checkbox', { name: 'Người nộp đã đồng ý' }).check();
    await page.getByTestId('route-choose').click();
    await expect(page.getByText(`${SON} · Con`)).toBeVisible();
    await checkScreen(page);
  });

  await test.step('the copy card on his phone tells whose dossier it is, and neither number nor his own name', async () => {
    await page.getByRole('link', { name: 'Thẻ chép' }).click();
    await page.getByTestId('copy-to-phone').click();
    const link = (await page.getByTestId('copy-code').getAttribute('data-link')) ?? '';
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    const shown = await readOnOwnPhone(browser, link);
    expect(shown).toMatch(/Hoàng Thị Mẫu/i);
    expect(shown).toContain('02/03/1947');
    expect(shown).toContain('Con');
    expect(searchText(shown, 'the card', [SON, NUMBER])).toEqual([]);
  });

  await test.step('the pack at the portal bears both: he submits, she owns it', async () => {
    await goInApp(page, address, dossier);
    await page.getByTestId('dossier-finish').click();
    await syncUntil(page, { address, path: dossier, text: new RegExp(`Chờ .*${SON} tự nộp`) });
    const [pack] = await readPacks();
    expect(pack).toMatchObject({
      ...{ route: 'relative', status: 'awaitingCitizen' },
      submitter: { fullName: SON, relation: 'child', phone: '0987000222' },
      owner: { personalId: NUMBER },
    });
    expect(pack?.submitter).not.toHaveProperty('personalId');
  });

  await test.step('his yes taken back: nothing of him is left here, and the pack is recalled', async () => {
    await page.getByTestId('relative-withdraw').click();
    await expect(page.getByText('người nộp rút lại lời đồng ý')).toBeVisible();
    await expect(page.locator('main')).not.toContainText(SON);
    await sendNow(page, address);
    await expect.poll(async () => (await readPacks())[0]?.status, { timeout: 20_000 }).toBe('withdrawn');
    await syncUntil(page, { address, path: dossier, text: /Chưa chọn/ });
  });
});

/** One page with a word on it, as a scanner writes it. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

type Bad = 'dark' | 'blurred';

/** A written page as a camera sees it in a dark room, or in a hand that runs. Runs in the page. */
async function drawBadPicture(kind: Bad): Promise<string> {
  const canvas = new OffscreenCanvas(1200, 900);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, 1200, 900);
  pen.filter = kind === 'blurred' ? 'blur(8px)' : 'none';
  pen.fillStyle = 'black';
  pen.font = '28px serif';
  for (let line = 0; line < 20; line++) pen.fillText('Giấy khai sinh bản chính, số 12', 60, 60 + line * 42);
  pen.filter = 'none';
  pen.fillStyle = kind === 'dark' ? 'rgb(0 0 0 / 94%)' : 'transparent';
  pen.fillRect(0, 0, 1200, 900);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return btoa(
    Array.from(new Uint8Array(await blob.arrayBuffer()), (one) => String.fromCharCode(one)).join(''),
  );
}

/** Another phone, which never had the app. */
async function readOnOwnPhone(browser: Browser, link: string): Promise<string> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  const own: Page = await context.newPage();
  await own.goto(link);
  await expect(own.locator('.row').first()).toBeVisible();
  await checkScreen(own);
  const shown = await own.locator('main').innerText();
  await context.close();
  return shown;
}

interface TwinPack {
  readonly route: string;
  readonly status: string;
  readonly submitter: Readonly<Record<string, string>>;
  readonly owner?: Readonly<Record<string, string>>;
}

async function readPacks(): Promise<readonly TwinPack[]> {
  const state = (await (await fetch(`${world.demo.portal}/twin/state`)).json()) as {
    packs: Record<string, TwinPack>;
  };
  return Object.values(state.packs);
}
