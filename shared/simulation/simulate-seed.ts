/** One seed from its first day to its last check. The same seed, settings and cores give the same trace. */
import type { Role } from '../src/model/collection.ts';
import type { Cores } from './cores.ts';
import { checkEverything, hashStore } from './final-checks.ts';
import { killHouse } from './house-life.ts';
import { createPortalState } from '../src/portal/portal-state.ts';
import { createRandom, type Random } from './random.ts';
import { Schedule } from './schedule.ts';
import { killPhone } from './phone.ts';
import { calmDown, layOutDays } from './seed-life.ts';
import { drawPlan, type Focus, focusPlan, type SeedPlan } from './seed-plan.ts';
import { Store } from './store.ts';
import { addPhone, beginAnew, beginBeside, leaveUnsent } from './vault-life.ts';
import { createTally, type Tally } from './tally.ts';
import { Trace } from './trace.ts';
import { type Invariant, Violation } from './violation.ts';
import { DAY, type World } from './world.ts';

export interface SeedReport {
  readonly seed: number;
  readonly operations: number;
  readonly deviceDays: number;
  readonly traceHash: number;
  readonly storeHash: number;
  readonly tally: Tally;
  readonly violation?: {
    readonly invariant: Invariant | 'thrown';
    readonly message: string;
    readonly trace: readonly string[];
  };
}

export interface SeedOptions {
  /** False: every device's clock is right. Nothing but shown times may differ. */
  readonly clocksJump: boolean;
  readonly focus?: Focus;
}

export function simulateSeed(
  cores: Cores,
  seed: number,
  options: SeedOptions = { clocksJump: true },
): SeedReport {
  const random = createRandom(seed);
  const drawn = drawPlan(random);
  const plan = options.focus ? focusPlan(drawn, options.focus) : drawn;
  const world = createWorld(cores, random, { plan, seed, clocksJump: options.clocksJump });
  const violation = live(world, plan);
  return {
    seed,
    operations: world.oracle.operations,
    deviceDays: plan.phones * plan.days,
    traceHash: world.trace.hash >>> 0,
    storeHash: violation ? 0 : hashStore(world),
    tally: world.tally,
    ...(violation && { violation }),
  };
}

function live(world: World, plan: SeedPlan): SeedReport['violation'] {
  try {
    const roles: readonly Role[] = ['volunteer', 'teamLeader', 'volunteer', 'officer'];
    world.house.strike = () => killHouse(world, 'any');
    world.fate.strike = (phone) =>
      killPhone(world, phone, world.random.chance(0.5) ? 'processKill' : 'devicePowerLoss');
    world.fate.beginAnew = (phone) => beginAnew(world, phone);
    world.fate.beginBeside = (phone) => beginBeside(world, phone);
    world.fate.leaveUnsent = (phone) => leaveUnsent(world, phone);
    for (let at = 0; at < plan.phones; at++) {
      const handset = at > 0 && world.random.chance(plan.sharing) ? at - 1 : at;
      addPhone(world, roles[at] ?? 'volunteer', world.phones[handset]?.handset ?? at);
    }
    layOutDays(world, plan);
    world.schedule.runUntil(plan.days * DAY);
    calmDown(world);
    checkEverything(world);
    return undefined;
  } catch (thrown) {
    // A mutant may break an assumption by throwing: that is a finding too, and no reason to stop the other seeds.
    const invariant = thrown instanceof Violation ? thrown.invariant : 'thrown';
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { invariant, message, trace: world.trace.listLast() };
  }
}

function createWorld(
  cores: Cores,
  random: Random,
  given: { readonly plan: SeedPlan; readonly seed: number; readonly clocksJump: boolean },
): World {
  const { plan } = given;
  const portal = createPortalState(given.seed, {
    portalClass: plan.forwarding.portalClass,
    visibilitySeconds: plan.visibilitySeconds,
    authorisations: [{ decisionNumber: 'QD-1', procedureCodes: ['1.001193'] }],
  });
  return {
    cores,
    fate: {
      strike: () => undefined,
      beginAnew: () => undefined,
      beginBeside: () => undefined,
      leaveUnsent: () => undefined,
    },
    random,
    schedule: new Schedule(),
    trace: new Trace(),
    tally: createTally(),
    faults: plan.rates,
    clocksJump: given.clocksJump,
    phones: [],
    house: {
      store: new Store(),
      up: true,
      epoch: 0,
      bornOfRestore: false,
      strike: () => undefined,
      breaker: cores.createBreaker(),
      said: new Map(),
      incarnations: ['first'],
      promisedTo: new Map(),
      backups: [],
      papersAt: new Map(),
    },
    portal: { ...portal, plans: plan.portalFaults },
    forwarding: plan.forwarding,
    oracle: {
      sealed: new Map(),
      unconfirmed: new Set(),
      sealedUnconfirmed: new Set(),
      shown: new Map(),
      wiped: new Map(),
      cloned: new Set(),
      given: new Map(),
      setBack: new Set(),
      struckTwice: new Set(),
      lostWithBoth: new Set(),
      accepted: new Map(),
      payloads: new Map(),
      operations: 0,
    },
    counter: 0,
  };
}
