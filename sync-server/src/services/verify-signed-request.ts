/** Who signed a request, with which key, and that it is asked for the first time. Knows no route's meaning. */
import {
  decodeBytes,
  decodeSignedMessage,
  type KeyKind,
  requestSignatureInput,
} from '#shared/contracts/signed-message';
import { isPracticeId } from '#shared/contracts/practice';
import { REQUEST_NONCE_BYTES } from '#shared/contracts/sync';
import type { WireError } from '#shared/contracts/error-codes';
import { bytesToBase64Url, bytesToId, type DeviceId, idToBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { isSignedBy } from '../protection/p256.ts';
import type { StoredDevice } from '../storage/rows.ts';
import type { DeviceStore, Told } from '../storage/store.ts';
import type { NonceBook } from './nonce-book.ts';

export interface SignedCaller {
  readonly device: StoredDevice;
  readonly key: KeyKind;
  readonly payload: Uint8Array;
  /** What an earlier answer said that this request proves to have been read. */
  readonly told: Told;
}

export interface VerifyDeps {
  readonly store: Pick<DeviceStore, 'findDevice'>;
  readonly nonces: NonceBook;
}

export interface ArrivedMessage {
  readonly bytes: Uint8Array;
  /** As the device bound it into its signature: `POST /api/sync`. */
  readonly route: string;
}

/** Signature first, nonce second: nobody but the device itself can use its nonces up. */
export async function verifySignedRequest(
  { store, nonces }: VerifyDeps,
  { bytes, route }: ArrivedMessage,
): Promise<Result<SignedCaller, WireError>> {
  const message = decodeSignedMessage(bytes);
  const sender = message.ok ? findSender(message.value.payload) : undefined;
  if (!message.ok || !sender) return err({ error: 'malformed' });
  const { payload, key, signature } = message.value;
  // Said by name before any key is looked for: no commune has such a device.
  if (isPracticeId(idToBytes(sender.device))) return err({ error: 'practiceRefused' });
  const device = await store.findDevice(sender.device);
  if (!device) return err({ error: 'deviceUnknown' });
  const publicKey = key === 'read' ? device.readKey : device.sendKey;
  if (!isSignedBy(publicKey, requestSignatureInput(route, payload), signature))
    return err({ error: 'signatureWrong' });
  const told = nonces.spend(device.id, sender.nonce);
  if (!told) {
    const nonce = bytesToBase64Url(nonces.issue(device.id));
    return err({ error: 'nonceStale', detail: { nonce } });
  }
  return ok({ device, key, payload, told });
}

/** Every signed payload is a map with the device under `d` and its nonce under `n`. */
function findSender(payload: Uint8Array): { device: DeviceId; nonce: Uint8Array } | undefined {
  const map = decodeBytes(payload);
  if (typeof map !== 'object' || map === null || !('d' in map) || !('n' in map)) return undefined;
  const { d, n } = map;
  if (!(d instanceof Uint8Array) || d.length !== 16) return undefined;
  if (!(n instanceof Uint8Array) || n.length !== REQUEST_NONCE_BYTES) return undefined;
  return { device: bytesToId<DeviceId>(d), nonce: n };
}
