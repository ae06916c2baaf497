/** Takes the runs of one request: origin and chain checked, opened, applied in one transaction each request. Answers nobody itself. */
import type { WireError } from '#shared/contracts/error-codes';
import type { Run } from '#shared/contracts/sync';
import { LIMITS } from '#shared/model/envelope';
import { apply } from '#shared/custody/server';
import type { ArrivedRun, OpenedBatch, OpenedItem, ServerReply } from '#shared/custody/server-types';
import type { DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { findContentKey } from '../protection/hpke.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredDevice } from '../storage/rows.ts';
import type { BatchStore, DeviceStore } from '../storage/store.ts';
import { chainRun, isFromOrigin } from './arrived-run.ts';
import type { Incarnation } from './incarnation.ts';
import { type FindDictionary, openItem } from './open-item.ts';
import { readSlice } from './read-slice.ts';
import { writePlan } from './write-plan.ts';

export interface AcceptDeps {
  readonly store: BatchStore & Pick<DeviceStore, 'findDevice'>;
  readonly keys: KeyRing;
  readonly findDictionary: FindDictionary;
  readonly incarnation: Incarnation;
}

export interface Arrival {
  readonly runs: readonly Run[];
  readonly carrier: DeviceId;
  /** Server clock, milliseconds. */
  readonly now: number;
}

/** The origin whose runs these were, and what it is told. All runs of a request are of one device. */
export interface Accepted {
  readonly origin: DeviceId;
  readonly reply: ServerReply;
}

export async function acceptEnvelopes(
  deps: AcceptDeps,
  arrival: Arrival,
): Promise<Result<Accepted, WireError>> {
  const { runs, carrier, now } = arrival;
  const refused = checkSizes(runs);
  if (refused) return err(refused);
  const origin = await deps.store.findDevice(runs[0]?.device ?? carrier);
  if (!origin || runs.some((run) => run.device !== origin.id)) return err({ error: 'deviceUnknown' });
  const chained = runs.map((run) => ({ run, arrived: chainRun(run) }));
  const isGenuine = chained.every(({ run, arrived }) =>
    isFromOrigin(run, arrived, { sendKey: origin.sendKey, carrier }),
  );
  if (!isGenuine) return err({ error: 'signatureWrong', field: 'run' });
  const prepared = chained.map((one) => ({ ...one, opened: openRun(deps, origin, { ...one, now }) }));
  return ok({ origin: origin.id, reply: applyRuns(deps, origin, { prepared, now }) });
}

export function checkSizes(runs: readonly Run[]): WireError | undefined {
  const items = runs.reduce((sum, run) => sum + run.items.length, 0);
  if (items > LIMITS.itemsPerBatch) return { error: 'tooManyItems', detail: { most: LIMITS.itemsPerBatch } };
  if (runs.some((run) => run.items.length === 0)) return { error: 'malformed', field: 'run' };
  return undefined;
}

interface PreparedRun {
  readonly run: Run;
  readonly arrived: ArrivedRun;
  readonly opened: OpenedBatch;
}

export interface RunToOpen {
  readonly run: Run;
  readonly arrived: ArrivedRun;
  readonly now: number;
}

export function openRun(
  deps: AcceptDeps,
  origin: StoredDevice,
  { run, arrived, now }: RunToOpen,
): OpenedBatch {
  const contentKeys = new Map<string, Uint8Array | undefined>();
  const items = run.items.map((item, at): OpenedItem => {
    const seq = run.from + at;
    const { opId, hash } = getItem(arrived, at);
    // What is known already is recognised by its hash, and what waits for approval stays sealed.
    if (origin.standing !== 'approved')
      return { seq, opId, hash, content: { ok: false, code: 'deviceWaiting' } };
    if (seq <= origin.lastSeq) return { seq, opId, hash, content: { ok: false, code: 'sealUnopened' } };
    const name = `${item.encapsulation}/${item.keyId}`;
    if (!contentKeys.has(name)) contentKeys.set(name, openEncapsulation(deps.keys, run, item));
    const binding = { device: run.device, keyId: item.keyId, opId, dictVersion: item.dictVersion };
    const sealed = { binding, sealed: item.sealed, contentKey: contentKeys.get(name) };
    const op = openItem(sealed, deps.findDictionary);
    const content = op.ok ? ({ ok: true, op: op.value } as const) : ({ ok: false, code: op.error } as const);
    return { seq, opId, hash, content };
  });
  return { device: run.device, from: run.from, prev: arrived.prev, items, now };
}

function openEncapsulation(keys: KeyRing, run: Run, item: Run['items'][number]): Uint8Array | undefined {
  const key = keys.findSealingKey(item.keyId);
  const encapsulation = run.encapsulations[item.encapsulation];
  return key && encapsulation && findContentKey(key, encapsulation);
}

interface RunsToApply {
  readonly prepared: readonly PreparedRun[];
  readonly now: number;
}

/** One transaction for the request; nothing is awaited inside, so that no other request stands between two runs. */
function applyRuns(deps: AcceptDeps, origin: StoredDevice, { prepared, now }: RunsToApply): ServerReply {
  return deps.store.applyBatch((tx) => {
    let reply: ServerReply | undefined;
    for (const { run, opened: asOpened } of prepared) {
      const device = tx.findDevice(origin.id) ?? origin;
      // Approved, revoked or moved on since it was opened: opened again with what is true now.
      const isStale = device.standing !== origin.standing || device.lastSeq < origin.lastSeq;
      const fresh = isStale ? openRun(deps, device, { run, arrived: chainRun(run), now }) : asOpened;
      const context = { keys: deps.keys, device, bornOfRestore: deps.incarnation.bornOfRestore };
      const { slice, opened, stored } = readSlice(tx, context, fresh);
      const plan = apply(slice, opened);
      const findSealed = (seq: number): ReturnType<typeof getSealed> => getSealed(run, seq);
      writePlan(tx, { keys: deps.keys, device, now, stored, findSealed }, plan);
      reply = joinReplies(reply, plan.reply);
    }
    return reply ?? describeDevice(tx.findDevice(origin.id) ?? origin);
  });
}

function joinReplies(before: ServerReply | undefined, next: ServerReply): ServerReply {
  return before ? { ...next, setAside: [...before.setAside, ...next.setAside] } : next;
}

/** What a device without runs is told of itself. */
function describeDevice(device: StoredDevice): ServerReply {
  const { lastSeq, forked, standing } = device;
  const head = Buffer.from(device.head).toString('base64url');
  return { upTo: lastSeq, head, held: standing !== 'approved', expected: lastSeq + 1, forked, setAside: [] };
}

function getSealed(
  run: Run,
  seq: number,
): { keyId: number; dictVersion: number; encapsulation: Uint8Array; sealed: Uint8Array } {
  const item = run.items[seq - run.from];
  const encapsulation = item && run.encapsulations[item.encapsulation];
  if (!item || !encapsulation) throw new Error('The plan holds an item that did not arrive.');
  return { keyId: item.keyId, dictVersion: item.dictVersion, encapsulation, sealed: item.sealed };
}

function getItem(arrived: ArrivedRun, at: number): ArrivedRun['items'][number] {
  const item = arrived.items[at];
  if (!item) throw new Error('A chained run lost an item.');
  return item;
}
