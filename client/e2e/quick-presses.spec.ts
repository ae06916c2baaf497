/** A finger or a mouse that presses faster than screens are read: nothing is confirmed unread, and nothing that is meant is lost. */
import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import { PIN } from './support/join.ts';
import { startWorld, type World } from './support/start-world.ts';
import { openSession } from './support/volunteer.ts';

/** One press of a series at one point, as the browser is told of it: the first, the second… */
type Press = (point: { x: number; y: number }, nth: number) => Promise<void>;

const GAP_MS = 160;
/** What is pressed after that is meant, wherever it lies. */
const REST_MS = 400;

let world: World;
let page: Page;
let presses: Record<'finger' | 'mouse', Press>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  world = await startWorld();
  ({ page } = await world.takePhone());
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  presses = { finger: (point) => tap(line, point), mouse: click };
});
test.afterAll(() => world?.close());

async function tap(line: CDPSession, point: { x: number; y: number }): Promise<void> {
  await line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function click({ x, y }: { x: number; y: number }, nth: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down({ clickCount: nth });
  await page.mouse.up({ clickCount: nth });
}

async function findMiddle(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`Nothing to press: ${target.toString()}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Wherever the first press went, the others come down on the same point. */
async function pressAgainAndAgain(press: Press, target: Locator, times: number): Promise<void> {
  const point = await findMiddle(target);
  for (let nth = 1; nth <= times; nth++) {
    await press(point, nth);
    await page.waitForTimeout(GAP_MS);
  }
  await page.waitForTimeout(REST_MS);
}

async function writeName(name: string): Promise<void> {
  await page.getByTestId('write-name').click();
  await page.getByRole('checkbox').first().check();
  await page.getByTestId('consent-yes').click();
  await page.getByTestId('card-by-hand').click();
  await page.getByLabel('Họ và tên').fill(name);
}

const keys = (digit: string): Locator => page.getByRole('button', { name: digit, exact: true });

test('a PIN is typed on its keys as fast as fingers go', async () => {
  await page.goto(`${world.address}/?ma=${world.demo.roles.volunteer.invitation}`);
  await page.getByRole('button', { name: 'Dùng mã này' }).click();
  for (const heading of ['Đặt mã PIN', 'Nhập lại mã PIN']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    for (const digit of PIN) await presses.finger(await findMiddle(keys(digit)), 1);
    const typed = page.locator('input[type=password]');
    await expect(typed).toHaveValue(PIN);
    await typed.press('Enter');
  }
  const words = page.getByTestId('confirmation-words').getByRole('listitem');
  await expect(words).toHaveCount(4, { timeout: 30_000 });
  world.demo.type((await words.allTextContents()).join(' '));
  await page.getByRole('button', { name: 'Làm ngay' }).click();
});

for (const [by, name] of [
  ['finger', 'Lý Thị Ngón'],
  ['mouse', 'Lý Thị Chuột'],
] as const) {
  test(`three quick presses on Xong close no session: ${by}`, async () => {
    if (by === 'finger') await openSession(page);
    await writeName(name);
    await pressAgainAndAgain(presses[by], page.getByTestId('card-done'), 3);
    await expect(page.getByTestId('visitor-row').filter({ hasText: name })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Buổi đã đóng')).toHaveCount(0);
  });

  test(`two quick presses on Đóng buổi only ask: ${by}`, async () => {
    await pressAgainAndAgain(presses[by], page.getByTestId('session-close'), 2);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test(`ten quick presses on +1 count ten: ${by}`, async () => {
    const before = await countHeads();
    await pressAgainAndAgain(presses[by], page.getByTestId('count-one'), 10);
    expect((await countHeads()) - before).toBe(10);
  });

  test(`five quick presses on + of a group make it five more: ${by}`, async () => {
    await page.getByTestId('count-group').click();
    const group = page.getByRole('dialog').getByRole('textbox');
    const before = Number(await group.inputValue());
    await pressAgainAndAgain(presses[by], page.getByRole('button', { name: /^Thêm một: / }), 5);
    await expect(group).toHaveValue(String(before + 5));
    await page.keyboard.press('Escape');
  });
}

async function countHeads(): Promise<number> {
  const figures = page.getByRole('region', { name: 'Số người của buổi' });
  return Number(await figures.locator('dd').first().innerText());
}
