import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asciiBytes, SEAL_EXPORT_LABEL, SEAL_INFO } from '#shared/model/envelope';
import { exportContentKey } from '../../e2e/open-sealed.ts';
import { decapsulateKey, encapsulateKey } from './encapsulate-key.ts';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

describe('encapsulating a key for the server', () => {
  it('agrees with two other implementations of RFC 9180, key for key', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const recipient = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const nodeKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    for (let round = 0; round < 20; round += 1) {
      const input = { recipient, info: SEAL_INFO, label: SEAL_EXPORT_LABEL };
      const { encapsulation, secret } = await encapsulateKey(input);
      const opened = await suite.createRecipientContext({
        recipientKey: pair.privateKey,
        enc: encapsulation,
        info: asciiBytes(SEAL_INFO),
      });
      const theirs = await opened.export(asciiBytes(SEAL_EXPORT_LABEL), 32);
      expect(Buffer.from(secret)).toEqual(Buffer.from(theirs));
      expect(Buffer.from(secret)).toEqual(exportContentKey(nodeKey, encapsulation));
      const { privateKey } = pair;
      const opening = {
        privateKey,
        publicKey: recipient,
        encapsulation,
        info: SEAL_INFO,
        label: SEAL_EXPORT_LABEL,
      };
      expect(await decapsulateKey(opening)).toEqual(secret);
    }
  });

  it('refuses a recipient that is no point of the curve', async () => {
    const recipient = new Uint8Array(65).fill(4);
    await expect(encapsulateKey({ recipient, info: 'x', label: 'y' })).rejects.toThrow();
  });
});
