/** A run as it arrived: whose it is, and its chain recomputed over the sealed bytes. Opens nothing. */
import { createHash } from 'node:crypto';
import { runSignatureInput, unplacedSignatureInput } from '#shared/contracts/signed-message';
import type { Run } from '#shared/contracts/sync';
import { chainInput, concatBytes, uint64 } from '#shared/model/envelope';
import type { ArrivedRun } from '#shared/custody/server-types';
import { bytesToBase64Url, type DeviceId, idToBytes } from '#shared/ids';
import { isSignedBy } from '../protection/p256.ts';

/** The chain's head after each item, and the run as the core wants it. */
export function chainRun(run: Run): ArrivedRun {
  let prev: Uint8Array = run.prev;
  const items = run.items.map(({ opId, sealed }, at) => {
    const cipherHash = sha256(sealed);
    prev = sha256(chainInput({ prev, seq: run.from + at, opId, cipherHash }));
    return { opId, cipherHash: bytesToBase64Url(cipherHash), hash: bytesToBase64Url(prev) };
  });
  return { device: run.device, from: run.from, prev: bytesToBase64Url(run.prev), items };
}

export interface RunOrigin {
  readonly sendKey: Uint8Array;
  /** Whose signature the whole request bears. */
  readonly carrier: DeviceId;
}

interface Proof extends RunOrigin {
  /** What the origin signs of it: a run that takes its places and one that takes none are never mistaken for each other. */
  readonly describe: typeof runSignatureInput;
}

export function isUnplacedFromOrigin(run: Run, arrived: ArrivedRun, origin: RunOrigin): boolean {
  return isProven(run, arrived, { ...origin, describe: unplacedSignatureInput });
}

/** A run of the carrier's own is covered by the request; anybody else's bears its origin's signature. */
export function isFromOrigin(run: Run, arrived: ArrivedRun, origin: RunOrigin): boolean {
  return isProven(run, arrived, { ...origin, describe: runSignatureInput });
}

function isProven(run: Run, arrived: ArrivedRun, { sendKey, carrier, describe }: Proof): boolean {
  if (run.device === carrier && run.signature === undefined) return true;
  const head = arrived.items.at(-1);
  if (!head || !run.signature) return false;
  const range = concatBytes(uint64(run.from), uint64(run.from + run.items.length - 1));
  const input = describe(idToBytes(run.device), range, Buffer.from(head.hash, 'base64url'));
  return isSignedBy(sendKey, input, run.signature);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}
