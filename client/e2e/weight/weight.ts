/** `npm run bench:weight -- [--people N] [--json]`: what `measure-weight.ts` measures, with 10,000 people unless told otherwise. */
import { parseArgs } from 'node:util';
import { startWorld } from '../support/start-world.ts';
import { ACTS, measureWeight } from './measure-weight.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } },
});
const world = await startWorld();
try {
  const weight = await measureWeight(world, Number(values.people));
  if (values.json) console.log(JSON.stringify(weight));
  else {
    const { early, late } = weight.memory;
    console.log(`${weight.people} people on a phone four times slower, in units of a list of 400 rows:`);
    for (const act of ACTS) console.log(`  ${act.padEnd(8)}${weight.units[act].toFixed(1)}`);
    const mega = (bytes: number) => (bytes / 1_000_000).toFixed(1);
    console.log(`memory of the page ${mega(early)} MB, after an hour of use ${mega(late)} MB`);
  }
} finally {
  await world.close();
}
