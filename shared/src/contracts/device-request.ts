/** The payload of signed requests other than sync: who asks, a fresh nonce, and a JSON-like body. */
import { encode } from 'cborg';
import * as z from 'zod/mini';
import { bytesToId, type DeviceId, idToBytes } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { isPracticeId } from './practice.ts';
import { decodeBytes } from './signed-message.ts';
import { type Realm, REQUEST_NONCE_BYTES } from './sync.ts';

export interface DeviceRequest {
  readonly device: DeviceId;
  readonly nonce: Uint8Array;
  readonly body: unknown;
}

const bytes = (length: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length);
const wire = z.object({ d: bytes(16), n: bytes(REQUEST_NONCE_BYTES), b: z.unknown() });

export function encodeDeviceRequest(request: DeviceRequest): Uint8Array {
  return encode({ d: idToBytes(request.device), n: request.nonce, b: request.body });
}

/** As with sync: each realm takes its own only. */
export function decodeDeviceRequest(
  payload: Uint8Array,
  realm: Realm = 'real',
): Result<DeviceRequest, 'malformed' | 'practiceRefused'> {
  const parsed = wire.safeParse(decodeBytes(payload));
  if (!parsed.success) return err('malformed');
  const isPractice = isPracticeId(parsed.data.d);
  if (isPractice !== (realm === 'practice')) return err(isPractice ? 'practiceRefused' : 'malformed');
  return ok({ device: bytesToId<DeviceId>(parsed.data.d), nonce: parsed.data.n, body: parsed.data.b });
}
