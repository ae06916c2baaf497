/** Begins a real deployment at the server's own terminal: keys, commune, the first invitation, and its approval by four words. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../config.ts';
import { describeStartFault, type StartFault } from '../describe-start-fault.ts';
import { invite } from '../services/administer-devices.ts';
import { foundCommune } from '../services/found-commune.ts';
import { foundDeployment } from '../services/open-deployment.ts';
import { createAdministration, startServer } from '../start-server.ts';
import { answerWords } from './answer-words.ts';
import { askAll, openTerminal, type Question } from './ask-at-terminal.ts';
import { showInvitation } from './show-invitation.ts';

const SOMETHING = /\S/;
const QUESTIONS: readonly Question[] = [
  { option: 'commune', text: 'Tên xã, phường (xã Ví Dụ) · name of the commune', shape: SOMETHING },
  { option: 'province', text: 'Tên tỉnh, thành phố (tỉnh Thử) · name of the province', shape: SOMETHING },
  { option: 'code', text: 'Mã xã, 5 chữ số · code of the commune, 5 digits', shape: /^\d{5}$/ },
  { option: 'province-code', text: 'Mã tỉnh, 2 chữ số · code of the province, 2 digits', shape: /^\d{2}$/ },
  { option: 'phone', text: 'Điện thoại của xã (có thể bỏ trống) · telephone, may stay empty', shape: /^/ },
  {
    option: 'name',
    text: 'Họ tên người quản trị đầu tiên · name of the first administrator',
    shape: SOMETHING,
  },
];

const terminal = openTerminal();
const { say } = terminal;

function giveUp(text: string): never {
  console.error(text);
  process.exit(1);
}

function giveUpFor(fault: StartFault): never {
  return giveUp(describeStartFault(fault));
}

async function readAnswers(): Promise<Readonly<Record<string, string>>> {
  const answers = await askAll(terminal, QUESTIONS).catch((fault: unknown) => giveUp(String(fault)));
  if (answers.ok) return answers.value;
  const { option, text } = answers.error.question;
  return giveUp(`--${option}: ${text}?`);
}

function showRecoveryWords(words: readonly string[]): void {
  say('\n16 TỪ KHÔI PHỤC: chép ra giấy, cất vào két. Chỉ hiện một lần này.');
  say('16 RECOVERY WORDS: copy them onto paper and lock it away. They are shown this once.\n');
  for (let row = 0; row < words.length; row += 4) {
    const four = words.slice(row, row + 4).map((word, at) => `${String(row + at + 1).padStart(2)} ${word}`);
    say(`   ${four.map((one) => one.padEnd(12)).join('')}`);
  }
}

function publicUrl({ publicHosts, port }: Config, listening: number): string {
  const named = publicHosts.find((host) => !/localhost$|^127\.|^\[/.test(host));
  return named ? `https://${named}` : `http://localhost:${listening || port}`;
}

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const read = readConfig(process.env, root);
const config = read.ok ? read.value : giveUp(read.error.map((fault) => fault.message).join('\n'));
const answers = await readAnswers();
const founded = await foundDeployment(config);
const deployment = founded.ok ? founded.value : giveUpFor(founded.error);
const commune = await foundCommune(deployment.store, {
  name: answers['commune'] ?? '',
  province: answers['province'] ?? '',
  code: answers['code'] ?? '',
  phone: answers['phone'] || null,
  provinceCode: answers['province-code'] ?? '',
  madeUpPeople: false,
});
if (deployment.recoveryWords) showRecoveryWords(deployment.recoveryWords);

const parts = { config, deployment, now: Date.now, log: console.error };
const server = await startServer(parts);
// Where the server runs already, its own process answers the device: the store is the same.
if (!server.ok && server.error.type !== 'portBusy') giveUpFor(server.error);
const administration = createAdministration(parts);
const asker = { device: null, communeN: commune.n, commune: commune.id };
const name = answers['name'] ?? '';
const order = { role: 'administrator', name, hamlet: null, lasts: 'named' } as const;
const { code } = await invite(administration, asker, order);
const url = publicUrl(config, server.ok ? server.value.port : config.port);
say(`\n${showInvitation({ title: 'Quản trị · administrator', name, url, code })}`);
say('Mở địa chỉ trên, nhập mã mời, rồi gõ vào đây bốn từ hiện trên máy đó.');
say('Open the address, enter the code, then type here the four words that the device shows.');

let isApproved = false;
while (!isApproved) {
  const typed = await terminal.readLine();
  if (typed === undefined) break;
  if (typed.trim() === '') continue;
  const answer = await answerWords(administration, asker, typed);
  isApproved = answer.isApproved;
  say(answer.text);
}
terminal.close();
if (server.ok) await server.value.close();
else deployment.store.close();
if (isApproved) say('Xong. Chạy máy chủ bằng "npm run serve". · Done: run the server with "npm run serve".');
process.exit(isApproved ? 0 : 1);
