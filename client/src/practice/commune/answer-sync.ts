/** One round of sync as a practice commune answers it: signed, with the changes that the phone has not read. */
import { answerSignatureInput, encodeSignedAnswer } from '#shared/contracts/signed-message';
import {
  type Change,
  decodeSyncRequest,
  encodeReceipt,
  encodeSyncAnswer,
  REQUEST_NONCE_BYTES,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/contracts/sync';
import type { ErrorCode } from '#shared/contracts/error-codes';
import { isToldTo } from '#shared/custody/server';
import type { ServerReply } from '#shared/custody/server-types';
import { type AttachmentId, findBase64UrlBytes } from '#shared/ids';
import type { Json } from '#shared/model/operation';
import { err, ok, type Result } from '#shared/result';
import { digestBytes, drawBytes, ownBytes } from '../../vault/own-bytes.ts';
import { signBytes } from '../../vault/send-key.ts';
import type { CommuneDevice, CommuneState } from './commune-state.ts';
import { forwardPacks } from './forward-packs.ts';
import { openRun } from './open-run.ts';
import { takeRun, takeUnplaced } from './take-run.ts';

export interface Round {
  readonly state: CommuneState;
  readonly bytes: Uint8Array;
}

/** `payload`: what the phone signed; `now`: this phone's own clock, milliseconds. */
export async function answerSync(
  state: CommuneState,
  payload: Uint8Array,
  now: number,
): Promise<Result<Round, ErrorCode>> {
  const request = decodeSyncRequest(payload, 'practice');
  if (!request.ok) return request;
  const { device } = state;
  if (device?.row.device !== request.value.device) return err('deviceUnknown');
  let after = state;
  let reply = describeDevice(device);
  for (const run of request.value.runs) {
    const opened = await openRun(state.keys, run, now);
    const taken = takeRun(after, after.device ?? device, opened);
    after = taken.state;
    reply = { ...taken.reply, setAside: [...reply.setAside, ...taken.reply.setAside] };
  }
  const { unplaced } = request.value;
  const beside =
    unplaced && takeUnplaced(after, after.device ?? device, await openRun(state.keys, unplaced, now));
  if (beside) after = beside.state;
  // Before the answer: with it the phone hears at once that its pack waits, or has a number.
  after = await forwardPacks(after, now);
  return ok({
    state: after,
    bytes: await sign(after, { payload, now, reply, request: request.value, outcomes: beside?.outcomes }),
  });
}

function describeDevice({ row }: CommuneDevice): ServerReply {
  const { lastSeq, head, forked } = row;
  return { upTo: lastSeq, head, held: false, expected: lastSeq + 1, forked, setAside: [] };
}

interface ToSign {
  readonly payload: Uint8Array;
  readonly now: number;
  readonly reply: ServerReply;
  readonly request: SyncRequest;
  readonly outcomes: SyncAnswer['unplaced'] | undefined;
}

async function sign(
  state: CommuneState,
  { payload, now, reply, request, outcomes }: ToSign,
): Promise<Uint8Array> {
  const { device, upTo, held } = { device: request.device, ...reply };
  const incarnation = toBytes(state.incarnation);
  const receipt = encodeReceipt({ device, upTo, held, incarnation, head: toBytes(reply.head), time: now });
  const rest = encodeSyncAnswer({
    ...describeRest(state, request, reply),
    ...(outcomes && { unplaced: outcomes }),
  });
  const hash = (bytes: Uint8Array) => digestBytes(ownBytes(bytes));
  const input = answerSignatureInput(await hash(payload), await hash(receipt), await hash(rest));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const jwk = state.keys.answer.privateKey;
  const key = await crypto.subtle.importKey('jwk', { ...jwk, key_ops: ['sign'] }, algorithm, false, ['sign']);
  return encodeSignedAnswer({ receipt, rest, signature: await signBytes(key, input) });
}

function describeRest(state: CommuneState, request: SyncRequest, reply: ServerReply): SyncAnswer {
  const papers = listPapers(state);
  return {
    standing: 'approved',
    expected: reply.expected,
    forked: reply.forked,
    setAside: reply.setAside,
    ...(request.cursor === undefined ? { changes: [] } : collectChanges(state, request.cursor)),
    more: false,
    missing: papers.filter(({ pieces }) => pieces.length > 0),
    wholeAttachments: papers.filter(({ pieces }) => pieces.length === 0).map(({ attachment }) => attachment),
    // A practice commune makes no backup, so that the phone lets go of nothing.
    backedUp: 0,
    // Nobody stands in the line between a phone and itself: any nonce is good.
    nonce: drawBytes(REQUEST_NONCE_BYTES),
  };
}

/** Papers that a record names, with the places of the pieces that are still missing. */
function listPapers(state: CommuneState): { attachment: AttachmentId; pieces: number[] }[] {
  return Object.values(state.records).flatMap(({ collection, record, fields }) => {
    const total = fields['pieces']?.value;
    if (collection !== 'paper' || typeof total !== 'number') return [];
    const attachment = record as string as AttachmentId;
    const here = state.papers[attachment]?.pieces ?? [];
    const pieces = Array.from({ length: total }, (_, at) => at).filter((at) => !here.includes(at));
    return [{ attachment, pieces }];
  });
}

function collectChanges(
  state: CommuneState,
  cursor: NonNullable<SyncRequest['cursor']> | null,
): Pick<SyncAnswer, 'changes' | 'cursor'> {
  const incarnation = toBytes(state.incarnation);
  const isOfThisLife = cursor?.incarnation.every((byte, at) => byte === incarnation[at]) === true;
  const after = isOfThisLife ? cursor.seq : 0;
  const device = state.device?.row.device;
  const changes = state.changes.flatMap((change): Change[] => {
    const known = state.records[change.record];
    if (change.seq <= after || !known || !device || !isToldTo(device, change, 0)) return [];
    const values = Object.entries(known.fields).map(([path, { value }]): [string, Json] => [path, value]);
    const { seq, record } = change;
    return [{ seq, record, collection: known.collection, kind: 'state', fields: Object.fromEntries(values) }];
  });
  return { changes, cursor: { incarnation, seq: state.communeSeq } };
}

function toBytes(text: string): Uint8Array {
  const bytes = findBase64UrlBytes(text);
  if (!bytes) throw new Error('The practice commune has lost its keys.');
  return bytes;
}
