/** A server for tests of the device: it checks every signature and every chain, keeps nothing but sequences, and signs its answers. */
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { encode } from 'cborg';
import {
  answerSignatureInput,
  decodeBytes,
  decodeSignedMessage,
  encodeSignedAnswer,
  type KeyKind,
  requestSignatureInput,
} from '#shared/contracts/signed-message';
import {
  type Change,
  decodeSyncRequest,
  encodeReceipt,
  encodeSyncAnswer,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/contracts/sync';
import type { ErrorCode } from '#shared/contracts/error-codes';
import { chainInput } from '#shared/model/envelope';
import { bytesToBase64Url } from '#shared/ids';
import { words } from '#data/words';
import type { EnrolReply, EnrolRequest, SelfReply } from '#shared/contracts/enrolment';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';

export interface AnsweringServer {
  /** 65 raw bytes. */
  readonly answerKey: Uint8Array;
  readonly requests: { readonly key: KeyKind; readonly request: SyncRequest }[];
  readonly pieces: { readonly path: string; readonly payload: Record<string, unknown> }[];
  /** Told with the next answer. */
  next: Partial<SyncAnswer> & { changes?: readonly Change[] };
  incarnation: Uint8Array;
  held: boolean;
  /** Puts something else in the line; undefined: the server itself answers. */
  instead: (() => Response | Promise<Response>) | undefined;
  /** Spoils the head that the receipt names. */
  wrongHead: boolean;
  /** The words of the enrolment's reply are somebody else's. */
  wrongWords: boolean;
  standing: SyncAnswer['standing'];
  /** What whoever enrols is told of phones before. */
  former: EnrolReply['former'];
  /** What becomes of each item that comes without a place; undefined: this server knows of no such thing. */
  answerUnplaced: (() => ErrorCode | null) | undefined;
  readonly fetch: typeof fetch;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };
const importKey = (key: string): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), CURVE, true, ['verify']);
const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

export interface DeviceKeys {
  readonly send: CryptoKey;
  readonly read: CryptoKey;
}

/** Knows one device: the one whose keys it is given, or the one that enrols. */
export async function createAnsweringServer(known?: DeviceKeys): Promise<AnsweringServer> {
  let keys = known;
  const pair = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const nonces = new Set<string>();
  let last = { seq: 0, head: new Uint8Array(32) as Uint8Array };
  const issueNonce = (): Uint8Array => {
    const nonce = new Uint8Array(randomBytes(8));
    nonces.add(bytesToBase64Url(nonce));
    return nonce;
  };
  const refuse = (error: string, status: number, detail?: object): Response =>
    new Response(encode({ error, ...(detail && { detail }) }) as BodyInit, { status });

  const server: AnsweringServer = {
    answerKey: new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)),
    requests: [],
    pieces: [],
    next: {},
    incarnation: new Uint8Array(16).fill(9),
    held: false,
    instead: undefined,
    wrongHead: false,
    wrongWords: false,
    standing: 'approved',
    former: undefined,
    answerUnplaced: undefined,
    fetch: async (path, init) => {
      if (server.instead) return server.instead();
      if (String(path) === '/api/enrol') {
        const request = JSON.parse(new TextDecoder().decode(init?.body as Uint8Array)) as EnrolRequest;
        keys = { send: await importKey(request.sendKey), read: await importKey(request.readKey) };
        return Response.json(describeEnrolment(server, request));
      }
      if (!keys) return refuse('deviceUnknown', 401);
      const isSync = String(path) === '/api/sync';
      const isRead = /^\/api\/attachments\/[^/]+\/read$/.test(String(path));
      const message = decodeSignedMessage(new Uint8Array(init?.body as Uint8Array));
      if (!message.ok) return refuse('malformed', 400);
      const { payload, key, signature } = message.value;
      const input = requestSignatureInput(nameSignedRoute(String(path)), payload);
      const isSigned = await webcrypto.subtle.verify(SIGNATURE, keys[key], new Uint8Array(signature), input);
      if (!isSigned) return refuse('signatureWrong', 401);
      const fields = decodeBytes(payload) as Record<string, unknown>;
      if (!nonces.delete(bytesToBase64Url(fields['n'] as Uint8Array)))
        return refuse('nonceStale', 401, { nonce: bytesToBase64Url(issueNonce()) });
      if (isRead) return new Response(new Uint8Array([1, 2, 3]), { status: 200 });
      if (String(path) === '/api/devices/self') return Response.json(describeSelf(server));
      if (!isSync) {
        server.pieces.push({ path: String(path), payload: fields });
        return new Response(encode({ n: issueNonce() }) as BodyInit, { status: 200 });
      }
      return answerSync(payload, key);
    },
  };

  async function answerSync(payload: Uint8Array, key: KeyKind): Promise<Response> {
    const request = decodeSyncRequest(payload);
    if (!request.ok) return refuse(request.error, 400);
    server.requests.push({ key, request: request.value });
    for (const run of request.value.runs) {
      let head: Uint8Array = run.prev;
      for (const [at, { opId, sealed }] of run.items.entries()) {
        head = sha256(chainInput({ prev: head, seq: run.from + at, opId, cipherHash: sha256(sealed) }));
      }
      last = { seq: run.from + run.items.length - 1, head };
    }
    const receipt = encodeReceipt({
      device: request.value.device,
      upTo: last.seq,
      head: server.wrongHead ? new Uint8Array(32).fill(1) : last.head,
      incarnation: server.incarnation,
      held: server.held,
      time: 1_760_000_000_000,
    });
    const seq = request.value.cursor?.seq ?? 0;
    const { unplaced } = request.value;
    const { answerUnplaced } = server;
    const rest = encodeSyncAnswer({
      standing: server.standing,
      expected: last.seq + 1,
      forked: false,
      setAside: [],
      changes: [],
      ...(key === 'read' && { cursor: { incarnation: server.incarnation, seq } }),
      more: false,
      missing: [],
      wholeAttachments: [],
      backedUp: 0,
      nonce: issueNonce(),
      ...(unplaced && answerUnplaced && { unplaced: unplaced.items.map(answerUnplaced) }),
      ...server.next,
    });
    server.next = {};
    const input = answerSignatureInput(sha256(payload), sha256(receipt), sha256(rest));
    const signature = new Uint8Array(await webcrypto.subtle.sign(SIGNATURE, pair.privateKey, input));
    return new Response(encodeSignedAnswer({ receipt, rest, signature }) as BodyInit, { status: 200 });
  }
  return server;
}

