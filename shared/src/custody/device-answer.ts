/** What an answer of the server changes on the device. The acknowledgement never waits for what was pulled. */
import { beginCommit, remember } from './device-commit.ts';
import { getFirstKept } from './device-disk.ts';
import { getBackOff } from './device-send.ts';
import type {
  AnswerFacts,
  DeviceDisk,
  DeviceEffect,
  DeviceEvent,
  DeviceState,
  DeviceStep,
  DeviceWrite,
  Expectation,
  SetAsideNote,
  ShowEffect,
} from './device-types.ts';

type Answered = Extract<DeviceEvent, { type: 'answered' }>;

export function acceptAnswer(state: DeviceState, event: Answered): DeviceStep {
  if (state.memory.inFlight?.request !== event.request) return { state, effects: [] };
  const { answer, now } = event;
  const marks = weighAnswer(state.disk, answer, state.memory.inFlight.to);
  const wakeAt = marks.more ? now + (marks.progress ? 0 : getBackOff(state.memory.failures + 1, 0.5)) : null;
  const calmed = remember(state, {
    inFlight: null,
    staleNonces: 0,
    failures: marks.progress || !marks.more ? 0 : state.memory.failures + 1,
    notBefore: wakeAt ?? 0,
  });
  const told = acknowledge(calmed, answer, { ...marks, wakeAt: marks.pulled ? null : wakeAt });
  const read = marks.pulled
    ? pull(told.state, event, { cursor: marks.pulled.cursor, wakeAt })
    : { state: told.state, effects: [] };
  return {
    state: read.state,
    effects: [...told.effects, ...read.effects, ...listNews(state.disk, answer, marks)],
  };
}

interface Marks {
  /** Highest sequence that the store has, opened or not. */
  readonly stored: number;
  readonly acked: number;
  readonly held: number;
  readonly newIncarnation: boolean;
  readonly restored: boolean;
  readonly pulled: AnswerFacts['pulled'];
  readonly progress: boolean;
  readonly more: boolean;
}

/** A restored server has forgotten: its word replaces ours, downwards too, and everything retained above it is offered again. */
function weighAnswer(disk: DeviceDisk, answer: AnswerFacts, sentTo: number): Marks {
  const newIncarnation = answer.incarnation !== disk.incarnation;
  const restored = newIncarnation && disk.incarnation !== null;
  // With more of us than we ever gave it speaks of another history too. What it was sent now it has compared; what we save
  // next must not pass for what is there, but be sent, so that it sees the difference.
  const said = Math.min(answer.upTo, answer.expected - 1);
  const stored = said > disk.head.seq ? Math.min(said, sentTo) : said;
  const ackedBefore = restored ? 0 : disk.acked;
  const told = answer.forked ? ackedBefore : answer.held ? Math.min(ackedBefore, stored) : stored;
  // Its first word after a restore compares nothing: of two histories it may have the other one, and no longer know of ours.
  const acked = restored ? Math.min(told, disk.acked) : told;
  const held = answer.held && !answer.forked ? stored : 0;
  // Changes of a restored server are read from the beginning, by the next question.
  const pulled = restored ? undefined : answer.pulled;
  const moved = Math.max(acked, held) !== Math.max(disk.acked, disk.held);
  const read = pulled !== undefined && pulled.cursor !== disk.cursor;
  const last = disk.queue.at(-1)?.seq ?? 0;
  const unsent = !answer.forked && last > Math.max(acked, held);
  return {
    stored,
    acked,
    held,
    newIncarnation,
    restored,
    pulled: newIncarnation || read ? pulled : undefined,
    progress: moved || read || newIncarnation,
    more: unsent || pulled?.more === true || restored,
  };
}

