/** `npm start`: a made-up commune with its server and a practice portal, ready for three people. For showing and for tests. */
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type DemoPerson,
  type DemoRole,
  listPortalProcedures,
  readDemoCommune,
} from '../fixtures/demo-commune/demo-commune.ts';
import { startPortalTwin } from '../fixtures/portal-twin/server.ts';
import { answerWords } from '../sync-server/src/commands/answer-words.ts';
import { showInvitation } from '../sync-server/src/commands/show-invitation.ts';
import { type Config, describeConfig, readConfig } from '../sync-server/src/config.ts';
import { describeStartFault, type StartFault } from '../sync-server/src/describe-start-fault.ts';
import { type Asker, invite } from '../sync-server/src/services/administer-devices.ts';
import { foundCommune } from '../sync-server/src/services/found-commune.ts';
import { type Deployment, foundDeployment } from '../sync-server/src/services/open-deployment.ts';
import { type RunningServer, startServer } from '../sync-server/src/start-server.ts';
import { onStopSignal } from '../sync-server/src/stop-signals.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isForPrograms = process.argv.includes('--json');
/** With --json the one line on standard output is for the program that asked. */
const say = (text: string): void => {
  if (isForPrograms) console.error(text);
  else console.log(text);
};

/** Short enough to watch: a portal of a province would be given an hour. */
const DEMO_DEFAULTS = { BACKUP_DIR: 'backup', PORTAL_WINDOW: '5s', PORTAL_POLL: '3s' };
const DEMO_PORTAL_PORT = 8301;
const SEEN_AFTER_SECONDS = 2;

const TITLES: Readonly<Record<DemoRole, string>> = {
  volunteer: 'Tổ viên · volunteer',
  officer: 'Cán bộ một cửa · one-stop officer',
  head: 'Chủ tịch xã · commune head (also administrator here)',
};

function giveUp(text: string): never {
  console.error(text);
  process.exit(1);
}

function giveUpFor(fault: StartFault): never {
  return giveUp(describeStartFault(fault));
}

function readDemoConfig(portal: string): Config {
  const config = readConfig({ PORTAL_URL: portal, ...DEMO_DEFAULTS, ...process.env }, root);
  return config.ok ? config.value : giveUp(config.error.map((fault) => fault.message).join('\n'));
}

async function startPortal(dataDir: string) {
  const port = Number(process.env['PORTAL_PORT'] ?? DEMO_PORTAL_PORT);
  const settings = { procedures: listPortalProcedures(), visibilitySeconds: SEEN_AFTER_SECONDS };
  // Beside the data, not inside: a portal reads what it is given, and our own folder holds nothing in clear.
  const snapshotPath = join(`${dataDir}-portal`, 'packs.json');
  return startPortalTwin({ port, classOf: 'B', settings, snapshotPath }).catch(() =>
    giveUpFor({ type: 'portBusy', port }),
  );
}

interface Invited extends DemoPerson {
  readonly url: string;
  readonly code: string;
}

async function invitePeople(server: RunningServer, asker: Asker): Promise<Invited[]> {
  const invited: Invited[] = [];
  for (const person of readDemoCommune().people) {
    const { code } = await invite(server.administration, asker, { ...person, lasts: 'named' });
    invited.push({ ...person, code, url: `http://${person.role}.localhost:${server.port}` });
  }
  return invited;
}

function showInvitations(invited: readonly Invited[]): void {
  for (const one of invited) say(`\n${showInvitation({ ...one, title: TITLES[one.role] })}`);
  say('\nLàm gì tiếp · what to do next:');
  say('  1. Mở địa chỉ của từng người trên trình duyệt, nhập mã mời, đặt mã PIN.');
  say("     Open each person's address in a browser, enter the code, choose a PIN.");
  say('  2. Gõ vào đây bốn từ hiện trên máy đó rồi Enter: máy được duyệt. Lời mời in ở đây duyệt tại đây.');
  say(
    '     Type the four words that the device shows, then Enter: invitations printed here are approved here.',
  );
  say(
    '  3. Enter không gõ gì: in lời mời mới. Ctrl-C: dừng. · Enter alone: fresh invitations. Ctrl-C: stop.\n',
  );
}

function listenToKeyboard(server: RunningServer, asker: Asker): void {
  const answer = async (typed: string): Promise<void> => {
    if (typed.trim() === '') showInvitations(await invitePeople(server, asker));
    else say((await answerWords(server.administration, asker, typed)).text);
  };
  createInterface({ input: process.stdin }).on('line', (typed) => void answer(typed));
}

async function foundDemo(config: Config): Promise<{ deployment: Deployment; asker: Asker }> {
  const deployment = await foundDeployment(config);
  if (!deployment.ok) return giveUpFor(deployment.error);
  const { store } = deployment.value;
  const commune = await foundCommune(store, { ...readDemoCommune().commune, madeUpPeople: true });
  return {
    deployment: deployment.value,
    asker: { device: null, communeN: commune.n, commune: commune.id },
  };
}

const twin = await startPortal(readDemoConfig('').dataDir);
const config = readDemoConfig(twin.url);
const { deployment, asker } = await foundDemo(config);
const server = await startServer({ config, deployment, now: Date.now, log: console.error });
if (!server.ok) giveUpFor(server.error);

onStopSignal(async () => {
  await server.value.close();
  await twin.close();
});
const app = `http://localhost:${server.value.port}`;
say(describeConfig(config));
say(`\nỨng dụng · the app               ${app}`);
say(`Cổng dịch vụ công (tập) · portal ${twin.url}`);
const invited = await invitePeople(server.value, asker);
showInvitations(invited);
listenToKeyboard(server.value, asker);
if (isForPrograms) {
  const roles = Object.fromEntries(invited.map(({ role, url, code }) => [role, { url, invitation: code }]));
  console.log(JSON.stringify({ app, portal: twin.url, roles }));
}
