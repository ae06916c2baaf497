import { inflateRawSync } from 'node:zlib';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { findDictionary } from '#data/dictionary';
import { encapsulate, makeSigningPair } from '../../../fixtures/devices/device-keys.ts';
import { itemBinding, pieceBinding, SEAL_EXPORT_LABEL, SEAL_INFO } from '#shared/model/envelope';
import { type SealedItem, vectors } from '../../../fixtures/sealing/vectors.ts';
import { decrypt } from './cipher.ts';
import { findContentKey, type SealingKey } from './hpke.ts';
import { readPrivateKey } from './p256.ts';

const { device } = vectors;
const toBytes = (base64url: string): Buffer => Buffer.from(base64url, 'base64url');

const serverKey: SealingKey = {
  privateKey: readPrivateKey(toBytes(vectors.serverKey.privateKeyPkcs8)),
  publicKey: toBytes(vectors.serverKey.publicKey),
};

function open({ encapsulation, sealed }: SealedItem, binding: Uint8Array): Buffer | undefined {
  const contentKey = findContentKey(serverKey, toBytes(vectors.encapsulations[encapsulation] ?? ''));
  return contentKey && decrypt(contentKey, toBytes(sealed), binding);
}

describe('what a phone sealed', () => {
  it('is opened by the server’s own code, in any order', () => {
    for (const item of [...vectors.operations].reverse()) {
      const packed = open(item, itemBinding({ ...item, device }));
      const dictionary = findDictionary(item.dictVersion) ?? new Uint8Array();
      expect(packed && inflateRawSync(packed, { dictionary }).toString('utf8')).toBe(item.operation);
    }
    for (const piece of vectors.pieces)
      expect(open(piece, pieceBinding({ ...piece, device }))?.toString()).toBe(piece.content);
  });

  it.each(vectors.refused.operations)('does not open an operation with $why', (item) => {
    expect(open(item, itemBinding(item))).toBe(undefined);
  });

  it.each(vectors.refused.pieces)('does not open a piece with $why', (piece) => {
    expect(open(piece, pieceBinding(piece))).toBe(undefined);
  });

  it('yields the content key that @hpke/core exports on the receiving side as well', async () => {
    const pair = makeSigningPair();
    const { encapsulation, contentKey } = await encapsulate(pair.raw);
    const ours = findContentKey({ privateKey: pair.privateKey, publicKey: pair.raw }, encapsulation);
    const suite = new CipherSuite({
      kem: new DhkemP256HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes256Gcm(),
    });
    const jwk = { ...pair.privateKey.export({ format: 'jwk' }), key_ops: ['deriveBits'] };
    const recipientKey = await suite.kem.importKey('jwk', jwk, false);
    const context = await suite.createRecipientContext({
      recipientKey,
      enc: new Uint8Array(encapsulation).buffer,
      info: new TextEncoder().encode(SEAL_INFO).buffer,
    });
    const theirs = await context.export(new TextEncoder().encode(SEAL_EXPORT_LABEL).buffer, 32);
    expect(ours).toEqual(Buffer.from(theirs));
    expect(ours).toEqual(Buffer.from(contentKey));
  });

  it('has no key under an encapsulation that is no point of the curve', () => {
    expect(findContentKey(serverKey, new Uint8Array(65).fill(4))).toBe(undefined);
    expect(findContentKey(serverKey, new Uint8Array(10))).toBe(undefined);
  });
});
