/** A code buys a device a name and a place in the queue: it may hand in work at once and read nothing until approved. */
import { createHash, randomBytes } from 'node:crypto';
import { words } from '#data/words';
import { CODE_LENGTH, type EnrolReply, type EnrolRequest, findCode } from '#shared/contracts/enrolment';
import type { WireError } from '#shared/contracts/error-codes';
import { bytesToBase64Url, bytesToId, type DeviceId, findBase64UrlBytes, type MemberId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';
import type { KeyRing } from '../protection/key-ring.ts';
import { findPublicKey } from '../protection/p256.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { NewDevice, StoredDevice, StoredMember } from '../storage/rows.ts';
import type {
  BatchStore,
  CommuneStore,
  DeviceStore,
  Invitation,
  InvitationStore,
  MetaStore,
} from '../storage/store.ts';
import {
  describeCommune,
  describeMember,
  describeSealing,
  getCommuneByNumber,
  getMember,
  readCommuneFacts,
} from './describe-commune.ts';
import { hashCode } from './invite-member.ts';
import { createTryLimiter, type TryLimiter } from './limit-tries.ts';

const TRIES_PER_CODE = 5;
const TRIES_PER_ADDRESS = 60;
const WITHIN_MS = 10 * 60_000;

export interface TryLimiters {
  readonly perCode: TryLimiter;
  readonly perAddress: TryLimiter;
}

/** A whole village may stand behind one address, and only wrong codes are counted: so the address is given more. */
export function createTryLimiters(): TryLimiters {
  return {
    perCode: createTryLimiter({ most: TRIES_PER_CODE, within: WITHIN_MS }),
    perAddress: createTryLimiter({ most: TRIES_PER_ADDRESS, within: WITHIN_MS }),
  };
}

export interface Enroller {
  readonly store: BatchStore & CommuneStore & DeviceStore & InvitationStore & MetaStore;
  readonly keys: KeyRing;
  readonly incarnation: string;
  readonly limiters: TryLimiters;
  readonly now: () => number;
}

export interface EnrolAttempt {
  readonly request: EnrolRequest;
  /** Where the attempt comes from, as a name to count by. */
  readonly address: string;
}

interface DeviceKeys {
  readonly sendKey: Uint8Array;
  readonly readKey: Uint8Array;
}

/** The same keys with the same code again get the same answer: a reply that is lost on the line must not spend a code. */
export async function enrolDevice(
  enroller: Enroller,
  attempt: EnrolAttempt,
): Promise<Result<EnrolReply, WireError>> {
  const { request } = attempt;
  const keys = findKeys(request);
  if (!keys.ok) return keys;
  const former = await findFormer(enroller, request, keys.value);
  if (!former.ok) return former;
  const invitation = await findInvitation(enroller, attempt);
  if (!invitation.ok) return invitation;
  const known = former.value ?? (await findEnrolled(enroller, invitation.value, keys.value));
  if (known) return ok(await describeEnrolment(enroller, known));
  const device = letJoin(enroller, { request, keys: keys.value, invitation: invitation.value });
  if (device) return ok(await describeEnrolment(enroller, device));
  await enroller.store.countTry(invitation.value.n);
  return err({ error: 'codeSpent', field: 'code' });
}

function findKeys({ sendKey, readKey }: EnrolRequest): Result<DeviceKeys, WireError> {
  const [send, read] = [sendKey, readKey].map(findBase64UrlBytes);
  if (!send || !findPublicKey(send)) return err({ error: 'fieldInvalid', field: 'sendKey' });
  if (!read || !findPublicKey(read) || sendKey === readKey)
    return err({ error: 'fieldInvalid', field: 'readKey' });
  return ok({ sendKey: send, readKey: read });
}

/**
 * Five tries for a code: a wrong second half counts against its first half, so that half a code seen over a shoulder
 * is not worth much. Refused tries cost nobody else anything.
 */
async function findInvitation(
  { store, keys, limiters, now }: Enroller,
  { request, address }: EnrolAttempt,
): Promise<Result<Invitation, WireError>> {
  const code = findCode(request.code);
  if (code === undefined) return err({ error: 'codeWrong', field: 'code' });
  const half = code.slice(0, CODE_LENGTH / 2);
  const at = now();
  if (limiters.perAddress.isSpent(address, at) || limiters.perCode.isSpent(half, at))
    return err({ error: 'tooManyTries' });
  const invitation = await store.findInvitation(hashCode(keys, code));
  if (!invitation) {
    limiters.perAddress.countTry(address, at);
    limiters.perCode.countTry(half, at);
    return err({ error: 'codeWrong', field: 'code' });
  }
  if (invitation.tries >= TRIES_PER_CODE) return err({ error: 'tooManyTries' });
  return ok(invitation);
}

interface Joining {
  readonly request: EnrolRequest;
  readonly keys: DeviceKeys;
  readonly invitation: Invitation;
}

/** One transaction: a crash never leaves a code spent and nobody joined. Undefined when the code is spent or too old. */
function letJoin(enroller: Enroller, joining: Joining): StoredDevice | undefined {
  const { invitation, request } = joining;
  const at = enroller.now();
  if (invitation.spentAt !== null || at >= invitation.expiresAt) return undefined;
  return enroller.store.applyBatch((tx) => {
    if (!tx.spendInvitation(invitation.n, at)) return undefined;
    const member = findOrAddMember(tx, { invitation, former: request.again?.member, at });
    return tx.insertDevice(describeDevice(enroller, joining, { memberN: member.n, at }));
  });
}

async function findEnrolled(
  { store }: Enroller,
  invitation: Invitation,
  { sendKey, readKey }: DeviceKeys,
): Promise<StoredDevice | undefined> {
  if (invitation.spentAt === null) return undefined;
  const devices = await store.listDevices(invitation.communeN);
  return devices.find((one) => isSame(one.sendKey, sendKey) && isSame(one.readKey, readKey));
}

/** The device that asks to join again, if the store has it after all; a name that other keys bear is nobody else's to take. */
async function findFormer(
  { store }: Enroller,
  { again }: EnrolRequest,
  { sendKey, readKey }: DeviceKeys,
): Promise<Result<StoredDevice | undefined, WireError>> {
  const device = again && (await store.findDevice(again.device as DeviceId));
  if (!device) return ok(undefined);
  const isItself = isSame(device.sendKey, sendKey) && isSame(device.readKey, readKey);
  return isItself ? ok(device) : err({ error: 'fieldInvalid', field: 'again' });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/**
 * Somebody's second phone is not a second person: the same name, role and hamlet are one member. Whoever joins again keeps
 * the name that is written in the work of before.
 */
function findOrAddMember(
  tx: BatchTx,
  given: { readonly invitation: Invitation; readonly former: string | undefined; readonly at: number },
): StoredMember {
  const { communeN, name, role, hamlet, team } = given.invitation;
  const known = tx.findMemberLike({ communeN, name, role, hamlet });
  if (known) return known;
  const former = given.former as MemberId | undefined;
  const id = former !== undefined && !tx.findMember(former) ? former : bytesToId<MemberId>(randomBytes(16));
  return tx.insertMember({ id, communeN, name, role, hamlet, team, createdAt: given.at });
}

function describeDevice(
  { keys: ring }: Enroller,
  { request, keys }: Joining,
  { memberN, at }: { readonly memberN: number; readonly at: number },
): NewDevice {
  const input = confirmationInput({ ...keys, answerKey: ring.answerPublicKey });
  return {
    id: (request.again?.device as DeviceId | undefined) ?? bytesToId<DeviceId>(randomBytes(16)),
    memberN,
    ...keys,
    name: request.deviceName,
    build: request.build,
    words: toConfirmationWords(createHash('sha256').update(input).digest(), words),
    enrolledAt: at,
  };
}

async function describeEnrolment(enroller: Enroller, device: StoredDevice): Promise<EnrolReply> {
  const { store, keys, incarnation } = enroller;
  const { madeUpPeople } = await readCommuneFacts(store);
  return {
    device: device.id,
    member: describeMember(await getMember(store, device.member)),
    commune: describeCommune(await getCommuneByNumber(store, device.communeN)),
    sealing: describeSealing(keys),
    answerKey: bytesToBase64Url(keys.answerPublicKey),
    incarnation,
    words: [...device.words],
    madeUpPeople,
    former: await listFormer(store, device),
  };
}

/** More than one person ever had, and an answer stays small. */
const MOST_FORMER = 8;

/** Numbers only: whoever joins as a member learns how far that member's work has come home, and nothing of what it says. */
async function listFormer(store: DeviceStore, joined: StoredDevice): Promise<EnrolReply['former']> {
  const devices = await store.listDevices(joined.communeN);
  return devices
    .filter(
      ({ n, memberN, enrolledAt }) =>
        n !== joined.n && memberN === joined.memberN && enrolledAt <= joined.enrolledAt,
    )
    .slice(-MOST_FORMER)
    .map(({ id, lastSeq, saidSeq }) => ({ device: id, upTo: lastSeq, said: saidSeq }));
}