/** As the server's own table of routes names them. */
function nameSignedRoute(path: string): string {
  if (/\/\d+$/.test(path)) return 'PUT /api/attachments';
  return `POST ${path.replace(/^(\/api\/attachments\/)[^/]+(\/read)$/, '$1:id$2')}`;
}

const MEMBER = {
  id: 'CAgICAgICAgICAgICAgICA',
  name: 'Lò Thị Hoa',
  role: 'volunteer',
  hamlet: null,
  team: null,
} as const;
const COMMUNE = {
  id: 'BwcHBwcHBwcHBwcHBwcHBw',
  name: 'Xã Mẫu',
  province: 'Tỉnh Mẫu',
  code: '99',
  phone: null,
};
/** A point of the curve: the rig opens nothing, so that any will do. */
let sealingKey = '';

export function setSealingKey(key: string): void {
  sealingKey = key;
}

function describeEnrolment(server: AnsweringServer, request: EnrolRequest): EnrolReply {
  const [sendKey, readKey] = [request.sendKey, request.readKey].map((key) => Buffer.from(key, 'base64url'));
  if (!sendKey || !readKey) throw new Error('no keys');
  const hash = sha256(confirmationInput({ sendKey, readKey, answerKey: server.answerKey }));
  return {
    device: 'AQEBAQEBAQEBAQEBAQEBAQ',
    member: MEMBER,
    commune: COMMUNE,
    sealing: { keyId: 1, key: sealingKey },
    answerKey: bytesToBase64Url(server.answerKey),
    incarnation: bytesToBase64Url(server.incarnation),
    words: server.wrongWords ? ['a', 'b', 'c', 'd'] : toConfirmationWords(hash, words),
    madeUpPeople: true,
    ...(server.former && { former: server.former }),
  };
}

function describeSelf(server: AnsweringServer): SelfReply {
  return {
    standing: server.standing,
    member: MEMBER,
    commune: COMMUNE,
    sealing: { keyId: 1, key: sealingKey },
    matchKey: server.standing === 'approved' ? bytesToBase64Url(new Uint8Array(32).fill(5)) : null,
    leaseDays: 45,
    provinceCode: '15',
    madeUpPeople: true,
    authorisations: [],
  };
}
