import { beforeEach, expect, it } from 'vitest';
import { waitUntil } from '../../e2e/rig/device-rig.ts';
import { createManualClock, type ManualClock } from '../../e2e/rig/manual-clock.ts';
import { installMemoryLocks } from '../../e2e/rig/memory-locks.ts';
import { EditingTurn, type TurnState } from './editing-turn.ts';

let clock: ManualClock;
let name = '';
let names = 0;

beforeEach(() => {
  installMemoryLocks();
  clock = createManualClock();
  name = `turn-${names++}`;
});

interface Tab {
  readonly turn: EditingTurn;
  /** How often it saved and locked. */
  readonly handed: () => number;
  /** Every state that its screen was told of. */
  readonly said: () => readonly TurnState[];
}

/** `saves`: whether what is typed there can be saved. */
function openTab(saves = true): Tab {
  let handed = 0;
  const said: TurnState[] = [];
  const turn = new EditingTurn({
    name,
    clock,
    handOver: async () => {
      if (!saves) return 'unsaved';
      handed += 1;
      turn.giveBack();
      return 'locked';
    },
    said: () => void said.push(turn.state),
  });
  return { turn, handed: () => handed, said: () => said };
}

it('lets one tab in, and tells the other why it is not', async () => {
  const [first, second] = [openTab(), openTab()];
  expect(await first.turn.take()).toBe(true);
  await second.turn.look();
  expect(second.turn.state).toBe('taken');
  expect(await second.turn.take()).toBe(false);
  expect(first.turn.state).toBe('free');
});

it('tells a tab that shows its PIN pad when the book is opened in another', async () => {
  const [first, second] = [openTab(), openTab()];
  await second.turn.look();
  expect(second.turn.state).toBe('free');
  await first.turn.take();
  await waitUntil(() => second.turn.state === 'taken');
  first.turn.giveBack();
  await waitUntil(() => {
    clock.advance(1_000);
    return second.turn.state === 'free';
  });
});

it('says nothing of a page that is only just going away, as this tab’s own does before it is loaded anew', async () => {
  const [before, now] = [openTab(), openTab()];
  await before.turn.take();
  const looked = now.turn.look();
  setTimeout(() => before.turn.giveBack(), 50);
  await looked;
  expect(now.said()).toEqual([]);
  expect(await now.turn.take()).toBe(true);
});

it('is handed over on asking once the other tab has saved and locked', async () => {
  const [first, second] = [openTab(), openTab()];
  await first.turn.take();
  await second.turn.look();
  second.turn.ask();
  expect(second.turn.state).toBe('asking');
  await waitUntil(() => {
    clock.advance(1_000);
    return second.turn.state === 'free';
  });
  expect(first.handed()).toBe(1);
  expect(await second.turn.take()).toBe(true);
});

it('stays where something typed cannot be saved, and says so', async () => {
  const [first, second] = [openTab(false), openTab()];
  await first.turn.take();
  await second.turn.look();
  second.turn.ask();
  await waitUntil(() => second.turn.state === 'unsaved');
  clock.advance(10_000);
  expect(second.turn.state).toBe('unsaved');
  expect(await second.turn.take()).toBe(false);
});

it('is taken from a tab that sleeps only on asking twice, and that tab saves and locks when it wakes', async () => {
  const [first, second] = [openTab(), openTab()];
  await first.turn.take();
  await second.turn.look();
  const hears = BroadcastChannel.prototype.postMessage;
  // What a sleeping tab does not hear.
  BroadcastChannel.prototype.postMessage = () => undefined;
  try {
    second.turn.ask();
    expect(await second.turn.take()).toBe(false);
    clock.advance(3_000);
    expect(second.turn.state).toBe('silent');
    second.turn.ask();
    await waitUntil(() => second.turn.state === 'free');
    expect(await second.turn.take()).toBe(true);
  } finally {
    BroadcastChannel.prototype.postMessage = hears;
  }
  await waitUntil(() => first.handed() === 1);
  expect(await first.turn.take()).toBe(false);
});
