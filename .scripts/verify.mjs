/** Runs every check in two lanes, one for each core, and stops at the first that fails. Knows the checks by name only, not what they find. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const bin = join(root, 'node_modules', '.bin');
const report = (name) => join(root, '.cache', `${name}.json`);

/** `npm test` begins with packages that are not compiled yet, and without a browser. */
const isFresh = process.argv.includes('--with-set-up');
const setUp = { name: 'set-up', script: 'set-up' };
const built = { name: 'build', script: 'build' };
/**
 * Scripts of package.json. The browser waits more than it works, so it shares the machine with everything else; what
 * reads source code only goes on while SQLite is compiled.
 */
const lanes = [
  [
    ...(isFresh ? [setUp] : []),
    built,
    { name: 'budgets', script: 'budgets' },
    { name: 'e2e', script: 'e2e' },
  ],
  [
    { name: 'types', script: 'types' },
    { name: 'lint', script: 'lint' },
    { name: 'arrows', script: 'arrows' },
    { name: 'dead code', script: 'dead-code' },
    { name: 'format', script: 'format' },
    { name: 'unit', script: 'unit', after: setUp },
    { name: 'unit of shared, elsewhere', script: 'unit:elsewhere' },
    { name: 'simulate', script: 'simulate' },
    { name: 'mutants', script: 'simulate:mutants' },
    { name: 'chaos on the phone, short', script: 'chaos:device', after: built },
  ],
];
const running = new Set();
const runs = new Map();
let isStopped = false;

mkdirSync(join(root, '.cache'), { recursive: true });
for (const name of ['unit', 'e2e', 'arrows']) rmSync(report(name), { force: true });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopOthers);
const isGreen = await runAll();
printClosing();
process.exitCode = isGreen ? 0 : 1;

async function runAll() {
  const started = Date.now();
  const greens = await Promise.all(lanes.map(runLane));
  say(`all in ${secondsSince(started)} s`);
  return greens.every(Boolean);
}

async function runLane(steps) {
  for (const step of steps) {
    await runs.get(step.after);
    if (isStopped) return false;
    runs.set(step, run(step));
    const { code, output, seconds } = await runs.get(step);
    if (isStopped) return false;
    if (code !== 0) {
      stopOthers();
      process.stdout.write(`${output}\n`);
      say(`✗ ${step.name} (${seconds} s)`);
      return false;
    }
    say(`✓ ${step.name} (${seconds} s)`);
  }
  return true;
}

/** A check has children of its own, which only its group reaches. */
function stopOthers() {
  isStopped = true;
  for (const child of running) process.kill(-child.pid, 'SIGTERM');
}

function run({ script }) {
  const started = Date.now();
  const env = { ...process.env, NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    const child = spawn(scripts[script], {
      ...{ cwd: root, env, shell: true, detached: true },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const ticking = setInterval(() => say(`  … ${script}, ${secondsSince(started)} s`), 60_000);
    child.stdout.on('data', (piece) => (output += piece));
    child.stderr.on('data', (piece) => (output += piece));
    child.on('close', (code) => {
      running.delete(child);
      clearInterval(ticking);
      resolve({ code, output, seconds: secondsSince(started) });
    });
  });
}

/** One plain line a person or a machine can read, from the reporters' own counts; a red check is never "0 failed". */
function printClosing() {
  const unit = readReport('unit');
  const e2e = readReport('e2e')?.stats;
  const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0);
  const failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0);
  say(`${readReport('arrows')?.modules ?? 0} modules cruised`);
  say(`${passed} passed, ${isGreen ? failed : Math.max(failed, 1)} failed`);
}

function readReport(name) {
  return existsSync(report(name)) ? JSON.parse(readFileSync(report(name), 'utf8')) : undefined;
}

function secondsSince(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
