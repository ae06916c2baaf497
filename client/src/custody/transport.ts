/** One round of sync: builds the request, signs it, and believes only an answer that the pinned server has signed to this very request. */
import { decodeSignedAnswer } from '#shared/contracts/signed-message';
import {
  decodeReceipt,
  decodeSyncAnswer,
  encodeSyncRequest,
  type Heartbeat,
  type Receipt,
  REQUEST_NONCE_BYTES,
  type Run,
  SYNC_ROUTE,
  type SyncAnswer,
} from '#shared/contracts/sync';
import type { AnswerFacts, DeviceEffect, QueuedMeta } from '#shared/custody/device-types';
import { bytesToBase64Url, type DeviceId, findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { readSealedRun } from '../storage/read-rows.ts';
import type { ReceiptRow } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { digestBytes, ownBytes } from '../vault/own-bytes.ts';
import { verifyAnswer } from '../vault/verify-answer.ts';
import { buildRun, buildSignedRun } from './build-run.ts';
import type { LineSpeed } from './line-speed.ts';
import type { NoncePurse } from './nonce-purse.ts';
import { postBytes } from './post-bytes.ts';
import { findFreshNonce, readRefusal, type SendFault } from './read-refusal.ts';
import { type Signer, signMessage } from './signer.ts';

export type SendEffect = Extract<DeviceEffect, { type: 'send' }>;

export interface TransportParts {
  readonly device: DeviceId;
  readonly connection: VaultConnection;
  /** 65 raw bytes, pinned at enrolment. */
  readonly answerKey: Uint8Array;
  readonly sendSigner: Signer;
  /** Undefined while locked. */
  readonly findReadSigner: () => Signer | undefined;
  readonly readHeartbeat: () => Promise<Heartbeat>;
  readonly nonces: NoncePurse;
  readonly line: LineSpeed;
}

export interface SyncExchange {
  readonly facts: AnswerFacts;
  /** Its nonce goes into the purse once what the answer says is on the disk, and not before. */
  readonly answer: SyncAnswer;
  readonly receiptRow: ReceiptRow;
  /** The commune's own clock when it signed, milliseconds. */
  readonly communeTime: number;
}

const SYNC_PATH = '/api/sync';

export async function exchangeSync(
  parts: TransportParts,
  effect: SendEffect,
): Promise<Result<SyncExchange, SendFault>> {
  const read = effect.cursor === undefined ? undefined : parts.findReadSigner();
  const payload = await buildPayload(parts, effect, read);
  if (!payload) return err({ fault: 'unreachable' });
  const body = await signMessage(SYNC_ROUTE, payload, read ?? parts.sendSigner);
  const started = performance.now();
  const exchange = await post(parts, { payload, body, items: effect.items });
  if (exchange.ok) parts.line.note({ bytes: body.length, milliseconds: performance.now() - started });
  return exchange;
}

/** What takes no place, and only that. The nonce of the answer is not kept: nobody writes down here what else it tells. */
export async function exchangeUnplaced(
  parts: TransportParts,
  unplaced: Run,
): Promise<Result<NonNullable<SyncAnswer['unplaced']>, SendFault>> {
  const first = await exchangeUnplacedOnce(parts, unplaced);
  const again = !first.ok && first.error.fault === 'nonceStale';
  const exchange = again ? await exchangeUnplacedOnce(parts, unplaced) : first;
  if (!exchange.ok) return exchange;
  const outcomes = exchange.value.answer.unplaced;
  // A server of before takes such a request for a question, and has taken nothing.
  return outcomes?.length === unplaced.items.length ? ok(outcomes) : err({ fault: 'notOurAnswer' });
}

async function exchangeUnplacedOnce(parts: TransportParts, unplaced: Run) {
  const payload = encodeSyncRequest({
    device: parts.device,
    nonce: parts.nonces.take(),
    runs: [],
    unplaced,
    heartbeat: await parts.readHeartbeat(),
  });
  const body = await signMessage(SYNC_ROUTE, payload, parts.sendSigner);
  return post(parts, { payload, body, items: [] });
}

interface SignedPosting extends Omit<Arrived, 'bytes'> {
  readonly body: Uint8Array;
}

async function post(
  parts: TransportParts,
  { payload, body, items }: SignedPosting,
): Promise<Result<SyncExchange, SendFault>> {
  const reply = await postBytes({ method: 'POST', path: SYNC_PATH, body });
  if (!reply.ok) return err({ fault: reply.error });
  if (reply.value.status !== 200) {
    const refused = readRefusal(reply.value);
    const fresh = findFreshNonce(refused);
    if (fresh) parts.nonces.put(fresh);
    return err(refused);
  }
  const exchange = await readAnswer(parts, { payload, items, bytes: reply.value.bytes });
  return exchange ? ok(exchange) : err({ fault: 'notOurAnswer' });
}

/** An empty question with no nonce: its refusal brings a fresh one. False when nobody of ours answered. */
export async function refillNonce(parts: TransportParts): Promise<boolean> {
  const payload = encodeSyncRequest({
    device: parts.device,
    nonce: new Uint8Array(REQUEST_NONCE_BYTES),
    runs: [],
    heartbeat: await parts.readHeartbeat(),
  });
  const body = await signMessage(SYNC_ROUTE, payload, parts.sendSigner);
  const reply = await postBytes({ method: 'POST', path: SYNC_PATH, body });
  const fresh = reply.ok ? findFreshNonce(readRefusal(reply.value)) : undefined;
  if (fresh) parts.nonces.put(fresh);
  return fresh !== undefined;
}

/** Undefined when what was to be sent is gone. */
async function buildPayload(
  parts: TransportParts,
  effect: SendEffect,
  read: Signer | undefined,
): Promise<Uint8Array | undefined> {
  const run = effect.items.length === 0 ? undefined : await readRun(parts, effect, read === undefined);
  if (effect.items.length > 0 && !run) return undefined;
  return encodeSyncRequest({
    device: parts.device,
    nonce: parts.nonces.take(),
    runs: run ? [run] : [],
    ...(read && { cursor: toWireCursor(effect.cursor) }),
    heartbeat: await parts.readHeartbeat(),
  });
}

function toWireCursor(cursor: SendEffect['cursor']): { incarnation: Uint8Array; seq: number } | null {
  const incarnation = cursor?.incarnation ? findBase64UrlBytes(cursor.incarnation) : undefined;
  return cursor && incarnation ? { incarnation, seq: cursor.seq } : null;
}

/** Undefined when another tab has deleted what was to be sent: it was acknowledged meanwhile. */
async function readRun(
  parts: TransportParts,
  { items, from }: SendEffect,
  isLocked: boolean,
): Promise<Run | undefined> {
  const { device } = parts;
  const stored = await parts.connection.run((db) => readSealedRun(db, from, from + items.length - 1));
  if (!stored.ok || stored.value.rows.length !== items.length) return undefined;
  const stretch = { device, ...stored.value };
  return isLocked ? buildSignedRun(stretch, parts.sendSigner) : buildRun(stretch);
}

interface Arrived {
  readonly payload: Uint8Array;
  readonly items: readonly QueuedMeta[];
  readonly bytes: Uint8Array;
}

async function readAnswer(parts: TransportParts, arrived: Arrived): Promise<SyncExchange | undefined> {
  const signed = decodeSignedAnswer(arrived.bytes);
  if (!signed.ok) return undefined;
  const check = { answer: signed.value, request: arrived.payload, answerKey: parts.answerKey };
  if (!(await verifyAnswer(check))) return undefined;
  const receipt = decodeReceipt(signed.value.receipt);
  const answer = decodeSyncAnswer(signed.value.rest);
  if (!receipt.ok || !answer.ok || receipt.value.device !== parts.device) return undefined;
  const receiptRow: ReceiptRow = {
    incarnation: bytesToBase64Url(receipt.value.incarnation),
    upTo: receipt.value.upTo,
    requestHash: await digestBytes(ownBytes(arrived.payload)),
    receipt: ownBytes(signed.value.receipt),
    restHash: await digestBytes(ownBytes(signed.value.rest)),
    signature: ownBytes(signed.value.signature),
  };
  return {
    facts: gatherFacts(receipt.value, answer.value, arrived.items),
    answer: answer.value,
    receiptRow,
    communeTime: receipt.value.time,
  };
}

/** A receipt over another head than ours at the same place is the word of a server that knows another history. */
function gatherFacts(receipt: Receipt, answer: SyncAnswer, items: readonly QueuedMeta[]): AnswerFacts {
  const ours = items.find((item) => item.seq === receipt.upTo);
  const isOtherHistory = ours !== undefined && ours.hash !== bytesToBase64Url(receipt.head);
  const { backedUp, expected, standing, setAside, missing, cursor, more } = answer;
  return {
    upTo: receipt.upTo,
    held: receipt.held,
    incarnation: bytesToBase64Url(receipt.incarnation),
    forked: answer.forked || isOtherHistory,
    ...{ backedUp, expected, standing, setAside, missing },
    ...(cursor && { pulled: { cursor: cursor.seq, more } }),
  };
}
