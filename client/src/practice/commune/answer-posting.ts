/** The practice commune's door: the same addresses and bytes as a real server, answered from what it knows. Draws no screen, opens no socket. */
import { encode } from 'cborg';
import { findPiece } from '#shared/contracts/attachment-piece';
import { decodeDeviceRequest } from '#shared/contracts/device-request';
import { ENROL_ROUTE, type EnrolRequest, enrolRequest, type SelfReply } from '#shared/contracts/enrolment';
import { type ErrorCode, errorCodes } from '#shared/contracts/error-codes';
import { decodeSignedMessage, requestSignatureInput } from '#shared/contracts/signed-message';
import { REQUEST_NONCE_BYTES, SYNC_ROUTE } from '#shared/contracts/sync';
import { type AttachmentId, findBase64UrlBytes } from '#shared/ids';
import { concatBytes, pieceBinding } from '#shared/model/envelope';
import { err, ok, type Result } from '#shared/result';
import { parseJson } from '../../custody/parse-json.ts';
import type { Posting, Reply } from '../../custody/post-bytes.ts';
import { findDecrypted } from '../../vault/encrypt-bytes.ts';
import { drawBytes, ownBytes } from '../../vault/own-bytes.ts';
import { findVerifyKey, SIGNATURE } from '../../vault/send-key.ts';
import { answerEnrolment, describeSealing } from './answer-enrolment.ts';
import { answerSync } from './answer-sync.ts';
import type { CommuneState } from './commune-state.ts';
import { PRACTICE_PROVINCE_CODE } from './found-commune.ts';
import type { StateKeeper } from './keep-state.ts';
import { findContentKey } from './open-run.ts';

export interface Answered {
  readonly state: CommuneState;
  readonly reply: Reply;
}

type Outcome = Result<{ readonly state: CommuneState; readonly bytes: Uint8Array }, ErrorCode>;

const SELF_PATH = '/api/devices/self';
const PIECE_PATH = /^\/api\/attachments\/[^/]+\/\d+$/;
const SCAN_PATH = /^\/api\/attachments\/([^/]+)\/read$/;
/** Bound into the signature whichever method carries it. */
const PIECE_ROUTE = 'PUT /api/attachments';
const SCAN_ROUTE = 'POST /api/attachments/:id/read';
const LEASE_DAYS = 30;

export interface Surroundings {
  /** This phone's own clock, milliseconds. */
  readonly now: number;
  /** Where the pieces of scans lie: too large for the state. */
  readonly scans: Pick<StateKeeper, 'keepBytes' | 'findBytes'>;
}

/** Whatever else is asked of it, a practice commune does not have. */
export async function answerPosting(
  state: CommuneState,
  posting: Posting,
  around: Surroundings,
): Promise<Answered> {
  const outcome = await answer(state, posting, around);
  if (outcome.ok) return { state: outcome.value.state, reply: { status: 200, bytes: outcome.value.bytes } };
  const { status } = errorCodes[outcome.error];
  return { state, reply: { status, bytes: encode({ error: outcome.error }) } };
}

async function answer(
  state: CommuneState,
  { path, body }: Posting,
  { now, scans }: Surroundings,
): Promise<Outcome> {
  if (path === ENROL_ROUTE) return enrol(state, body);
  if (path === '/api/sync') {
    const payload = await readSigned(state, body, SYNC_ROUTE);
    return payload.ok ? answerSync(state, payload.value, now) : payload;
  }
  if (path === SELF_PATH) {
    const payload = await readSigned(state, body, `POST ${SELF_PATH}`);
    const asked = payload.ok ? decodeDeviceRequest(payload.value, 'practice') : payload;
    return asked.ok ? ok({ state, bytes: toJson(describeSelf(state)) }) : asked;
  }
  if (PIECE_PATH.test(path)) {
    const payload = await readSigned(state, body, PIECE_ROUTE);
    return payload.ok ? takePiece(state, payload.value, scans) : payload;
  }
  const scan = SCAN_PATH.exec(path)?.[1];
  if (scan !== undefined) {
    const payload = await readSigned(state, body, SCAN_ROUTE);
    const asked = payload.ok ? decodeDeviceRequest(payload.value, 'practice') : payload;
    return asked.ok ? giveScan(state, { path: scan, signed: asked.value.body }, scans) : asked;
  }
  return err('notFound');
}

