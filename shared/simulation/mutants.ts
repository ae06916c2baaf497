/** `simulate:mutants`: plants each fault in a copy of the production source and demands that a named promise breaks. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { coreFiles, type Cores } from './cores.ts';
import { copyMutants } from './copy-mutants.ts';
import { deviceMutants } from './device-mutants.ts';
import { forwarderMutants } from './forwarder-mutants.ts';
import type { Mutant } from './mutant.ts';
import { restoreMutants, serverMutants } from './server-mutants.ts';
import type { Focus } from './seed-plan.ts';
import { simulateSeed } from './simulate-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '330' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const MAX_SEEDS = Number(values.seeds);

const source = fileURLToPath(new URL('../src', import.meta.url));
const copies = fileURLToPath(new URL('../../.cache/mutants', import.meta.url));

/** The set of cores, built from a copy of the custody folder with the mutant's changes (none: the control); the rest is linked. */
async function loadCores(name: string, changes: Mutant['changes']): Promise<Cores> {
  const folder = join(copies, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(source)) {
    if (entry !== 'custody') symlinkSync(join(source, entry), join(folder, entry));
  }
  cpSync(join(source, 'custody'), join(folder, 'custody'), { recursive: true });
  for (const { file, find, replace } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const found = text.split(find).length - 1;
    if (found !== 1) throw new Error(`${name}: found ${found} times in ${file}: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
  const modules = await Promise.all(
    coreFiles.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Partial<Cores>>),
  );
  return Object.assign({}, ...modules) as Cores;
}

function focused(focus: Focus | undefined): { focus?: Focus } {
  return focus === undefined ? {} : { focus };
}

interface Verdict {
  readonly mutant: string;
  readonly killed: boolean;
  readonly invariant: string;
  readonly seed: number;
  readonly says: string;
}

async function judge(mutant: Mutant): Promise<Verdict> {
  const cores = await loadCores(mutant.name, mutant.changes);
  for (let seed = 1; seed <= MAX_SEEDS; seed++) {
    const { violation } = simulateSeed(cores, seed, { clocksJump: true, ...focused(mutant.focus) });
    if (!violation) continue;
    const { invariant, message } = violation;
    const killed = invariant !== 'thrown' && mutant.expects.includes(invariant);
    return { mutant: mutant.name, killed, invariant, seed, says: message };
  }
  return { mutant: mutant.name, killed: false, invariant: 'survived', seed: MAX_SEEDS, says: '' };
}

const all = [...deviceMutants, ...copyMutants, ...serverMutants, ...restoreMutants, ...forwarderMutants];
const mutants = all.filter(({ name }) => values.only === undefined || name === values.only);
const verdicts: Verdict[] = [];
for (const mutant of mutants) {
  const verdict = await judge(mutant);
  verdicts.push(verdict);
  if (values.json) continue;
  const fate = verdict.killed ? 'killed by' : 'NOT KILLED:';
  process.stdout.write(`${verdict.mutant}: ${fate} ${verdict.invariant} at seed ${verdict.seed}\n`);
  if (!verdict.killed || values.only !== undefined) process.stdout.write(`  ${verdict.says}\n`);
}

/** What nobody has changed must pass wherever a mutant died. */
async function runControl(): Promise<string | undefined> {
  const control = await loadCores('control', []);
  for (const focus of [undefined, 'restores', 'keyedPortal', 'struckPhones'] as const) {
    const seeds = mutants.flatMap((mutant, at) => (mutant.focus === focus ? [verdicts[at]?.seed ?? 1] : []));
    for (let seed = 1; seed <= Math.max(1, ...seeds); seed++) {
      const { violation } = simulateSeed(control, seed, { clocksJump: true, ...focused(focus) });
      if (violation) return `seed ${seed}: ${violation.message}`;
    }
  }
  return undefined;
}

const controlFault = await runControl();
const isSound = controlFault === undefined && verdicts.every((verdict) => verdict.killed);
if (values.json)
  process.stdout.write(`${JSON.stringify({ verdicts, control: controlFault ?? 'survived' })}\n`);
else process.stdout.write(`control, unchanged, the same seeds: ${controlFault ?? 'survived'}\n`);
process.exit(isSound ? 0 : 1);
