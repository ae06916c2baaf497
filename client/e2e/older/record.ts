/**
 * `npm run record:older`: works with the app as it is now and puts what phone and commune keep into `fixtures/older-databases`,
 * under the schema's number. To be run once for each new schema, before it is released; what lies there is never made anew.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { vaultVersions } from '../../src/storage/migrations/versions.ts';
import { sendNow } from '../support/follow-up.ts';
import { join as joinCommune, waitUntilOfflineReady } from '../support/join.ts';
import { readReceived } from '../support/received-work.ts';
import { countPapers, expectSaved, listShown } from '../support/shown-work.ts';
import { startWorld, type World } from '../support/start-world.ts';
import {
  answerForm,
  beginDossier,
  goInApp,
  openSession,
  writePerson,
  writePersonLocked,
} from '../support/volunteer.ts';
import { OLDER, type OlderFacts } from './read-older.ts';
import { takeOutStored } from './stored-phone.ts';

const HOME = 'Thôn Mẫu, Xã Ví Dụ, Huyện Thử, Tỉnh Giả Định';
const CARDS = [
  `099147000123||Hoàng Thị Mẫu|02031947|Nữ|${HOME}|05112022`,
  `099058004567||Nguyễn Văn Dụ|1958|Nam|${HOME}|20042021`,
] as const;
const AT_THE_DOOR = `099190000456||Nông Thị Thử|1990|Nữ|${HOME}|20042021`;
const PEOPLE = ['Hoàng Thị Mẫu', 'Nguyễn Văn Dụ'];

/** The first person and a paper of theirs are with the commune; all that follows waits. */
async function work(
  { demo, line, address }: World,
  page: Page,
): Promise<Omit<OlderFacts, 'schema' | 'writtenLocked'>> {
  demo.type((await joinCommune(page, { address, invitation: demo.roles.volunteer.invitation })).join(' '));
  await waitUntilOfflineReady(page);
  await openSession(page);
  await writePerson(page, CARDS[0]);
  const dossier = await beginDossier(page, address, PEOPLE[0] ?? '');
  await answerForm(page, { registeredAt: 'UBND xã Ví Dụ', copies: '2' });
  await addPaper(page);
  await sendNow(page, address);
  const received = () => readReceived(demo.folder, 'volunteer');
  await expect.poll(() => received().wholeAttachments, { timeout: 60_000 }).toBe(1);
  const acked = received().seqs.length;

  line.cut();
  await goInApp(page, address, '/buoi');
  await page.getByRole('link', { name: 'Vào buổi', exact: true }).click();
  await writePerson(page, CARDS[1]);
  await goInApp(page, address, dossier);
  await addPaper(page);
  await page.getByTestId('dossier-info').click();
  const registeredAt = 'UBND xã Ví Dụ, trước là xã Thử';
  await page.getByTestId('answer-registeredAt').fill(registeredAt);
  await expectSaved(page);
  const papers = countPapers(await listShown(page, address), dossier);
  return { people: PEOPLE, dossier, registeredAt, papers, acked, lastSeq: 0 };
}

/** A small one: what lies in the fixtures is fetched by everybody. */
async function addPaper(page: Page): Promise<void> {
  const buffer = await page.screenshot({ type: 'jpeg', quality: 50 });
  const file = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer };
  await page.getByTestId('paper-choose-oldCivilStatusPaper').setInputFiles(file);
  await page.getByTestId('paper-accept').click();
  await expect(page.getByTestId('paper-accept')).toBeHidden({ timeout: 15_000 });
}

async function record(): Promise<void> {
  const schema = vaultVersions.at(-1)?.version ?? 0;
  const folder = join(OLDER, `schema-${schema}`);
  if (existsSync(folder)) throw new Error(`${folder} is there: what was released is never recorded again.`);
  const world = await startWorld();
  try {
    const { page } = await world.takePhone({ patience: 30_000 });
    // Functions that go into the page were named by the program that runs this file.
    await page.addInitScript('globalThis.__name = (named) => named');
    const done = await work(world, page);
    await page.getByRole('button', { name: 'Khóa máy' }).click();
    await writePersonLocked(page, AT_THE_DOOR);
    const phone = await takeOutStored(page);
    const outbox = phone.databases.flatMap(({ tables }) => tables.filter(({ name }) => name === 'outbox'));
    const seqs = outbox.flatMap(({ rows }) => rows.map(({ value }) => (value as { seq: number }).seq));
    const facts: OlderFacts = { schema, ...done, lastSeq: Math.max(done.acked, ...seqs), writtenLocked: 1 };
    // The commune's server folds its log into its database when it ends.
    await world.demo.stop();
    mkdirSync(folder, { recursive: true });
    for (const part of ['data', 'keys'])
      cpSync(join(world.demo.folder, part), join(folder, 'commune', part), { recursive: true });
    writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
    writeFileSync(join(folder, 'phone.json'), `${JSON.stringify(phone)}\n`);
    console.log(`${folder}: ${JSON.stringify(facts)}`);
  } finally {
    await world.close();
  }
}

await record();
