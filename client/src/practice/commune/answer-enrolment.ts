/** Joining a practice commune: its one code, any keys, approved at once. A second phone takes the place of the first. */
import { words } from '#data/words';
import type { EnrolReply, EnrolRequest } from '#shared/contracts/enrolment';
import { findCode } from '#shared/contracts/enrolment';
import { PRACTICE_CODE, toPracticeId } from '#shared/contracts/practice';
import { bytesToBase64Url, type DeviceId, findBase64UrlBytes } from '#shared/ids';
import { GENESIS } from '#shared/model/envelope';
import { err, ok, type Result } from '#shared/result';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';
import { digestBytes, drawBytes } from '../../vault/own-bytes.ts';
import type { CommuneDevice, CommuneState } from './commune-state.ts';
import { SEALING_KEY_ID } from './open-run.ts';

export interface Joined {
  readonly state: CommuneState;
  readonly reply: EnrolReply;
}

export async function answerEnrolment(
  state: CommuneState,
  request: EnrolRequest,
): Promise<Result<Joined, 'codeWrong' | 'fieldInvalid'>> {
  if (findCode(request.code) !== PRACTICE_CODE) return err('codeWrong');
  const { keys } = state;
  const sendKey = findBase64UrlBytes(request.sendKey);
  const readKey = findBase64UrlBytes(request.readKey);
  const answerKey = findBase64UrlBytes(keys.answer.publicKey);
  if (!sendKey || !readKey || !answerKey) return err('fieldInvalid');
  const hash = await digestBytes(confirmationInput({ sendKey, readKey, answerKey }));
  const device: CommuneDevice = {
    row: {
      device: toPracticeId<DeviceId>(drawBytes(8)),
      standing: 'approved',
      role: 'volunteer',
      lastSeq: 0,
      head: bytesToBase64Url(GENESIS),
      forked: false,
    },
    sendKey: request.sendKey,
    readKey: request.readKey,
    words: toConfirmationWords(hash, words),
  };
  return ok({ state: { ...state, device, ops: [] }, reply: describe(state, device) });
}

export function describeSealing({ sealing }: CommuneState['keys']): EnrolReply['sealing'] {
  return { keyId: SEALING_KEY_ID, key: sealing.publicKey };
}

function describe(state: CommuneState, { row, words: four }: CommuneDevice): EnrolReply {
  const { commune, member, keys, incarnation } = state;
  return {
    device: row.device,
    member,
    commune,
    sealing: describeSealing(keys),
    answerKey: keys.answer.publicKey,
    incarnation,
    words: [...four],
    madeUpPeople: true,
  };
}
