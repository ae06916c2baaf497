/** One command on a fresh clone: set up, build when needed, then run. Plain Node: it starts before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const flags = process.argv.slice(2);
const demo = flags.includes('--demo');
const json = flags.includes('--json');

/** Built after the app, into the same folder. */
const BESIDE_THE_APP = ['vite.copy-page.config.ts', 'vite.outbox-sender.config.ts'];

// With --json the only line on standard output is the one that says where things are.
const say = (line) => process.stderr.write(`${line}\n`);

const setUp = spawnSync(process.execPath, [join(root, '.scripts/setup.mjs')], { stdio: ['ignore', 2, 2] });
if (setUp.status !== 0) process.exit(1);
if (isBuildStale()) {
  say('Đang dựng ứng dụng · building the app …');
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  await run(process.execPath, vite);
  for (const config of BESIDE_THE_APP) await run(process.execPath, [...vite, '--config', config]);
  markBuilt();
}
const entry = demo ? '.scripts/demo.ts' : 'sync-server/src/main.ts';
const child = spawn(process.execPath, ['--import', 'tsx', join(root, entry), ...(json ? ['--json'] : [])], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl-C reaches the child through the terminal's group; a plain signal is passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)));

function run(command, args) {
  return new Promise((resolve, reject) => {
    const step = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    step.stdout.on('data', (part) => (output += part));
    step.stderr.on('data', (part) => (output += part));
    step.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  }).catch((error) => {
    say(String(error.message));
    say('Không dựng được ứng dụng · the app could not be built: see the lines above.');
    process.exit(1);
  });
}

function isBuildStale() {
  const stamp = join(root, '.cache/built');
  if (!existsSync(join(root, 'dist/client/index.html')) || !existsSync(stamp)) return true;
  return readFileSync(stamp, 'utf8') !== fingerprint();
}

function markBuilt() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache/built'), fingerprint());
}

/** Names, sizes and times of what the client is built from. */
function fingerprint() {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else hash.update(`${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`);
    }
  };
  for (const folder of ['client/src', 'client/public', 'client/the-chep', 'shared/src', 'shared/data'])
    if (existsSync(join(root, folder))) walk(join(root, folder));
  const files = ['package-lock.json', 'vite.config.ts', ...BESIDE_THE_APP, 'client/index.html'];
  for (const file of files) hash.update(`${file} ${statSync(join(root, file)).mtimeMs}\n`);
  return hash.digest('hex');
}
