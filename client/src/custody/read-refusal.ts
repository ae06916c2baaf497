/** Tells a refusal of our own server from whatever else stands in the line, and says what it means for a send. */
import { type ErrorCode, errorCodes, isErrorCode, type WireError } from '#shared/contracts/error-codes';
import { decodeBytes } from '#shared/contracts/signed-message';
import type { NetworkFault } from '#shared/custody/device-types';
import { findBase64UrlBytes } from '#shared/ids';
import { parseJson } from './parse-json.ts';
import type { Reply } from './post-bytes.ts';

export interface SendFault {
  readonly fault: NetworkFault;
  /** What our server said, when it was our server. */
  readonly refusal?: WireError;
}

const PROXY_STATUS = [502, 503, 504];
const PASSING: readonly ErrorCode[] = [
  'busy',
  'storeFull',
  'tooManyTries',
  'tooManyItems',
  'sequenceGap',
  'deviceWaiting',
];

export function readRefusal({ status, bytes }: Reply): SendFault {
  const refusal = findWireError(bytes);
  if (!refusal || errorCodes[refusal.error].status !== status) {
    return { fault: PROXY_STATUS.includes(status) ? 'busy' : 'notOurAnswer' };
  }
  if (refusal.error === 'nonceStale') return { fault: 'nonceStale', refusal };
  return { fault: PASSING.includes(refusal.error) ? 'busy' : 'refused', refusal };
}

/** The fresh nonce that a stale one is answered with. */
export function findFreshNonce({ refusal }: SendFault): Uint8Array | undefined {
  const nonce = refusal?.detail?.['nonce'];
  return typeof nonce === 'string' ? findBase64UrlBytes(nonce) : undefined;
}

/** CBOR on the signed routes, JSON elsewhere. */
function findWireError(bytes: Uint8Array): WireError | undefined {
  const value = decodeBytes(bytes) ?? parseJson(bytes);
  const isError = typeof value === 'object' && value !== null && 'error' in value && isErrorCode(value.error);
  return isError ? (value as WireError) : undefined;
}
