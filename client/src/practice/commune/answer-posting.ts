/** The practice commune's door: the same addresses and bytes as a real server, answered from what it knows. Draws no screen, opens no socket. */
import { encode } from 'cborg';
import { findPiece } from '#shared/contracts/attachment-piece';
import { decodeDeviceRequest } from '#shared/contracts/device-request';
import { ENROL_ROUTE, type EnrolRequest, enrolRequest, type SelfReply } from '#shared/contracts/enrolment';
import { type ErrorCode, errorCodes } from '#shared/contracts/error-codes';
import { decodeSignedMessage, requestSignatureInput } from '#shared/contracts/signed-message';
import { REQUEST_NONCE_BYTES, SYNC_ROUTE } from '#shared/contracts/sync';
import { findBase64UrlBytes } from '#shared/ids';
import { pieceBinding } from '#shared/model/envelope';
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
import { findContentKey } from './open-run.ts';

export interface Answered {
  readonly state: CommuneState;
  readonly reply: Reply;
}

type Outcome = Result<{ readonly state: CommuneState; readonly bytes: Uint8Array }, ErrorCode>;

const SELF_PATH = '/api/devices/self';
const PIECE_PATH = /^\/api\/attachments\/[^/]+\/\d+$/;
/** Bound into the signature whichever method carries it. */
const PIECE_ROUTE = 'PUT /api/attachments';
const LEASE_DAYS = 30;

/** Whatever else is asked of it, a practice commune does not have. */
export async function answerPosting(state: CommuneState, posting: Posting, now: number): Promise<Answered> {
  const outcome = await answer(state, posting, now);
  if (outcome.ok) return { state: outcome.value.state, reply: { status: 200, bytes: outcome.value.bytes } };
  const { status } = errorCodes[outcome.error];
  return { state, reply: { status, bytes: encode({ error: outcome.error }) } };
}

async function answer(state: CommuneState, { path, body }: Posting, now: number): Promise<Outcome> {
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
    return payload.ok ? takePiece(state, payload.value) : payload;
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

/** Opened to prove that it opens; of the picture itself nothing is kept. */
async function takePiece(state: CommuneState, payload: Uint8Array): Promise<Outcome> {
  const piece = findPiece(payload);
  const { device } = state;
  if (!piece || !device) return err('malformed');
  const { attachment, at, total, keyId, encapsulation, sealed } = piece;
  const contentKey = await findContentKey(state.keys, encapsulation);
  const binding = pieceBinding({ device: device.row.device, keyId, attachment, index: at, total });
  if (!contentKey || !(await findDecrypted(contentKey, sealed, binding))) return err('sealUnopened');
  const here = state.papers[attachment]?.pieces ?? [];
  const pieces = [...new Set([...here, at])];
  const papers = { ...state.papers, [attachment]: { total, pieces } };
  return ok({
    state: { ...state, papers },
    bytes: encode({ n: drawBytes(REQUEST_NONCE_BYTES), w: pieces.length === total }),
  });
}

function toJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
