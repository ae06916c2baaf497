/** Makes a fresh clone ready: Node, packages and, if asked, a browser. Uses nothing but Node itself, which may be too old. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './ensure-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, '.cache', 'install-stamp');
const OLDEST_NODE = [20, 19];

class SetupError extends Error {}

try {
  checkNode();
  checkFolder();
  await fetchPackages();
  // What compiles nothing can begin already: it runs this again for the rest.
  if (!process.argv.includes('--packages-only')) await finish();
} catch (error) {
  process.stderr.write(`\nset-up stopped: ${error.message}\n`);
  process.exit(1);
}

function say(line) {
  process.stdout.write(`set-up: ${line}\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOldEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isOldEnough) return;
  throw new SetupError(
    `this needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}. Get it from https://nodejs.org`,
  );
}

function checkFolder() {
  try {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(join(dirname(stampFile), 'write-check'), '');
  } catch (error) {
    throw new SetupError(
      `the folder ${root} cannot be written to (${error.code}). Move it to your own folder.`,
    );
  }
}

/** SQLite is compiled on one core for a minute, which is time enough to fetch a browser. */
async function finish() {
  const compiling = compilePackages();
  if (process.argv.includes('--with-browser')) say(`browser: ${ensureBrowser(say)}`);
  await compiling;
}

/** Compiled packages fit one Node ABI only, so that is part of the stamp. */
function makeStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} abi ${process.versions.modules}`;
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === makeStamp();
}

async function fetchPackages() {
  if (existsSync(join(root, 'node_modules')) && (isStamped() || isSameAsLock())) return;
  rmSync(stampFile, { force: true });
  await runNpm('fetching packages', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
}

async function compilePackages() {
  if (isStamped()) return say('packages are up to date');
  // Installed by hand with npm: the same packages need not be compiled twice.
  if (!canLoadSqlite()) {
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    say('SQLite is compiled here unless a ready one can be had: about a minute');
    await runNpm('making SQLite ready', ['rebuild', ...Object.keys(allowScripts)]);
    if (!canLoadSqlite())
      throw new SetupError(
        'SQLite was compiled and does not load. Remove node_modules and run the command again.',
      );
  }
  writeFileSync(stampFile, makeStamp());
}

function isSameAsLock() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function canLoadSqlite() {
  const load = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', load], { cwd: root, stdio: 'ignore' }).status === 0;
}

async function runNpm(what, words) {
  say(what);
  const started = Date.now();
  const ticking = setInterval(() => say(`still ${what}, ${secondsSince(started)} s`), 15_000);
  const { code, output } = await spawnNpm(words).finally(() => clearInterval(ticking));
  if (code !== 0) {
    process.stderr.write(output.split('\n').slice(-40).join('\n'));
    throw new SetupError(explainFailure(output));
  }
  say(`${what}: done in ${secondsSince(started)} s`);
}

function spawnNpm(words) {
  return new Promise((resolve, reject) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const options = { cwd: root, env: makeNpmEnvironment(), shell: process.platform === 'win32' };
    const child = spawn(npm, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (piece) => (output += piece));
    child.stderr.on('data', (piece) => (output += piece));
    child.on('error', () =>
      reject(new SetupError('npm was not found. It comes with Node from https://nodejs.org')),
    );
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Without the header folder, compiling needs a download that a closed network refuses. */
function makeNpmEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return hasHeaders ? { ...process.env, npm_config_nodedir: prefix } : process.env;
}

function explainFailure(output) {
  const missing = ['python3', 'make', 'g++'].filter((tool) => !isOnPath(tool));
  if (/gyp|better-sqlite3/.test(output) && missing.length > 0 && process.platform !== 'win32') {
    return `SQLite has to be compiled here, which needs ${missing.join(', ')}. On Debian: apt-get install python3 make g++`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `npm may not write in ${root}. Move it to your own folder.`;
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN/.test(output)) {
    return 'the package registry cannot be reached. Check the network and run the command again.';
  }
  return 'npm did not succeed; its last lines are above.';
}

function isOnPath(tool) {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
}

function secondsSince(started) {
  return Math.round((Date.now() - started) / 1000);
}