function acknowledge(
  state: DeviceState,
  answer: AnswerFacts,
  marks: Marks & { readonly wakeAt: number | null },
): DeviceStep {
  const { disk } = state;
  const { acked, held, newIncarnation, wakeAt } = marks;
  const { backedUp, standing, forked, incarnation } = answer;
  const writes: DeviceWrite[] = [];
  if (newIncarnation) writes.push({ type: 'dropServerBase', incarnation });
  if (acked !== disk.acked || held !== disk.held || backedUp !== disk.backedUp) {
    writes.push({ type: 'putAcked', acked, held, backedUp });
  }
  if (standing !== disk.standing || forked !== disk.forked)
    writes.push({ type: 'putStanding', standing, forked });
  const notes = weighSetAside(disk, answer, marks);
  if (notes.noted.length > 0 || notes.settled.length > 0) writes.push({ type: 'putSetAside', ...notes });
  if (writes.length === 0) return { state, effects: wakeAt === null ? [] : [{ type: 'wake', at: wakeAt }] };
  const expect: Expectation = {
    ackedAtMost: Math.max(disk.acked, acked),
    incarnation: disk.incarnation,
  };
  return beginCommit(state, {
    // The server tells it until the next request shows that it was read: by then it must have been written.
    durability: notes.noted.length > 0 ? 'strict' : 'relaxed',
    writes,
    expect,
    attempt: 1,
    shows: listArrived(disk, acked),
    ...(wakeAt !== null && { wakeAt }),
  });
}

/** The pulled records and the cursor are one commit: a crash between them must not skip a change. */
function pull(
  state: DeviceState,
  event: Answered,
  to: { readonly cursor: number; readonly wakeAt: number | null },
): DeviceStep {
  const { incarnation } = event.answer;
  const { wakeAt } = to;
  const newIncarnation = incarnation !== state.disk.incarnation;
  return beginCommit(state, {
    durability: 'relaxed',
    writes: [{ type: 'putPulled', answer: event.request, incarnation, cursor: to.cursor }],
    expect: { incarnation, cursor: newIncarnation ? 0 : state.disk.cursor },
    attempt: 1,
    shows: [],
    ...(wakeAt !== null && { wakeAt }),
  });
}

function listArrived(disk: DeviceDisk, acked: number): ShowEffect[] {
  return disk.queue
    .filter((item) => item.seq > disk.acked && item.seq <= acked)
    .map(({ record, opId }) => ({ type: 'show', record, opId, custody: 'atServer' }));
}

/**
 * A note is settled when an operation that says its content again has been answered for (obeyed, or noted itself), and
 * when a restored store is to judge the operation anew.
 */
function weighSetAside(
  disk: DeviceDisk,
  answer: AnswerFacts,
  { acked, stored, restored }: Pick<Marks, 'acked' | 'stored' | 'restored'>,
): { readonly noted: readonly SetAsideNote[]; readonly settled: readonly number[] } {
  const mended = new Set(disk.queue.flatMap((item) => (item.seq <= acked ? (item.mends ?? []) : [])));
  const settled = disk.setAside
    .map(({ seq }) => seq)
    .filter((seq) => mended.has(seq) || (restored && seq > stored));
  const noted = answer.setAside
    .filter(({ seq }) => !mended.has(seq) && !disk.setAside.some((known) => known.seq === seq))
    .map((one) => {
      const item = disk.queue.find(({ seq }) => seq === one.seq);
      return item ? { ...one, record: item.record, opId: item.opId } : one;
    });
  return { noted, settled };
}

function listNews(disk: DeviceDisk, answer: AnswerFacts, marks: Marks): DeviceEffect[] {
  const effects: DeviceEffect[] = [];
  if (answer.missing.length > 0) effects.push({ type: 'sendPieces', missing: answer.missing });
  if (answer.forked && !disk.forked) effects.push({ type: 'warn', fault: 'forked' });
  for (const { record } of weighSetAside(disk, answer, marks).noted)
    effects.push({ type: 'warn', fault: 'setAside', ...(record !== undefined && { record }) });
  if (answer.expected < getFirstKept(disk)) effects.push({ type: 'warn', fault: 'serverLost' });
  return effects;
}
