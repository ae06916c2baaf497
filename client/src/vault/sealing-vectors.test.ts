import { createHash, createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findDictionary } from '#data/dictionary';
import { chainInput, GENESIS, itemBinding, pieceBinding } from '#shared/model/envelope';
import { type SealedItem, vectors } from '../../../fixtures/sealing/vectors.ts';
import { inflateOperation, openSealed } from '../../e2e/open-sealed.ts';

const { device } = vectors;
const pkcs8 = Buffer.from(vectors.serverKey.privateKeyPkcs8, 'base64url');
const serverKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });

function open({ encapsulation, sealed }: SealedItem, binding: Uint8Array): Buffer {
  const bytes = Buffer.from(vectors.encapsulations[encapsulation] ?? '', 'base64url');
  return openSealed(serverKey, { encapsulation: bytes, sealed: Buffer.from(sealed, 'base64url'), binding });
}

describe('what a phone sealed once', () => {
  it.each(vectors.operations)('opens with Node alone: $operation', (item) => {
    const dictionary = findDictionary(item.dictVersion) ?? new Uint8Array();
    expect(inflateOperation(open(item, itemBinding({ ...item, device })), dictionary)).toBe(item.operation);
    const hash = createHash('sha256').update(Buffer.from(item.sealed, 'base64url')).digest('base64url');
    expect(hash).toBe(item.cipherHash);
  });

  it.each(vectors.pieces)('opens a piece in its place: $index of $total', (piece) => {
    expect(open(piece, pieceBinding({ ...piece, device })).toString()).toBe(piece.content);
  });

  it.each(vectors.refused.operations)('does not open an operation with $why', (item) => {
    expect(() => open(item, itemBinding(item))).toThrow();
  });

  it.each(vectors.refused.pieces)('does not open a piece with $why', (piece) => {
    expect(() => open(piece, pieceBinding(piece))).toThrow();
  });

  it('is chained link by link, as anybody can recompute', () => {
    let prev: Uint8Array = GENESIS;
    for (const { seq, opId, cipherHash, hash } of vectors.chain) {
      const link = chainInput({ prev, seq, opId, cipherHash: Buffer.from(cipherHash, 'base64url') });
      prev = createHash('sha256').update(link).digest();
      expect(Buffer.from(prev).toString('base64url')).toBe(hash);
    }
  });
});
