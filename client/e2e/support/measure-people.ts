/** Counting heads and writing people down at an open session, by the hand's presses, the clock and the phone's own work. */
import { expect, type Page } from '@playwright/test';
import { takeTaps } from './count-taps.ts';
import type { SlowPhone } from './slow-machine.ts';
import { writePerson } from './volunteer.ts';

export interface Pace {
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of work of the slowed phone. */
  readonly busy: number;
}

export async function measure(phone: SlowPhone, act: () => Promise<void>): Promise<Pace> {
  const from = performance.now();
  const before = await phone.readBusy();
  await act();
  return { wall: performance.now() - from, busy: (await phone.readBusy()) - before };
}

export async function countHeads(page: Page, people: number): Promise<void> {
  await takeTaps(page);
  for (let head = 0; head < people; head++) {
    await page.getByTestId('count-one').click();
    if (head % 3 === 0) await page.getByRole('radio', { name: 'Nữ' }).check();
    expect((await takeTaps(page)).presses).toBeLessThanOrEqual(2);
  }
  await expect(page.getByText(`${people} người chỉ đếm`)).toBeVisible();
}

/** Consent, then the card as it is pasted: counted by the page. */
export async function writeByCard(page: Page, card: string): Promise<void> {
  await takeTaps(page);
  await writePerson(page, card);
  const { presses, boxes } = await takeTaps(page);
  expect(presses).toBeLessThanOrEqual(6);
  expect(boxes).toBeGreaterThan(0);
  expect(boxes).toBeLessThanOrEqual(3);
}
