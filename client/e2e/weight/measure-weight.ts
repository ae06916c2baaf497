/**
 * What a phone four times slower than this machine does with everybody of a commune on it. Times are of the main thread's own
 * work, in units of a loop of the same page under the same throttle, before and after each act.
 */
import { expect as baseExpect, type CDPSession, type Page } from '@playwright/test';
import { layOutRows } from '../support/calibration-loop.ts';
import { sendNow } from '../support/follow-up.ts';
import { join, unlock } from '../support/join.ts';
import { slowDown, type SlowPhone } from '../support/slow-machine.ts';
import type { World } from '../support/start-world.ts';
import { goInApp, openSession, writePerson } from '../support/volunteer.ts';
import { fillCommune, SOUGHT } from '../../../fixtures/devices/fill-commune.ts';

const NEW_CARD = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';
/** About what is in sight on a phone, many times over. */
const ROWS_OF_A_UNIT = 400;
/** Three a minute for an hour. */
const ACTS_OF_AN_HOUR = 180;
const WARM_UP = 20;

const expect = baseExpect.configure({ timeout: 120_000 });

export const ACTS = ['unlock', 'list', 'find', 'open', 'add'] as const;
export type Act = (typeof ACTS)[number];

export interface Weight {
  readonly people: number;
  /** Work of the main thread, in units. */
  readonly units: Readonly<Record<Act, number>>;
  /** Bytes of the page's own memory after a collection, early in the use and at its end. */
  readonly memory: { readonly early: number; readonly late: number };
}

interface Phone {
  readonly page: Page;
  readonly address: string;
}

/** The phone has joined, and all of `people` have come to it. */
async function fillPhone({ demo, address, takePhone }: World, people: number): Promise<Phone> {
  const { page } = await takePhone({ patience: 120_000 });
  await page.addInitScript('globalThis.__name = (named) => named');
  demo.type((await join(page, { address, invitation: demo.roles.volunteer.invitation })).join(' '));
  await openSession(page);
  await sendNow(page, address);
  await fillCommune(demo, people);
  await expect(async () => {
    await sendNow(page, address);
    expect(await countPulled(page)).toBeGreaterThanOrEqual(people);
  }).toPass({ timeout: 300_000 });
  await goInApp(page, address, '/hom-nay');
  return { page, address };
}

async function countPulled(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('v-')) continue;
      const db = await settle(indexedDB.open(name));
      count += await settle(db.transaction('pulled').objectStore('pulled').count());
      db.close();
    }
    return count;
  });
}

async function timeUnit(page: Page, slow: SlowPhone): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time++) {
    const before = await slow.readBusy();
    await layOutRows(page, ROWS_OF_A_UNIT);
    times.push((await slow.readBusy()) - before);
  }
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
}

function listActs({ page, address }: Phone): Record<Act, () => Promise<unknown>> {
  return {
    async unlock() {
      await unlock(page);
      await expect(page.getByRole('heading', { name: /^Chào/ })).toBeVisible();
    },
    async list() {
      await goInApp(page, address, '/nguoi-dan');
      await expect(page.getByTestId('person-open').first()).toBeVisible();
    },
    async find() {
      await page.getByTestId('people-search').fill('trang thi y lan');
      await expect(page.getByTestId('person-open')).toHaveCount(1);
    },
    async open() {
      await page.getByTestId('person-open').click();
      await expect(page.getByRole('heading', { name: SOUGHT.name })).toBeVisible();
    },
    async add() {
      await goInApp(page, address, '/buoi');
      await page.getByRole('link', { name: 'Vào buổi' }).first().click();
      await writePerson(page, NEW_CARD);
    },
  };
}

async function timeActs(phone: Phone, slow: SlowPhone): Promise<Record<Act, number>> {
  const units = { unlock: 0, list: 0, find: 0, open: 0, add: 0 };
  const acts = listActs(phone);
  for (const act of ACTS) {
    const unitBefore = await timeUnit(phone.page, slow);
    const before = await slow.readBusy();
    await acts[act]();
    const busy = (await slow.readBusy()) - before;
    units[act] = (busy * 2) / (unitBefore + (await timeUnit(phone.page, slow)));
  }
  return units;
}

async function readMemory(line: CDPSession): Promise<number> {
  await line.send('HeapProfiler.collectGarbage');
  const { metrics } = await line.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}

/** Looks at people, searches, goes back, again and again, for an hour's worth or as many acts as are asked for. */
async function goAboutWork({ page, address }: Phone, acts: number): Promise<Weight['memory']> {
  const line = await page.context().newCDPSession(page);
  await line.send('Performance.enable');
  let early = 0;
  for (let act = 0; act < acts; act++) {
    await goInApp(page, address, '/nguoi-dan');
    await page.getByTestId('people-search').fill(['mai', 'lai ha', '1958', 'vang a'][act % 4] ?? '');
    await page
      .getByTestId('person-open')
      .nth(act % 20)
      .click();
    await expect(page).toHaveURL(/nguoi-dan\/./);
    await goInApp(page, address, ['/hom-nay', '/tra-cuu', '/buoi', '/da-gui-chua'][act % 4] ?? '/hom-nay');
    if (act === WARM_UP) early = await readMemory(line);
  }
  return { early, late: await readMemory(line) };
}

export async function measureWeight(world: World, people: number, acts = ACTS_OF_AN_HOUR): Promise<Weight> {
  const phone = await fillPhone(world, people);
  const slow = await slowDown(phone.page);
  await phone.page.reload();
  const units = await timeActs(phone, slow);
  await slow.throttle(1);
  return { people, units, memory: await goAboutWork(phone, acts) };
}
