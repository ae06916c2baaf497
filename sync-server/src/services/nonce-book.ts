/** The last few nonces that each device was given, each good for one request. In memory only: after a restart one more question and answer. */
import type { DeviceId } from '#shared/ids';
import type { Told } from '../storage/store.ts';

export interface NonceBook {
  /** `told`: what the answer that carries the nonce says; whoever uses the nonce has read it. */
  issue(device: DeviceId, told?: Told): Uint8Array;
  /** Undefined for a nonce that was never given, was used, or is too old. */
  spend(device: DeviceId, nonce: Uint8Array): Told | undefined;
}

const KEPT_PER_DEVICE = 16;
const NOTHING_TOLD: Told = { attachments: [], setAside: [] };

export function createNonceBook(makeNonce: () => Uint8Array): NonceBook {
  const given = new Map<DeviceId, Map<string, Told>>();
  return {
    issue(device, told = NOTHING_TOLD) {
      const nonce = makeNonce();
      const ofDevice = given.get(device) ?? new Map<string, Told>();
      given.set(device, ofDevice);
      ofDevice.set(toKey(nonce), told);
      const oldest = ofDevice.keys().next();
      if (ofDevice.size > KEPT_PER_DEVICE && !oldest.done) ofDevice.delete(oldest.value);
      return nonce;
    },
    spend(device, nonce) {
      const ofDevice = given.get(device);
      const told = ofDevice?.get(toKey(nonce));
      ofDevice?.delete(toKey(nonce));
      return told;
    },
  };
}

function toKey(nonce: Uint8Array): string {
  return Buffer.from(nonce).toString('base64url');
}
