/** Phones of every version that was released, with drafts and pieces waiting, opened by the app as it is now. */
import { expect as baseExpect, type Page, test } from '@playwright/test';
import { listOlder, type OlderPhone } from './older/read-older.ts';
import { putStored, type StoredPhone, takeOutStored } from './older/stored-phone.ts';
import { checkScreen } from './support/check-screen.ts';
import { unlock } from './support/join.ts';
import { readReceived } from './support/received-work.ts';
import { countPapers, listShown } from './support/shown-work.ts';
import { startWorld, type World } from './support/start-world.ts';
import { goInApp } from './support/volunteer.ts';

const expect = baseExpect.configure({ timeout: 20_000 });
const VAULT = /^v-/;
/** Of the app's origin, and runs nothing of it. */
const PLAIN_FILE = '/manifest.webmanifest';

const worlds: World[] = [];
test.afterAll(async () => {
  for (const world of worlds) await world.close();
});

interface Opened {
  readonly world: World;
  readonly page: Page;
}

/** The line is cut once the app has come: first what is here is looked at. */
async function openPhone(older: OlderPhone, phone: StoredPhone): Promise<Opened> {
  const world = await startWorld({}, older.commune);
  worlds.push(world);
  const { page } = await world.takePhone({ patience: 20_000 });
  await page.goto(world.address + PLAIN_FILE);
  await putStored(page, phone);
  await page.goto(`${world.address}/hom-nay`);
  return { world, page };
}

async function expectAllThere({ world, page }: Opened, { facts }: OlderPhone): Promise<void> {
  const { address } = world;
  for (const person of facts.people) {
    await goInApp(page, address, '/nguoi-dan');
    await expect(page.getByText(person, { exact: true })).toBeVisible();
  }
  await goInApp(page, address, facts.dossier);
  await page.getByTestId('dossier-info').click();
  await expect(page.getByTestId('answer-registeredAt')).toHaveValue(facts.registeredAt);
  expect(countPapers(await listShown(page, address), facts.dossier)).toBe(facts.papers);
  await goInApp(page, address, '/hom-nay');
  await expect(page.getByText(`${facts.writtenLocked} người ghi lúc khóa, chờ xem lại`)).toBeVisible();
}

/** Everything that had a place then, and what leaving the form gave one since, once. */
async function expectAllSent({ world, page }: Opened, { facts }: OlderPhone): Promise<void> {
  const received = () => readReceived(world.demo.folder, 'volunteer');
  await goInApp(page, world.address, '/da-gui-chua');
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(page.getByText('Không còn gì chờ trên máy này.')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  const all = received();
  expect(all.seqs).toEqual(all.seqs.map((_, at) => at + 1));
  expect(all.seqs.length).toBeGreaterThanOrEqual(facts.lastSeq);
  expect(all).toMatchObject({ distinctOps: all.seqs.length, setAside: 0, held: 0 });
  expect(all).toMatchObject({ attachments: facts.papers, wholeAttachments: facts.papers });
  expect(all.records).toMatchObject({ citizen: facts.people.length, dossier: 1, paper: facts.papers });
}

test('there is a phone of an earlier version to open', () => {
  expect(listOlder().length).toBeGreaterThan(0);
});

for (const older of listOlder()) {
  const { name, facts, phone } = older;

  test(`${name}: all that it had shown as saved is there, and is sent, once`, async () => {
    test.setTimeout(180_000);
    const opened = await openPhone(older, phone);
    const before = readReceived(opened.world.demo.folder, 'volunteer');
    expect(before.seqs.length).toBeGreaterThanOrEqual(facts.acked);
    await unlock(opened.page);
    await expectAllThere(opened, older);
    await expectAllSent(opened, older);
  });

  test(`${name}: its second copy alone brings it back`, async () => {
    test.setTimeout(180_000);
    const databases = phone.databases.filter((database) => !VAULT.test(database.name));
    expect(databases.length).toBeLessThan(phone.databases.length);
    const opened = await openPhone(older, { ...phone, databases });
    await unlock(opened.page);
    await expectAllThere(opened, older);
    await expectAllSent(opened, older);
  });

  test(`${name}: made newer than the app, it is said to be so and left as it is`, async () => {
    const databases = phone.databases.map((database) =>
      VAULT.test(database.name) ? { ...database, version: 9_990 } : database,
    );
    const { page, world } = await openPhone(older, { ...phone, databases });
    await expect(page.getByText('Sổ trên máy này là của bản ứng dụng mới hơn')).toBeVisible();
    await checkScreen(page);
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await expect(page.getByText('Sổ trên máy này là của bản ứng dụng mới hơn')).toBeVisible();
    await page.goto(world.address + PLAIN_FILE);
    const left = await takeOutStored(page);
    const pick = (all: StoredPhone) => all.databases.filter((database) => VAULT.test(database.name));
    expect(pick(left)).toEqual(databases.filter((database) => VAULT.test(database.name)));
    for (const [path, bytes] of Object.entries(phone.files)) expect(left.files[path]).toBe(bytes);
  });
}
