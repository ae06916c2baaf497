/** A phone with a large village on it: no act may cost more than some screens of rows, and nothing is kept that nobody needs. */
import { expect, test } from '@playwright/test';
import { startWorld, type World } from './support/start-world.ts';
import { type Act, ACTS, measureWeight } from './weight/measure-weight.ts';

const PEOPLE = 2_000;
/** In units of `measure-weight.ts`, about twice what was measured; what compares everybody with everybody costs many times more. */
const MOST: Readonly<Record<Act, number>> = { unlock: 40, list: 16, find: 5, open: 8, add: 30 };
/** Of use, so that a run is not kept by it. */
const ACTS_OF_USE = 60;
const MOST_GROWTH = 1.25;

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

test('a phone with two thousand people on it opens, lists, finds and adds, and its memory does not grow', async () => {
  test.setTimeout(300_000);
  const { units, memory } = await measureWeight(world, PEOPLE, ACTS_OF_USE);
  console.log(`weight in units ${JSON.stringify({ units, memory })}`);
  for (const act of ACTS) {
    expect.soft(units[act], act).toBeGreaterThan(0.1);
    expect.soft(units[act], act).toBeLessThan(MOST[act]);
  }
  expect(memory.early).toBeGreaterThan(1_000_000);
  expect(memory.late / memory.early).toBeLessThan(MOST_GROWTH);
});
