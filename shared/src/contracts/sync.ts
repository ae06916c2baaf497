/** What one round of `POST /api/sync` carries, in CBOR with one-letter keys. Knows the shapes, not what is sealed inside. */
import { encode } from 'cborg';
import * as z from 'zod/mini';
import { ENCAPSULATION_BYTES, HASH_BYTES, LIMITS } from '../model/envelope.ts';
import { bytesToId, type AttachmentId, type DeviceId, idToBytes, type OpId, type RecordId } from '../ids.ts';
import type { Json } from '../model/operation.ts';
import { err, ok, type Result } from '../result.ts';
import { isErrorCode, type ErrorCode } from './error-codes.ts';
import { isPracticeId } from './practice.ts';
import { decodeBytes } from './signed-message.ts';

export const SYNC_ROUTE = 'POST /api/sync';
const SYNC_VERSION = 1;
export const REQUEST_NONCE_BYTES = 8;

/** One sealed operation as it travels; its sequence is its place in the run. */
export interface WireItem {
  readonly opId: OpId;
  /** Index into the run's encapsulations. */
  readonly encapsulation: number;
  readonly keyId: number;
  readonly dictVersion: number;
  /** nonce (12) ‖ ciphertext ‖ tag (16). */
  readonly sealed: Uint8Array;
}

/** A dense stretch of one device's sequence: `from`, `from + 1`, …; the chain is recomputed from `prev`. */
export interface Run {
  readonly device: DeviceId;
  readonly from: number;
  readonly prev: Uint8Array;
  readonly encapsulations: readonly Uint8Array[];
  readonly items: readonly WireItem[];
  /** The origin's send-key signature; absent only when the request itself is the origin's own, signed over the run. */
  readonly signature?: Uint8Array;
}

export interface Heartbeat {
  readonly pending: number;
  /** Age of the oldest unacknowledged save, seconds. */
  readonly oldestAge: number;
  readonly lastSeq: number;
  /** Free storage, megabytes; -1 when the browser does not say. */
  readonly storageLeft: number;
  readonly build: string;
  /** Device wall clock, milliseconds; the server notes the offset and never obeys it. */
  readonly clock: number;
}

export interface Cursor {
  readonly incarnation: Uint8Array;
  readonly seq: number;
}

export interface SyncRequest {
  readonly device: DeviceId;
  readonly nonce: Uint8Array;
  readonly runs: readonly Run[];
  /** What lies in memory only, since the device's disk refuses it: it would come next and takes no place (decision 0009). */
  readonly unplaced?: Run;
  /** Present only under the read key; null asks from the beginning. */
  readonly cursor?: Cursor | null;
  readonly heartbeat: Heartbeat;
}

export type DeviceStanding = 'waiting' | 'approved' | 'revoked';

export interface Receipt {
  readonly device: DeviceId;
  /** Everything up to this sequence is durable at the server. */
  readonly upTo: number;
  readonly head: Uint8Array;
  readonly incarnation: Uint8Array;
  /** Held: stored unopened until the device is approved. */
  readonly held: boolean;
  /** Server time, milliseconds. */
  readonly time: number;
}

export interface Change {
  readonly seq: number;
  readonly collection: string;
  readonly record: RecordId;
  readonly kind: 'state' | 'granted' | 'withdrawn';
  readonly fields: Readonly<Record<string, Json>>;
  /** Paths where two people wrote different things from one base; both values, for a person to choose. */
  readonly conflicts?: Readonly<Record<string, readonly Json[]>>;
}

