import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerSignatureInput } from '#shared/contracts/signed-message';
import { createSendKey } from '../../e2e/rig/send-key.ts';
import { exportPublicKey, findVerifyKey, SIGNATURE, signBytes } from './send-key.ts';
import { verifyAnswer } from './verify-answer.ts';

const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const answerKey = server.publicKey.export({ format: 'der', type: 'spki' }).subarray(26);
const request = Buffer.from('request');
const receipt = Buffer.from('receipt');
const rest = Buffer.from('rest');

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Signed as a server does it: node:crypto, raw r ‖ s. */
function signAnswer(of: Uint8Array): Buffer {
  const input = answerSignatureInput(sha256(of), sha256(receipt), sha256(rest));
  return sign('sha256', input, { key: server.privateKey, dsaEncoding: 'ieee-p1363' });
}

describe('believing an answer', () => {
  const answer = { receipt, rest, signature: signAnswer(request) };

  it("believes the pinned server's answer to this request", async () => {
    expect(await verifyAnswer({ answer, request, answerKey })).toBe(true);
  });

  it('does not believe it for another request, changed content, or another server', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const otherKey = other.export({ format: 'der', type: 'spki' }).subarray(26);
    const doubts = [
      { answer, request: Buffer.from('another'), answerKey },
      { answer: { ...answer, receipt: Buffer.from('other') }, request, answerKey },
      { answer: { ...answer, rest: Buffer.from('other') }, request, answerKey },
      { answer: { ...answer, signature: Buffer.alloc(64) }, request, answerKey },
      { answer, request, answerKey: otherKey },
      { answer, request, answerKey: Buffer.alloc(65) },
    ];
    for (const doubt of doubts) expect(await verifyAnswer(doubt)).toBe(false);
  });
});

describe('the send key', () => {
  it('signs what Node can check, and cannot be copied out', async () => {
    const { privateKey, publicKey } = await createSendKey();
    const raw = await exportPublicKey(publicKey);
    const signature = await signBytes(privateKey, request);
    expect([raw.length, raw[0], signature.length]).toEqual([65, 4, 64]);
    const key = await findVerifyKey(raw);
    expect(key && (await crypto.subtle.verify(SIGNATURE, key, signature, request))).toBe(true);
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });
});
