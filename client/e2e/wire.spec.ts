import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CutProxy, startCutProxy } from './support/cut-proxy.ts';
import { addressOf, join, waitUntilOfflineReady } from './support/join.ts';
import { type Phone, startPhone } from './support/phone.ts';
import { type Demo, startDemo } from './support/start-demo.ts';
import { goInApp, openSession } from './support/volunteer.ts';

/** With every header of HTTP/1.1, as they pass the socket. Bytes repeat, so these are budgets, not hopes. */
const MOST = {
  onePerson: { requests: 1, up: 1_000, down: 400 },
  nothing: { requests: 1, up: 720, down: 300 },
} as const;

let demo: Demo;
let line: CutProxy;
let phone: Phone;
const profile = mkdtempSync(joinPath(tmpdir(), 'go-cua-wire-'));

test.beforeAll(async () => {
  demo = await startDemo();
  line = await startCutProxy(Number(new URL(demo.app).port));
  phone = await startPhone({ profile });
  phone.page.setDefaultTimeout(15_000);
});
test.afterAll(async () => {
  await phone.close();
  await line.close();
  await demo.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

interface Cost {
  readonly requests: number;
  readonly up: number;
  readonly down: number;
}

/** What passes until something has come back, and for longer than the pause after which what was queued is sent by itself. */
async function measure(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const before = { up: line.bytesUp(), down: line.bytesDown() };
  let requests = 0;
  const count = (): void => void requests++;
  page.on('request', count);
  await act();
  await expect.poll(() => line.bytesDown(), { timeout: 20_000 }).toBeGreaterThan(before.down);
  await page.waitForTimeout(6_000);
  page.off('request', count);
  return { requests, up: line.bytesUp() - before.up, down: line.bytesDown() - before.down };
}

/** Every two minutes a phone asks by itself: what was measured together with that is measured again. */
async function measureAlone(page: Page, act: () => Promise<unknown>): Promise<Cost> {
  const first = await measure(page, act);
  return first.requests === 1 ? first : measure(page, act);
}

/** A device that has just been approved asks this and that: until six seconds pass without a byte. */
async function waitUntilStill(page: Page): Promise<void> {
  for (let last = -1; last !== line.bytesDown();) {
    last = line.bytesDown();
    await page.waitForTimeout(6_000);
  }
}

test('one more head is one request of less than a kilobyte; asking for news costs two thirds of that', async () => {
  test.setTimeout(180_000);
  const { page } = phone;
  const address = addressOf('volunteer', line.port);
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
