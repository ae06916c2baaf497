/** `simulate`: many seeds against the production cores; prints figures, and stops at the first broken promise. */
import { parseArgs } from 'node:util';
import { productionCores } from './cores.ts';
import { simulateSeed, type SeedReport } from './simulate-seed.ts';
import { addTally, createTally, simulatedFaults } from './tally.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
/** From this many seeds on, a fault that never fired means that the generator has gone blind. */
const ENOUGH_SEEDS = 200;
const REPEATED_EVERY = 100;

function fail(report: SeedReport): never {
  const { violation, seed } = report;
  process.stderr.write(`${(violation?.trace ?? []).join('\n')}\n`);
  process.stderr.write(`seed ${seed}: ${violation?.message ?? 'unknown'}\n`);
  process.exit(1);
}

function checkRepetition(report: SeedReport): void {
  const { seed } = report;
  const again = simulateSeed(productionCores, seed);
  if (again.traceHash !== report.traceHash || again.storeHash !== report.storeHash) {
    process.stderr.write(`seed ${seed}: not the same run twice\n`);
    process.exit(1);
  }
  const steady = simulateSeed(productionCores, seed, { clocksJump: false });
  if (steady.storeHash !== report.storeHash) {
    process.stderr.write(`seed ${seed}: I13, a device clock changed what the server knows\n`);
    process.exit(1);
  }
}

const started = performance.now();
const tally = createTally();
let operations = 0;
let deviceDays = 0;
let fewest = Number.POSITIVE_INFINITY;
for (let seed = first; seed < first + count; seed++) {
  const report = simulateSeed(productionCores, seed);
  if (report.violation) fail(report);
  if ((seed - first) % REPEATED_EVERY === 0) checkRepetition(report);
  addTally(tally, report.tally);
  operations += report.operations;
  deviceDays += report.deviceDays;
  fewest = Math.min(fewest, report.operations);
  const done = seed - first + 1;
  if (!values.json && done % 100 === 0) process.stdout.write(`${done} seeds …\n`);
}

const silent = simulatedFaults.filter((fault) => tally[fault] === 0);
const figures = {
  seeds: count,
  firstSeed: first,
  violations: 0,
  operations,
  fewestOperations: fewest,
  deviceYears: Number((deviceDays / 365).toFixed(1)),
  seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  faultsFired: tally,
};
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  const { faultsFired, ...rest } = figures;
  for (const [name, value] of Object.entries(rest)) process.stdout.write(`${name}: ${value}\n`);
  for (const [fault, fired] of Object.entries(faultsFired)) process.stdout.write(`  ${fault}: ${fired}\n`);
}
if (count >= ENOUGH_SEEDS && silent.length > 0) {
  process.stderr.write(`never fired: ${silent.join(', ')}\n`);
  process.exit(1);
}
