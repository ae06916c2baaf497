/** The nonce that the last answer brought, for the next request: each is good for one. Shared by the tabs of a vault; losing it costs one question. */
import { REQUEST_NONCE_BYTES } from '#shared/contracts/sync';
import { bytesToBase64Url, findBase64UrlBytes } from '#shared/ids';
import { KEPT_UNDER } from '../storage/realm.ts';

const PREFIX = `${KEPT_UNDER}.nonce.`;

export class NoncePurse {
  readonly #key: string;

  constructor(vaultId: string) {
    this.#key = PREFIX + vaultId;
  }

  hasOne(): boolean {
    return localStorage.getItem(this.#key) !== null;
  }

  /** Zeros when there is none: the server then refuses once and sends a fresh one along. */
  take(): Uint8Array {
    const kept = localStorage.getItem(this.#key);
    localStorage.removeItem(this.#key);
    const nonce = kept === null ? undefined : findBase64UrlBytes(kept);
    return nonce?.length === REQUEST_NONCE_BYTES ? nonce : new Uint8Array(REQUEST_NONCE_BYTES);
  }

  put(nonce: Uint8Array): void {
    try {
      localStorage.setItem(this.#key, bytesToBase64Url(nonce));
    } catch {
      // A full disk: the next request asks again.
    }
  }
}
