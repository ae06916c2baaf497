/** Carries finished dossiers to the portal, one after the other. What to do when is the core's; what is due is the store's. */
import {
  admitCall,
  type BreakerSettings,
  type BreakerState,
  createBreaker,
  recordOutcome,
} from '#shared/custody/breaker';
import type { ForwardEvent, ForwardSettings } from '#shared/custody/forwarder-types';
import { bytesToBase64Url } from '#shared/ids';
import type { KeyRing } from '../protection/key-ring.ts';
import type { Incarnation } from '../services/incarnation.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { NumberDue, Store, StoredIntent } from '../storage/store.ts';
import type { PortalConnector } from './connector.ts';
import { type CarriedRow, createFailedRows, type FailedRows } from './failed-rows.ts';
import { followNumber } from './follow-number.ts';
import { writeStatus } from './follow-status.ts';
import { waitAtDesk } from './manual-desk.ts';
import { performEffect } from './perform-effect.ts';
import { preparePack, type PreparedPack } from './prepare-pack.ts';
import { NEVER_DUE, stepRow } from './step-row.ts';

export interface ForwarderDeps {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly incarnation: Incarnation;
  /** Null: no portal takes packs here. */
  readonly connector: PortalConnector | null;
  readonly settings: ForwardSettings;
  readonly breaker: BreakerSettings;
  /** Milliseconds between two looks at a lodged dossier. */
  readonly statusEvery: number;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: (line: string) => void;
  /** Asked between two rows. */
  readonly isStopping?: () => boolean;
}

export interface Forwarder {
  /** To be said once, before the first round: nothing that was under way is known any more. */
  restart(): Promise<void>;
  /** Every row that is due, once. */
  runOnce(): Promise<void>;
}

const ROWS_PER_ROUND = 500;
const NUMBERS_PER_ROUND = 20;
const DAY_MS = 24 * 3_600_000;
/** How often a wish that no portal can hear is looked at. */
const WISH_EVERY_MS = 3_600_000;
const RESTARTED = 'forwarderRestarted';
const OVER = ['refused', 'withdrawn', 'needsPerson'];

export function createForwarder(deps: ForwarderDeps): Forwarder {
  let breaker = createBreaker();
  const round: Round = {
    deps,
    failed: createFailedRows(deps),
    unsettled: new Map(),
    admit(kind, citizen) {
      const now = deps.now();
      const ask = { kind, citizen, now, day: Math.floor(now / DAY_MS) };
      const { state, admission } = admitCall(deps.breaker, breaker, ask);
      breaker = state;
      return admission === 'admitted';
    },
    record(citizen, isAnswered) {
      const now = deps.now();
      if (isAnswered !== undefined)
        breaker = recordOutcome(deps.breaker, breaker, { citizen, answered: isAnswered, now });
      else breaker = { ...breaker, inHand: breaker.inHand.filter((one) => one !== citizen) };
    },
  };
  return {
    restart: () => restart(round),
    async runOnce() {
      const tasks = await listTasks(round);
      if (tasks.length > 0) await probe(deps, round, breaker);
      for (const { row, act } of tasks) {
        if (breaker.openUntil !== null || deps.isStopping?.()) return;
        if (!round.failed.isLeftAlone(row.name)) await tryRow(round, row, act);
      }
    },
  };
}

interface Round {
  readonly deps: ForwarderDeps;
  readonly failed: FailedRows;
  /** Rows that could not be told of the restart, with what they are to be told: nothing of theirs may leave before. */
  readonly unsettled: Map<string, { readonly bornOfRestore: boolean }>;
  readonly admit: (kind: 'call' | 'query', citizen: string) => boolean;
  readonly record: (citizen: string, isAnswered: boolean | undefined) => void;
}

interface Task {
  readonly row: CarriedRow;
  readonly act: () => Promise<void>;
}

/** What is on its way first; then the numbers that people have recorded, where there is a portal to ask. */
async function listTasks(round: Round): Promise<Task[]> {
  const { deps } = round;
  const { store, connector, now } = deps;
  const due = await store.listDue(now(), ROWS_PER_ROUND);
  const numbers = connector ? await store.listNumbersDue(now(), NUMBERS_PER_ROUND) : [];
  return [
    ...due.map((row): Task => ({ row: nameIntent(deps, row), act: () => carry(round, row) })),
    ...numbers.map((number): Task => {
      return { row: nameNumber(deps, number), act: () => askForNumber(round, number) };
    }),
  ];
}

/** One dossier's fault is not the others': they go on, and it is looked at again later. */
async function tryRow({ failed }: Round, row: CarriedRow, act: () => Promise<void> | void): Promise<void> {
  try {
    await act();
    failed.forget(row.name);
  } catch {
    failed.putOff(row);
  }
}

function nameIntent({ store }: ForwarderDeps, { reference, communeN }: StoredIntent): CarriedRow {
  return {
    name: reference,
    postpone: (dueAt) =>
      store.applyBatch((tx) => {
        const row = tx.findIntent(reference);
        if (row) tx.putIntent(communeN, { ...row, dueAt });
      }),
  };
}

/** By its dossier: an official number has no business in a log. */
function nameNumber({ store }: ForwarderDeps, { communeN, dossierNo, record }: NumberDue): CarriedRow {
  return {
    name: `a number of ${record}`,
    postpone: (dueAt) => store.applyBatch((tx) => tx.setNumberDue(communeN, dossierNo, dueAt)),
  };
}

