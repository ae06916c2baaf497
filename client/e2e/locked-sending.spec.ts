/** A phone in the pocket: locked, no page open, and the browser wakes its worker when there is signal. The send key alone sends. */
import { type CDPSession, expect as baseExpect, type Page, test } from '@playwright/test';
import { unlock } from './support/join.ts';
import { joinTeam } from './support/join-team.ts';
import { readReceived } from './support/received-work.ts';
import { expectStillShown, listShown } from './support/shown-work.ts';
import { LAPTOP, startWorld, type World } from './support/start-world.ts';
import {
  addPhotograph,
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
} from './support/volunteer.ts';

const DU = '099058004567||Nguyễn Văn Dụ|1958|Nam|Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định|20042021';

const expect = baseExpect.configure({ timeout: 20_000 });

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

interface Registrations {
  readonly registrations: readonly { readonly registrationId: string; readonly scopeURL: string }[];
}

/** As the browser does by itself when it believes that there is signal, and at no better time. */
async function wakeWorker(page: Page, origin: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }: Registrations) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registration;
  await session.send('ServiceWorker.stopAllWorkers');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    ...{ origin, registrationId, tag: 'outbox', lastChance: false },
  });
  await session.detach();
}

/** How often the browser was asked to wake the worker, over all pages of this tab. */
async function countAskings(page: Page): Promise<() => number> {
  let askings = 0;
  await page.exposeFunction('noteAsking', () => void askings++);
  const watch = () => {
    const { prototype } = (globalThis as unknown as { SyncManager: { prototype: object } }).SyncManager;
    const manager = prototype as { register(tag: string): Promise<void> };
    const { register } = manager;
    manager.register = function (tag) {
      void (globalThis as unknown as { noteAsking(): Promise<void> }).noteAsking();
      return register.call(this, tag);
    };
  };
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return () => askings;
}

test('without a page and without a PIN all that is queued reaches the commune, once', async () => {
  test.setTimeout(180_000);
  const phone = await world.takePhone({ patience: 20_000 });
  const { page } = phone;
  const received = () => readReceived(world.demo.folder, 'volunteer');
  let before: string[] = [];
  let sentBefore = 0;

  await test.step('work without signal; locked, and put into a pocket', async () => {
    const head = await world.takePhone(LAPTOP);
    await joinTeam(world, head.page, [page]);
    await head.close();
    sentBefore = received().seqs.length;
    world.line.cut();
    await goInApp(page, world.address, '/hom-nay');
    await openSession(page);
    await writePerson(page, DU);
    const dossier = await beginDossier(page, world.address, 'Nguyễn Văn Dụ');
    await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
    await addPhotograph(page);
    before = await listShown(page, world.address);
    expect(dossier).not.toBe('');
    const count = await countAskings(page);
    await page.getByRole('button', { name: 'Khóa máy' }).click();
    await page.waitForURL('**/khoa');
    await expect.poll(count).toBeGreaterThan(0);
    await page.goto('about:blank');
  });

  await test.step('woken without signal it sends nothing and loses nothing', async () => {
    await wakeWorker(page, world.address);
    await page.waitForTimeout(1_500);
    expect(received().seqs.length).toBe(sentBefore);
  });

  await test.step('woken with signal it sends text and scan', async () => {
    world.line.mend();
    await wakeWorker(page, world.address);
    await expect.poll(() => received().seqs.length).toBeGreaterThan(sentBefore);
    await expect.poll(() => received().wholeAttachments).toBe(1);
    expect(received().records).toMatchObject({ session: 1, citizen: 1, consent: 1, dossier: 1, paper: 1 });
  });

  await test.step('woken again it has nothing to send', async () => {
    const { seqs } = received();
    await wakeWorker(page, world.address);
    await page.waitForTimeout(1_500);
    expect(received().seqs).toEqual(seqs);
  });

  await test.step('the next PIN shows it all, and the commune has each thing once', async () => {
    await page.goto(`${world.address}/hom-nay`);
    await unlock(page);
    await expectStillShown(page, { address: world.address, rows: before });
    await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible();
    const all = received();
    expect(all.seqs).toEqual(all.seqs.map((_, at) => at + 1));
    expect(all).toMatchObject({ distinctOps: all.seqs.length, setAside: 0, held: 0 });
  });
});