/** An operation that was stored but not obeyed: set aside by name, shown to its author. */
export interface SetAside {
  readonly seq: number;
  readonly code: ErrorCode;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface SyncAnswer {
  readonly standing: DeviceStanding;
  /** Next sequence that the server expects of this device; below the request's `from` it names a gap to re-offer. */
  readonly expected: number;
  readonly forked: boolean;
  readonly setAside: readonly SetAside[];
  readonly changes: readonly Change[];
  /** Where the cursor stands after these changes; absent for a send key. */
  readonly cursor?: Cursor;
  readonly more: boolean;
  readonly missing: readonly { readonly attachment: AttachmentId; readonly pieces: readonly number[] }[];
  readonly wholeAttachments: readonly AttachmentId[];
  /** Highest sequence of this device that a verified backup holds. */
  readonly backedUp: number;
  /** What became of each unplaced item: null is obeyed and durable, a code says why not. Absent: nothing was asked. */
  readonly unplaced?: readonly (ErrorCode | null)[];
  readonly nonce: Uint8Array;
}

const bytes = (length: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length);
const anyBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const count = z.number().check(z.int(), z.nonnegative());
const id = bytes(16);
const json: z.ZodMiniType<Json> = z.custom<Json>(
  (value) => value !== undefined && !(value instanceof Uint8Array),
);
const cursor = z.tuple([id, count]);

const runWire = z.object({
  d: id,
  f: count.check(z.positive()),
  p: bytes(HASH_BYTES),
  e: z.array(bytes(ENCAPSULATION_BYTES)).check(z.maxLength(LIMITS.itemsPerBatch)),
  i: z.array(z.tuple([id, count, count, count, anyBytes])).check(z.maxLength(LIMITS.itemsPerBatch)),
  s: z.optional(bytes(64)),
});

const requestWire = z.object({
  v: z.literal(SYNC_VERSION),
  d: id,
  n: bytes(REQUEST_NONCE_BYTES),
  r: z.optional(z.array(runWire).check(z.maxLength(16))),
  u: z.optional(runWire),
  c: z.optional(z.nullable(cursor)),
  h: z.tuple([count, count, count, z.number(), z.string().check(z.maxLength(40)), z.number()]),
});

export function encodeSyncRequest(request: SyncRequest): Uint8Array {
  const { pending, oldestAge, lastSeq, storageLeft, build, clock } = request.heartbeat;
  return encode({
    v: SYNC_VERSION,
    d: idToBytes(request.device),
    n: request.nonce,
    ...(request.runs.length > 0 && { r: request.runs.map(runToWire) }),
    ...(request.unplaced && { u: runToWire(request.unplaced) }),
    ...(request.cursor !== undefined && {
      c: request.cursor && [request.cursor.incarnation, request.cursor.seq],
    }),
    h: [pending, oldestAge, lastSeq, storageLeft, build, clock],
  });
}

/** A run as part of whatever carries it. */
export function runToWire(run: Run): unknown {
  return {
    d: idToBytes(run.device),
    f: run.from,
    p: run.prev,
    e: run.encapsulations,
    i: run.items.map((item) => [
      idToBytes(item.opId),
      item.encapsulation,
      item.keyId,
      item.dictVersion,
      item.sealed,
    ]),
    ...(run.signature && { s: run.signature }),
  };
}

/** Whose side reads: a commune, or the one that a trainee's own phone plays. */
export type Realm = 'real' | 'practice';

/**
 * `unsupportedVersion` when only the version is strange, so that the client can be told to update. `practiceRefused` for a
 * practice phone's request or work at a real commune; the other way round nothing is read either.
 */
export function decodeSyncRequest(
  payload: Uint8Array,
  realm: Realm = 'real',
): Result<SyncRequest, 'malformed' | 'unsupportedVersion' | 'practiceRefused'> {
  const raw = decodeBytes(payload);
  const parsed = requestWire.safeParse(raw);
  if (!parsed.success) return err(hasOtherVersion(raw) ? 'unsupportedVersion' : 'malformed');
  const { d, n, r = [], u, c, h } = parsed.data;
  const arrived = u ? [...r, u] : r;
  const marks = [d, ...arrived.map((run) => run.d)].map(isPracticeId);
  if (realm === 'real' && marks.includes(true)) return err('practiceRefused');
  if (realm === 'practice' && marks.includes(false)) return err('malformed');
  const badIndex = arrived.some((run) => run.i.some((item) => item[1] >= run.e.length));
  if (badIndex) return err('malformed');
  return ok({
    device: bytesToId<DeviceId>(d),
    nonce: n,
    runs: r.map(wireToRun),
    ...(u && { unplaced: wireToRun(u) }),
    ...(c !== undefined && { cursor: c && { incarnation: c[0], seq: c[1] } }),
    heartbeat: { pending: h[0], oldestAge: h[1], lastSeq: h[2], storageLeft: h[3], build: h[4], clock: h[5] },
  });
}

/** The inverse of `runToWire`; undefined for anything else. */
export function findRun(raw: unknown): Run | undefined {
  const parsed = runWire.safeParse(raw);
  const isWhole = parsed.success && parsed.data.i.every((item) => item[1] < parsed.data.e.length);
  return isWhole ? wireToRun(parsed.data) : undefined;
}

function wireToRun(run: z.infer<typeof runWire>): Run {
  return {
    device: bytesToId<DeviceId>(run.d),
    from: run.f,
    prev: run.p,
    encapsulations: run.e,
    items: run.i.map(([opId, encapsulation, keyId, dictVersion, sealed]) => ({
      opId: bytesToId<OpId>(opId),
      encapsulation,
      keyId,
      dictVersion,
      sealed,
    })),
    ...(run.s && { signature: run.s }),
  };
}

function hasOtherVersion(raw: unknown): boolean {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    'v' in raw &&
    typeof raw.v === 'number' &&
    raw.v !== SYNC_VERSION
  );
}

