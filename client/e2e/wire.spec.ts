import { expect, type Page, test } from '@playwright/test';
import { join, waitUntilOfflineReady } from './support/join.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp, openSession } from './support/volunteer.ts';

/** With every header of HTTP/1.1, as they pass the socket. Bytes repeat, so these are budgets, not hopes. */
const MOST = {
  onePerson: { requests: 1, up: 1_000, down: 400 },
  nothing: { requests: 1, up: 720, down: 300 },
} as const;

/** Longer than the pause after which a phone sends by itself what was queued. */
const QUIET_MS = 6_000;
const STEP_MS = 250;

let world: World;

test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

interface Cost {
  readonly requests: number;
  readonly up: number;
  readonly down: number;
}

/** What passes until something has come back, and for longer than the pause after which what was queued is sent by itself. */
async function measure(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const before = { up: world.line.bytesUp(), down: world.line.bytesDown() };
  let requests = 0;
  const count = (): void => void requests++;
  page.on('request', count);
  await act();
  await expect.poll(() => world.line.bytesDown(), { timeout: 20_000 }).toBeGreaterThan(before.down);
  await page.waitForTimeout(QUIET_MS);
  page.off('request', count);
  return { requests, up: world.line.bytesUp() - before.up, down: world.line.bytesDown() - before.down };
}

/** Every two minutes a phone asks by itself: what was measured together with that is measured again. */
async function measureAlone(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const first = await measure(page, act);
  return first.requests === 1 ? first : measure(page, act);
}

/** A device that has just been approved asks this and that: until six seconds have passed without a byte. */
async function waitUntilStill(page: Page): Promise<void> {
  for (let last = -1, quiet = 0; quiet < QUIET_MS; quiet += STEP_MS) {
    if (last !== world.line.bytesDown()) [last, quiet] = [world.line.bytesDown(), 0];
    await page.waitForTimeout(STEP_MS);
  }
}

test('one more head is one request of less than a kilobyte; asking for news costs two thirds of that', async () => {
  test.setTimeout(180_000);
  const { demo, address } = world;
  const { page } = await world.takePhone();
  demo.type((await join(page, { address, invitation: demo.roles.volunteer.invitation })).join(' '));
  await expect.poll(() => demo.output()).toContain('Đã duyệt máy của');
  await waitUntilOfflineReady(page);
  await openSession(page);
  await page.getByTestId('count-one').click();
  await goInApp(page, address, '/da-gui-chua');
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await waitUntilStill(page);

  const onePerson = await measureAlone(page, async () => {
    await goInApp(page, address, '/buoi');
    await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
    await page.getByTestId('count-one').click();
    // Leaving the screen is what queues it.
    await goInApp(page, address, '/da-gui-chua');
  });
  await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible();
  const nothing = await measureAlone(page, () => page.getByRole('button', { name: 'Gửi ngay' }).click());
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify({ onePerson, nothing }) });
  console.log(`one more head ${JSON.stringify(onePerson)}, asking for news ${JSON.stringify(nothing)}`);
  for (const [cost, most] of [
    [onePerson, MOST.onePerson],
    [nothing, MOST.nothing],
  ] as const) {
    expect(cost.requests).toBe(most.requests);
    expect(cost.up).toBeLessThanOrEqual(most.up);
    expect(cost.down).toBeLessThanOrEqual(most.down);
  }
});
