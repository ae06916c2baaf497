/** What a phone is in the middle of when it dies: each fault begins something, and says what shows that it really was under way. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { AnsweringWire } from '../support/answering-wire.ts';
import type { CutProxy } from '../support/cut-proxy.ts';
import { unlock } from '../support/join.ts';
import { goInApp } from '../support/volunteer.ts';

export interface Scene {
  readonly page: Page;
  readonly address: string;
  readonly session: string;
  readonly dossier: string;
  readonly line: CutProxy;
  readonly wire: AnsweringWire;
  /** Larger than any that was typed before. */
  readonly number: number;
  /** The moment at which the fault counts as fired. */
  readonly fire: () => void;
  /** True when the bar has said that something could not be saved since this fault began. */
  readonly wasRefused: () => boolean;
}

export interface Fault {
  readonly name: string;
  /** The phone is killed at a random moment within so many milliseconds of its having fired. */
  readonly within: number;
  readonly begin: (scene: Scene) => Promise<void>;
}

const PAPER = 'paper-choose-oldCivilStatusPaper';
const ANSWER = 'answer-registeredAt';

async function openAnswer({ page, address, dossier }: Scene) {
  await goInApp(page, address, dossier);
  await page.getByTestId('dossier-info').click();
  return page.getByTestId(ANSWER);
}

async function sendNow({ page, address, line }: Scene): Promise<void> {
  await goInApp(page, address, '/da-gui-chua');
  line.mend();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
}

/** A small picture, as the file picker gives it: another one each time. */
async function choosePaper(scene: Scene): Promise<void> {
  const { page, address, dossier } = scene;
  await goInApp(page, address, dossier);
  const buffer = await page.screenshot({ type: 'jpeg' });
  await page.getByTestId(PAPER).setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByTestId('paper-accept')).toBeVisible();
}

const held = async (scene: Scene, path: RegExp, side: 'request' | 'answer'): Promise<void> => {
  const reached = scene.wire.holdOne({ path, side, after: 0 });
  await sendNow(scene);
  await Promise.race([reached.then(scene.fire), sleep(8_000)]);
};

/** As the browser refuses what there is no room for; a store that is really full: custody.spec. Runs in the page. */
function refuseWrites(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'typing',
    within: 1_200,
    begin: async (scene) => {
      const field = await openAnswer(scene);
      await field.fill('UBND xã ');
      scene.fire();
      await field.pressSequentially(String(scene.number), { delay: 60 });
    },
  },
  {
    name: 'saving',
    within: 1_500,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      scene.fire();
    },
  },
  {
    name: 'queueing',
    within: 400,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      await scene.page.getByTestId('info-done').click({ noWaitAfter: true });
      scene.fire();
    },
  },
  {
    name: 'counting heads',
    within: 600,
    begin: async ({ page, address, session, fire }) => {
      await goInApp(page, address, session);
      for (let heads = 0; heads < 3; heads++) await page.getByTestId('count-one').click();
      fire();
    },
  },
  {
    name: 'photographing',
    within: 900,
    begin: async (scene) => {
      await choosePaper(scene);
      await scene.page.getByTestId('paper-accept').click({ noWaitAfter: true });
      scene.fire();
    },
  },
  {
    name: 'locking',
    within: 500,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      await goInApp(scene.page, scene.address, '/da-gui-chua');
      await scene.page.getByRole('button', { name: 'Khóa máy' }).click({ noWaitAfter: true });
      scene.fire();
    },
  },
  {
    name: 'sending',
    within: 1_200,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      await sendNow(scene);
      scene.fire();
    },
  },
  {
    name: 'batch held on its way',
    within: 100,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      await held(scene, /^\/api\/sync/, 'request');
    },
  },
  {
    name: 'receipt held on its way',
    within: 100,
    begin: async (scene) => {
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      await held(scene, /^\/api\/sync/, 'answer');
    },
  },
  {
    name: 'piece held on its way',
    within: 100,
    begin: async (scene) => {
      await choosePaper(scene);
      await scene.page.getByTestId('paper-accept').click();
      await expect(scene.page.getByTestId('paper-accept')).toBeHidden();
      await held(scene, /^\/api\/attachments/, 'request');
    },
  },
  {
    name: 'updating',
    within: 900,
    begin: async (scene) => {
      const { page, wire, line } = scene;
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      wire.offerNewVersion();
      line.mend();
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.getByRole('button', { name: 'Cập nhật' }).click({ noWaitAfter: true });
      scene.fire();
    },
  },
  {
    name: 'second tab takes over',
    within: 700,
    begin: async (scene) => {
      const { page, address } = scene;
      await (await openAnswer(scene)).fill(`UBND xã ${scene.number}`);
      const second = await page.context().newPage();
      await second.goto(`${address}/hom-nay`);
      await second.getByRole('button', { name: 'Dùng ở đây' }).click();
      await unlock(second);
      await expect(second.getByRole('heading', { name: /^Chào/ })).toBeVisible({ timeout: 20_000 });
      scene.fire();
      await (await openAnswer({ ...scene, page: second })).fill(`UBND xã ${scene.number + 1}`);
    },
  },
  {
    name: 'full disk',
    within: 1_500,
    begin: async (scene) => {
      const field = await openAnswer(scene);
      await scene.page.evaluate(refuseWrites);
      await field.fill(`UBND xã ${scene.number}`);
      for (let waits = 0; waits < 40 && !scene.wasRefused(); waits++) await sleep(100);
      if (scene.wasRefused()) scene.fire();
    },
  },
];