const receiptWire = z.tuple([id, count, bytes(HASH_BYTES), id, z.boolean(), count]);

export function encodeReceipt(receipt: Receipt): Uint8Array {
  const { device, upTo, head, incarnation, held, time } = receipt;
  return encode([idToBytes(device), upTo, head, incarnation, held, time]);
}

export function decodeReceipt(payload: Uint8Array): Result<Receipt, 'malformed'> {
  const parsed = receiptWire.safeParse(decodeBytes(payload));
  if (!parsed.success) return err('malformed');
  const [device, upTo, head, incarnation, held, time] = parsed.data;
  return ok({ device: bytesToId<DeviceId>(device), upTo, head, incarnation, held, time });
}

const fields = z.record(z.string(), json);
const changeWire = z.tuple([
  count,
  z.string(),
  id,
  z.enum(['state', 'granted', 'withdrawn']),
  fields,
  z.nullable(z.record(z.string(), z.array(json))),
]);
const code = z.custom<ErrorCode>(isErrorCode);
const detail = z.nullable(z.record(z.string(), z.union([z.string(), z.number()])));
const answerWire = z.object({
  s: z.enum(['waiting', 'approved', 'revoked']),
  x: count,
  f: z.optional(z.boolean()),
  a: z.optional(z.array(z.tuple([count, code, z.nullable(z.string()), detail]))),
  g: z.optional(z.array(changeWire)),
  c: z.optional(cursor),
  m: z.optional(z.boolean()),
  p: z.optional(z.array(z.tuple([id, z.array(count)]))),
  w: z.optional(z.array(id)),
  b: count,
  u: z.optional(z.array(z.nullable(code))),
  n: bytes(REQUEST_NONCE_BYTES),
});

/** Absent keys are empty ones: an idle poll's answer stays within 110 bytes with its signature. */
export function encodeSyncAnswer(answer: SyncAnswer): Uint8Array {
  const { setAside, changes, missing, wholeAttachments } = answer;
  return encode({
    s: answer.standing,
    x: answer.expected,
    ...(answer.forked && { f: true }),
    ...(setAside.length > 0 && {
      a: setAside.map((one) => [one.seq, one.code, one.field ?? null, one.detail ?? null]),
    }),
    ...(changes.length > 0 && { g: changes.map(changeToWire) }),
    ...(answer.cursor && { c: [answer.cursor.incarnation, answer.cursor.seq] }),
    ...(answer.more && { m: true }),
    ...(missing.length > 0 && { p: missing.map((one) => [idToBytes(one.attachment), one.pieces]) }),
    ...(wholeAttachments.length > 0 && { w: wholeAttachments.map(idToBytes) }),
    b: answer.backedUp,
    ...(answer.unplaced && { u: answer.unplaced }),
    n: answer.nonce,
  });
}

function changeToWire(change: Change): unknown {
  const { seq, collection, record, kind, conflicts } = change;
  return [seq, collection, idToBytes(record), kind, change.fields, conflicts ?? null];
}

export function decodeSyncAnswer(payload: Uint8Array): Result<SyncAnswer, 'malformed'> {
  const parsed = answerWire.safeParse(decodeBytes(payload));
  if (!parsed.success) return err('malformed');
  const wire = parsed.data;
  return ok({
    standing: wire.s,
    expected: wire.x,
    forked: wire.f ?? false,
    setAside: (wire.a ?? []).map(([seq, errorCode, field, facts]) => ({
      seq,
      code: errorCode,
      ...(field !== null && { field }),
      ...(facts !== null && { detail: facts }),
    })),
    changes: (wire.g ?? []).map(wireToChange),
    ...(wire.c && { cursor: { incarnation: wire.c[0], seq: wire.c[1] } }),
    more: wire.m ?? false,
    missing: (wire.p ?? []).map(([attachment, pieces]) => ({
      attachment: bytesToId<AttachmentId>(attachment),
      pieces,
    })),
    wholeAttachments: (wire.w ?? []).map((one) => bytesToId<AttachmentId>(one)),
    backedUp: wire.b,
    ...(wire.u && { unplaced: wire.u }),
    nonce: wire.n,
  });
}

function wireToChange(wire: z.infer<typeof changeWire>): Change {
  const [seq, collection, record, kind, changed, conflicts] = wire;
  return {
    seq,
    collection,
    record: bytesToId<RecordId>(record),
    kind,
    fields: changed,
    ...(conflicts && { conflicts }),
  };
}
