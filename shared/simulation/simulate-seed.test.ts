import { describe, expect, it } from 'vitest';
import { productionCores } from './cores.ts';
import { simulateSeed } from './simulate-seed.ts';

/** Other work may share the machine. */
const PATIENCE = 60_000;

describe('the simulated commune', { timeout: PATIENCE }, () => {
  it('keeps every promise for a handful of seeds', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { violation, operations, deviceDays } = simulateSeed(productionCores, seed);
      expect(violation?.message).toBeUndefined();
      expect(operations).toBeGreaterThanOrEqual(200);
      expect(deviceDays).toBeGreaterThanOrEqual(30);
    }
  });

  it('lives the same life twice for the same seed, and another one for another', () => {
    const one = simulateSeed(productionCores, 11);
    const again = simulateSeed(productionCores, 11);
    expect([again.traceHash, again.storeHash]).toEqual([one.traceHash, one.storeHash]);
    expect(simulateSeed(productionCores, 12).traceHash).not.toBe(one.traceHash);
  });

  it('knows the same in the end when no device clock ever jumped', () => {
    const jumping = simulateSeed(productionCores, 13);
    const steady = simulateSeed(productionCores, 13, { clocksJump: false });
    expect(steady.storeHash).toBe(jumping.storeHash);
  });

  it('names the broken promise when the server acknowledges before its disk has it', () => {
    const cores: typeof productionCores = {
      ...productionCores,
      apply: (slice, opened) => ({ ...productionCores.apply(slice, opened), durability: 'normal' }),
    };
    const broken = Array.from({ length: 5 }, (_, at) => simulateSeed(cores, at + 1).violation?.invariant);
    expect(broken).toContain('I2');
  });
});
