/** Proves that the checks bite: plants each known breach in a copy of the house and asks the check for its name. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { arrowBreaches, targets } from './breaches/arrow-breaches.mjs';
import { lintBreaches } from './breaches/lint-breaches.mjs';
import { otherBreaches } from './breaches/other-breaches.mjs';

const breaches = [...lintBreaches, ...arrowBreaches, ...otherBreaches];
const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// A copy: whoever works in the house meanwhile sees nothing of it, and an interrupted run leaves nothing behind in it.
const copy = mkdtempSync(join(tmpdir(), 'go-cua-breaches-'));

try {
  copyHouse();
  plantAll();
  const results = [...checkBreaches(), checkEmptyHouse(), checkBudget()];
  for (const { kind, isCaught } of results)
    process.stdout.write(`${isCaught ? '✓' : '✗ NOT CAUGHT:'} ${kind}\n`);
  const caught = results.filter(({ isCaught }) => isCaught).length;
  process.stdout.write(`${caught} of ${results.length} breaches caught\n`);
  process.exitCode = caught === results.length ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyHouse() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const path of list.toString().split('\0').filter(Boolean)) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

function plantAll() {
  for (const files of [targets, ...breaches.map((breach) => breach.files)]) {
    for (const [path, text] of Object.entries(files)) write(path, text);
  }
}

function write(path, text) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

/** Each check runs once over all that is planted for it; a breach counts as caught only if a line names file and rule. */
function checkBreaches() {
  const checks = [...new Set(breaches.map(({ check }) => check))];
  const answers = new Map(checks.map((check) => [check, run(makeCommand(check))]));
  return breaches.map(({ kind, check, files, expected }) => {
    const { status, lines } = answers.get(check);
    const isNamed = lines.some((line) => namesAny(line, Object.keys(files)) && line.includes(expected));
    return { kind, isCaught: status !== 0 && isNamed };
  });
}

function namesAny(line, paths) {
  return paths.some((path) => line.includes(path));
}

function makeCommand(check) {
  const planted = breaches
    .filter((breach) => breach.check === check)
    .flatMap(({ files }) => Object.keys(files));
  if (check === 'lint') return `eslint --format json ${planted.join(' ')}`;
  if (check === 'unit') return `vitest run ${planted.join(' ')}`;
  if (check === 'unit:elsewhere') return `vitest run --mode elsewhere ${planted.join(' ')}`;
  return scripts[check];
}

function run(command) {
  const PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: copy,
    env,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const text = command.includes('--format json') ? flattenLint(stdout) : stdout + stderr;
  return { status, lines: text.split('\n') };
}

function flattenLint(json) {
  const lines = JSON.parse(json).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${filePath} ${ruleId} ${message}`),
  );
  return lines.join('\n');
}

function checkBudget() {
  write('dist/client/index.html', '<script type="module" src="/assets/main.js"></script>');
  write(
    'dist/client/.vite/manifest.json',
    JSON.stringify({ 'index.html': { file: 'assets/main.js', isEntry: true } }),
  );
  write(
    'dist/client/assets/main.js',
    randomBytes(100_000).toString('hex') + randomBytes(100_000).toString('hex'),
  );
  write('dist/client/sw.js', '');
  return { kind: 'a start screen over its budget', isCaught: run(scripts.budgets).status !== 0 };
}

/** A check that reads no module finds no breach: the floor must say so. */
function checkEmptyHouse() {
  for (const folder of ['client', 'sync-server', 'shared', 'fixtures'])
    rmSync(join(copy, folder), { recursive: true, force: true });
  const { status, lines } = run(scripts.arrows);
  return {
    kind: 'arrows over an empty house',
    isCaught: status !== 0 && lines.some((line) => line.startsWith('at least')),
  };
}
