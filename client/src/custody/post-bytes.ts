/** One POST or PUT of bytes to our own server, with as few header bytes as a browser allows. Believes nothing that comes back. */
import { err, ok, type Result } from '#shared/result';
import { isPractice } from '../storage/realm.ts';

export interface Reply {
  readonly status: number;
  readonly bytes: Uint8Array;
}

export interface Posting {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: Uint8Array;
  /** Only for what an office does after stepping up by password; syncing never carries a cookie. */
  readonly withCookie?: boolean;
}

/** An answer larger than this is none of ours. */
const MAX_REPLY_BYTES = 8 * 1024 * 1024;
const PATIENCE_MS = 20_000;
/** Slower than the slowest line that gets a batch of 16 KB through. */
const SLOWEST_BYTES_PER_SECOND = 500;

export type PostBytes = (posting: Posting) => Promise<Result<Reply, 'unreachable' | 'timeout'>>;

/** On a practice page nothing is ever handed to the network: without its own carrier it has no line at all. */
let carry: PostBytes = isPractice ? () => Promise.resolve(err('unreachable')) : postOverNetwork;

/** Only practice brings one: the way to the commune that its own worker plays. */
export function carryWith(carrier: PostBytes): void {
  carry = carrier;
}

export function postBytes(posting: Posting): ReturnType<PostBytes> {
  return carry(posting);
}

/** No cookie, no referrer, no content type; a redirect is a captive portal's and counts as unreachable. */
async function postOverNetwork(posting: Posting): ReturnType<PostBytes> {
  const { method, path, body, withCookie = false } = posting;
  const patience = PATIENCE_MS + (body.length / SLOWEST_BYTES_PER_SECOND) * 1_000;
  try {
    const response = await fetch(path, {
      method,
      body: body as BodyInit,
      credentials: withCookie ? 'same-origin' : 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return ok({ status: response.status, bytes: bytes.subarray(0, MAX_REPLY_BYTES) });
  } catch (thrown) {
    return err(thrown instanceof DOMException && thrown.name === 'TimeoutError' ? 'timeout' : 'unreachable');
  }
}