/** After a pause the first thing that leaves is a question without any effect, about nobody. */
async function probe(deps: ForwarderDeps, round: Round, { openUntil }: BreakerState): Promise<void> {
  if (!deps.connector || openUntil === null || deps.now() < openUntil) return;
  if (round.admit('query', '')) round.record('', await deps.connector.isAnswering());
}

async function carry(round: Round, row: StoredIntent): Promise<void> {
  const { deps } = round;
  const { store, connector, keys } = deps;
  const writer = await findWriter(deps, row.communeN);
  const unheard = round.unsettled.get(row.reference);
  if (unheard) {
    settle(round, { row, writer, ...unheard });
    return;
  }
  const prepared = await preparePack({ store, keys, now: deps.now }, row);
  // Whose person was erased is carried nowhere any more.
  const given = { reference: row.reference, now: deps.now() };
  if (!prepared) waitAtDesk(store, writer, given);
  else if (!connector) waitAtDesk(store, writer, { ...given, again: given.now + WISH_EVERY_MS });
  else if (row.phase === 'confirmed') await follow(round, { row, writer, prepared, connector });
  else await forward(round, { row, writer, prepared, connector });
}

async function findWriter({ store, keys }: ForwarderDeps, communeN: number): Promise<RecordWriter> {
  const communes = await store.listCommunes();
  const commune = communes.find((one) => one.n === communeN);
  if (!commune) throw new Error('A dossier waits in a commune that is not there.');
  return { keys, communeN, commune: commune.id };
}

async function askForNumber(round: Round, number: NumberDue): Promise<void> {
  const { deps, admit, record } = round;
  const { store, keys, connector, now, statusEvery, settings } = deps;
  if (!connector) return;
  const patience = { every: statusEvery, visibilityWindow: settings.visibilityWindow };
  const ask = (citizen: string): boolean => admit('query', citizen);
  const follower = { store, keys, connector, patience, now, admit: ask, record };
  await followNumber(follower, await findWriter(deps, number.communeN), number);
}

interface Carriage {
  readonly row: StoredIntent;
  readonly writer: RecordWriter;
  readonly prepared: PreparedPack;
  readonly connector: PortalConnector;
}

async function forward(round: Round, { row, writer, prepared, connector }: Carriage): Promise<void> {
  const { deps, admit, record } = round;
  const { citizen, papersWhole, authorised, payloadHash } = prepared;
  const { reference } = row;
  const performer = { ...deps, source: deps, connector };
  const due: ForwardEvent = { type: 'due', now: deps.now(), papersWhole, authorised, payloadHash };
  const mayLeave = (kind: 'call' | 'query'): boolean => admit(kind, citizen);
  let effect = stepRow(deps, { writer, reference, event: due, mayLeave });
  while (effect) {
    const done = await performEffect(performer, { effect, prepared, commune: writer.commune });
    record(citizen, done.isAnswered);
    effect = stepRow(deps, { writer, reference, event: done.event });
    // What follows and may not leave now is due again by itself.
    if (effect && !admit('query', citizen)) return;
  }
}

async function follow(round: Round, { row, writer, prepared, connector }: Carriage): Promise<void> {
  const { deps, admit, record } = round;
  if (row.dossierNo === null) throw new Error('A confirmed dossier has no number.');
  if (!admit('query', prepared.citizen)) return;
  const outcome = await connector.readDossier(row.dossierNo);
  record(prepared.citizen, outcome.type !== 'failed');
  const { reference } = row;
  writeStatus(deps.store, writer, { reference, outcome, now: deps.now(), every: deps.statusEvery });
}

/** In a restored store even what seems not to have begun may have happened: said once for each such store. */
async function restart(round: Round): Promise<void> {
  const { store, keys, incarnation } = round.deps;
  const life = bytesToBase64Url(incarnation.id);
  const isReborn = incarnation.bornOfRestore && (await store.findMeta(RESTARTED)) !== life;
  const communes = new Map((await store.listCommunes()).map((one) => [one.n, one.id]));
  for (const row of await store.listIntents()) {
    const commune = communes.get(row.communeN);
    if (OVER.includes(row.phase) || !commune) continue;
    round.unsettled.set(row.reference, { bornOfRestore: isReborn });
    const writer = { keys, communeN: row.communeN, commune };
    await tryRow(round, nameIntent(round.deps, row), () =>
      settle(round, { row, writer, bornOfRestore: isReborn }),
    );
  }
  if (round.unsettled.size === 0) await store.setMeta(RESTARTED, life);
}

interface Unsettled {
  readonly row: StoredIntent;
  readonly writer: RecordWriter;
  readonly bornOfRestore: boolean;
}

function settle({ deps, unsettled }: Round, { row, writer, bornOfRestore }: Unsettled): void {
  const { reference, communeN } = row;
  const now = deps.now();
  if (row.dueAt === NEVER_DUE && row.phase === 'ready')
    deps.store.applyBatch((tx) => tx.putIntent(communeN, { ...row, dueAt: now }));
  stepRow(deps, { writer, reference, event: { type: 'restarted', now, bornOfRestore } });
  unsettled.delete(reference);
}
