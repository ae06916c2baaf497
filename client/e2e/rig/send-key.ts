/** A send key without a vault, for tests of what it signs. */
import { CURVE } from '../../src/vault/send-key.ts';

export function createSendKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
}