async function enrol(state: CommuneState, body: Uint8Array): Promise<Outcome> {
  const request = readEnrolment(body);
  if (!request) return err('malformed');
  const joined = await answerEnrolment(state, request);
  return joined.ok ? ok({ state: joined.value.state, bytes: toJson(joined.value.reply) }) : joined;
}

/** As a real commune reads it, but for the code: the one that only practice takes. */
function readEnrolment(body: Uint8Array): EnrolRequest | undefined {
  const value = parseJson(body);
  const { error } = enrolRequest.safeParse(value);
  const isPractice = error?.issues.every(({ message }) => message === 'practiceRefused') === true;
  return isPractice ? (value as EnrolRequest) : undefined;
}

/** The signature is checked as at a real commune: a phone that signs wrongly must learn it here too. */
async function readSigned(
  { device }: CommuneState,
  body: Uint8Array,
  route: string,
): Promise<Result<Uint8Array, ErrorCode>> {
  const message = decodeSignedMessage(body);
  if (!message.ok) return err('malformed');
  if (!device) return err('deviceUnknown');
  const { payload, key, signature } = message.value;
  const raw = findBase64UrlBytes(key === 'read' ? device.readKey : device.sendKey);
  const verifyKey = raw && (await findVerifyKey(raw));
  const input = requestSignatureInput(route, payload);
  const isOurs = verifyKey && (await crypto.subtle.verify(SIGNATURE, verifyKey, ownBytes(signature), input));
  return isOurs ? ok(payload) : err('signatureWrong');
}

function describeSelf({ member, commune, keys }: CommuneState): SelfReply {
  return {
    standing: 'approved',
    member,
    commune,
    sealing: describeSealing(keys),
    matchKey: keys.match,
    leaseDays: LEASE_DAYS,
    provinceCode: PRACTICE_PROVINCE_CODE,
    madeUpPeople: true,
    authorisations: [],
  };
}

/** Opened to prove that it opens, and on the disk before the phone hears that it arrived. */
async function takePiece(
  state: CommuneState,
  payload: Uint8Array,
  scans: Surroundings['scans'],
): Promise<Outcome> {
  const piece = findPiece(payload);
  const { device } = state;
  if (!piece || !device) return err('malformed');
  const { attachment, at, total, keyId, encapsulation, sealed } = piece;
  const contentKey = await findContentKey(state.keys, encapsulation);
  const binding = pieceBinding({ device: device.row.device, keyId, attachment, index: at, total });
  const opened = contentKey && (await findDecrypted(contentKey, sealed, binding));
  if (!opened) return err('sealUnopened');
  await scans.keepBytes(`${attachment}/${at}`, opened);
  const here = state.papers[attachment]?.pieces ?? [];
  const pieces = [...new Set([...here, at])];
  const papers = { ...state.papers, [attachment]: { total, pieces } };
  return ok({
    state: { ...state, papers },
    bytes: encode({ n: drawBytes(REQUEST_NONCE_BYTES), w: pieces.length === total }),
  });
}

interface AskedScan {
  readonly path: string;
  /** What was signed must name the same paper: the address alone is not signed. */
  readonly signed: unknown;
}

/** Not whole yet, or taken by a version that kept no picture: one answer, as at a real commune. */
async function giveScan(
  state: CommuneState,
  { path, signed }: AskedScan,
  scans: Surroundings['scans'],
): Promise<Outcome> {
  const isNamed = typeof signed === 'object' && signed !== null && 'attachment' in signed;
  if (!isNamed || signed.attachment !== path) return err('malformed');
  const total = state.papers[path as AttachmentId]?.total ?? 0;
  const places = Array.from({ length: total }, (_, at) => at);
  const pieces = await Promise.all(places.map((at) => scans.findBytes(`${path}/${at}`)));
  const whole = pieces.filter((piece) => piece !== undefined);
  return total > 0 && whole.length === total ? ok({ state, bytes: concatBytes(...whole) }) : err('notFound');
}

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
