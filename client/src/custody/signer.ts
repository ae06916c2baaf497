/** With which of the device's two keys a request is signed, and its outer shape. Holds no key itself. */
import { encodeSignedMessage, type KeyKind, requestSignatureInput } from '#shared/contracts/signed-message';

export interface Signer {
  readonly key: KeyKind;
  /** 64 raw bytes. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** The whole body of a signed request to `route`, e.g. `POST /api/sync`. */
export async function signMessage(route: string, payload: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const signature = await signer.sign(requestSignatureInput(route, payload));
  return encodeSignedMessage({ payload, key: signer.key, signature });
}
