/** Says whether an answer comes from the server that was pinned at enrolment, to this very request. Reads nothing of it. */
import { answerSignatureInput, type SignedAnswer } from '#shared/contracts/signed-message';
import { digestBytes, ownBytes } from './own-bytes.ts';
import { findVerifyKey, SIGNATURE } from './send-key.ts';

export interface AnswerCheck {
  readonly answer: SignedAnswer;
  /** The payload of the request as it was sent. */
  readonly request: Uint8Array;
  /** 65 raw bytes, pinned at enrolment. */
  readonly answerKey: Uint8Array;
}

/** ECDSA P-256 over the hashes of request, receipt and rest. A captive portal's page never passes. */
export async function verifyAnswer({ answer, request, answerKey }: AnswerCheck): Promise<boolean> {
  const key = await findVerifyKey(answerKey);
  if (!key) return false;
  const parts = [request, answer.receipt, answer.rest].map((part) => digestBytes(ownBytes(part)));
  const [requestHash, receiptHash, restHash] = await Promise.all(parts);
  if (!requestHash || !receiptHash || !restHash) return false;
  const input = answerSignatureInput(requestHash, receiptHash, restHash);
  return crypto.subtle.verify(SIGNATURE, key, ownBytes(answer.signature), input);
}
