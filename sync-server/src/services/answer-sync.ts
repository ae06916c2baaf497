/** One round of sync from the signed request to the signed answer. Takes, collects and tells; how each is done is its neighbours' part. */
import { answerSignatureInput, encodeSignedAnswer } from '#shared/contracts/signed-message';
import {
  decodeSyncRequest,
  encodeReceipt,
  encodeSyncAnswer,
  type Heartbeat,
  type SetAside,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/contracts/sync';
import type { WireError } from '#shared/contracts/error-codes';
import { err, ok, type Result } from '#shared/result';
import { signBytes } from '../protection/p256.ts';
import type { StoredDevice } from '../storage/rows.ts';
import type { ChangeStore, DeviceStore, Untold } from '../storage/store.ts';
import { acceptEnvelopes, type AcceptDeps, type Accepted } from './accept-envelopes.ts';
import { acceptUnplaced } from './accept-unplaced.ts';
import { sha256 } from './arrived-run.ts';
import { collectChanges } from './collect-changes.ts';
import type { NonceBook } from './nonce-book.ts';
import { gatherAttachments, type PieceDeps } from './store-pieces.ts';
import type { SignedCaller } from './verify-signed-request.ts';

export interface SyncDeps extends AcceptDeps {
  readonly store: AcceptDeps['store'] & DeviceStore & ChangeStore & PieceDeps['store'];
  readonly nonces: NonceBook;
  /** Server clock, milliseconds. */
  readonly now: () => number;
}

export async function answerSync(
  deps: SyncDeps,
  caller: SignedCaller,
): Promise<Result<Uint8Array, WireError>> {
  const request = decodeSyncRequest(caller.payload);
  if (!request.ok) return err({ error: request.error });
  const now = deps.now();
  await noteHeartbeat(deps.store, caller.device, toHeartbeat(caller.device, request.value.heartbeat, now));
  const { told } = caller;
  if (told.attachments.length + told.setAside.length > 0)
    await deps.store.markTold({ ...told, deviceN: caller.device.n, at: now });
  const { runs } = request.value;
  const accepted = await acceptEnvelopes(deps, { runs, carrier: caller.device.id, now });
  if (!accepted.ok) return accepted;
  const { unplaced } = request.value;
  const taken = unplaced && (await acceptUnplaced(deps, { run: unplaced, carrier: caller.device.id, now }));
  if (taken && !taken.ok) return taken;
  const round = { caller, request: request.value, accepted: accepted.value, outcomes: taken?.value };
  const rest = await describeRest(deps, round);
  const { reply, origin } = accepted.value;
  const receipt = encodeReceipt({
    device: origin,
    upTo: reply.upTo,
    head: Buffer.from(reply.head, 'base64url'),
    incarnation: deps.incarnation.id,
    held: reply.held,
    time: now,
  });
  const signed = answerSignatureInput(sha256(caller.payload), sha256(receipt), sha256(rest));
  return ok(encodeSignedAnswer({ receipt, rest, signature: signBytes(deps.keys.answerKey, signed) }));
}

const HEARTBEAT_EVERY_MS = 60_000;

/** A poll that says nothing new costs no write within a minute of the last one. */
async function noteHeartbeat(
  store: DeviceStore,
  device: StoredDevice,
  next: Parameters<DeviceStore['setHeartbeat']>[1],
): Promise<void> {
  const isRecent =
    device.lastSeenAt !== null && (next.lastSeenAt ?? 0) - device.lastSeenAt < HEARTBEAT_EVERY_MS;
  const isSame =
    next.saidSeq === device.saidSeq &&
    next.saidPending === device.saidPending &&
    next.saidStorageLeft === device.saidStorageLeft &&
    next.build === device.build;
  if (!isRecent || !isSame) await store.setHeartbeat(device.n, next);
}

/** What a device says of itself is kept beside what arrived; the difference is what has not come home. */
function toHeartbeat(
  device: StoredDevice,
  said: Heartbeat,
  now: number,
): Parameters<DeviceStore['setHeartbeat']>[1] {
  const whole = (value: number): number => (Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) : 0);
  return {
    lastSeenAt: now,
    saidSeq: Math.max(device.saidSeq, said.lastSeq),
    saidPending: said.pending,
    saidOldestAge: said.oldestAge,
    saidStorageLeft: whole(said.storageLeft),
    saidClockOffset: whole(said.clock - now),
    build: said.build,
  };
}

interface Round {
  readonly caller: SignedCaller;
  readonly request: SyncRequest;
  readonly accepted: Accepted;
  readonly outcomes: SyncAnswer['unplaced'] | undefined;
}

/**
 * The send key is told of its own deliveries only. Sequence, watermark and missing pieces are those of the runs' origin,
 * who need not be the carrier; changes and cursor are the carrier's own.
 */
async function describeRest(
  deps: SyncDeps,
  { caller, request, accepted, outcomes }: Round,
): Promise<Uint8Array> {
  const { store, nonces } = deps;
  const origin = await store.findDevice(accepted.origin);
  const device = await store.findDevice(caller.device.id);
  if (!origin || !device) throw new Error('A device vanished during its own request.');
  const missing = await gatherAttachments(deps, origin);
  const isOwn = origin.id === device.id;
  const untold = isOwn ? await store.listUntold(device.n) : NOTHING_UNTOLD;
  const setAside = joinSetAside(accepted.reply.setAside, untold.setAside);
  const told = {
    attachments: [...untold.whole, ...untold.refused],
    setAside: isOwn ? setAside.map(({ seq }) => seq) : [],
  };
  // Of two histories under one name one is a copy: neither reads on until a person has decided.
  const mayRead = caller.key === 'read' && device.standing === 'approved' && !device.forked;
  const pulled =
    mayRead && request.cursor !== undefined
      ? await collectChanges(deps, { device, cursor: request.cursor })
      : undefined;
  const answer: SyncAnswer = {
    standing: device.standing,
    expected: accepted.reply.expected,
    forked: accepted.reply.forked,
    setAside,
    changes: pulled?.changes ?? [],
    ...(pulled && { cursor: pulled.cursor }),
    more: pulled?.more ?? false,
    missing,
    wholeAttachments: untold.whole,
    backedUp: origin.backedUp,
    ...(outcomes && { unplaced: outcomes }),
    nonce: nonces.issue(device.id, told),
  };
  return encodeSyncAnswer(answer);
}

const NOTHING_UNTOLD: Untold = { whole: [], refused: [], setAside: [] };

/** What this request brought about, and what was decided at another time and has not been read. */
function joinSetAside(now: readonly SetAside[], before: readonly SetAside[]): SetAside[] {
  const said = new Set(now.map(({ seq }) => seq));
  return [...now, ...before.filter(({ seq }) => !said.has(seq))];
}
