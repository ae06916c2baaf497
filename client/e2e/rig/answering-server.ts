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
  SYNC_ROUTE,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/contracts/sync';
import { chainInput } from '#shared/model/envelope';
import { bytesToBase64Url } from '#shared/ids';

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
  readonly fetch: typeof fetch;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };
const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

export async function createAnsweringServer(keys: {
  readonly send: CryptoKey;
  readonly read: CryptoKey;
}): Promise<AnsweringServer> {
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
    fetch: async (path, init) => {
      if (server.instead) return server.instead();
      const isSync = String(path) === '/api/sync';
      const message = decodeSignedMessage(new Uint8Array(init?.body as Uint8Array));
      if (!message.ok) return refuse('malformed', 400);
      const { payload, key, signature } = message.value;
      const input = requestSignatureInput(isSync ? SYNC_ROUTE : 'PUT /api/attachments', payload);
      const isSigned = await webcrypto.subtle.verify(SIGNATURE, keys[key], new Uint8Array(signature), input);
      if (!isSigned) return refuse('signatureWrong', 401);
      const fields = decodeBytes(payload) as Record<string, unknown>;
      if (!nonces.delete(bytesToBase64Url(fields['n'] as Uint8Array)))
        return refuse('nonceStale', 401, { nonce: bytesToBase64Url(issueNonce()) });
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
    const rest = encodeSyncAnswer({
      standing: 'approved',
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
      ...server.next,
    });
    server.next = {};
    const input = answerSignatureInput(sha256(payload), sha256(receipt), sha256(rest));
    const signature = new Uint8Array(await webcrypto.subtle.sign(SIGNATURE, pair.privateKey, input));
    return new Response(encodeSignedAnswer({ receipt, rest, signature }) as BodyInit, { status: 200 });
  }
  return server;
}
