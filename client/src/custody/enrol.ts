/** Makes a vault and has it enrolled: keys onto the disk, then the code, then one strict write. Nothing is kept of a refused attempt. */
import { ENROL_ROUTE, enrolReply, type EnrolReply, type EnrolRequest } from '#shared/contracts/enrolment';
import { errorCodes, type WireError } from '#shared/contracts/error-codes';
import type { NetworkFault, StorageFault } from '#shared/custody/device-types';
import { bytesToBase64Url, type DeviceId, findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';
import { isPractice, KEPT_UNDER } from '../storage/realm.ts';
import { createVaultRows } from '../storage/create-vault-rows.ts';
import { type ConnectionNotices, VaultConnection } from '../storage/vault-connection.ts';
import { makeJournalFiles } from '../storage/journal/journal.ts';
import {
  dropUnfinished,
  type LostDatabase,
  registerVault,
  type VaultEntry,
} from '../storage/vault-registry.ts';
import { digestBytes } from '../vault/own-bytes.ts';
import { exportPublicKey } from '../vault/send-key.ts';
import type { UnlockFault, Vault } from '../vault/vault-types.ts';
import { drawId } from './draw-id.ts';
import { compareFormer } from './former-phones.ts';
import { type Attempt, type EnrolmentKeys, keepEnrolment } from './kept-enrolment.ts';
import { parseJson } from './parse-json.ts';
import { postBytes } from './post-bytes.ts';
import { createProfile, encryptProfile, type Profile } from './profile.ts';
import { readRefusal } from './read-refusal.ts';
import type { StoredKeys } from './stored-keys.ts';

export type EnrolFault =
  | { readonly type: 'network'; readonly fault: NetworkFault }
  /** By name: codeWrong, codeSpent, tooManyTries, fieldInvalid. */
  | { readonly type: 'refused'; readonly refusal: WireError }
  /** Somebody else stands in the line: the server's words are not those of our keys. */
  | { readonly type: 'wordsDiffer' }
  | { readonly type: 'storage'; readonly fault: StorageFault };

export interface EnrolInput {
  readonly code: string;
  readonly deviceName: string;
  /** For the lock screen of a shared phone. */
  readonly initials: string;
  readonly build: string;
  /** Books that were on this phone and are gone: held against what the commune has of them. */
  readonly lost?: readonly LostDatabase[];
}

/** A vault that is enrolled, unlocked and on the disk. */
export interface EnrolledVault {
  readonly entry: VaultEntry;
  readonly connection: VaultConnection;
  readonly profile: Profile;
}

interface EnrolmentParts {
  readonly vault: Vault;
  readonly keys: EnrolmentKeys;
  readonly attempt: Attempt;
  readonly notices: ConnectionNotices;
}

/** `now`: wall clock, milliseconds. */
type BeginInput = Pick<EnrolmentParts, 'notices'> & { readonly pin: string; readonly now: number };

/** One attempt at joining; the same keys for every try, so that a reply lost on the line or a kill does not spend the code. */
export class Enrolment {
  readonly vault: Vault;
  readonly #parts: EnrolmentParts;

  /** `parts.vault` is unlocked under `keys`: a new one by `begin`, or one that a kill has interrupted. */
  constructor(parts: EnrolmentParts) {
    this.vault = parts.vault;
    this.#parts = parts;
  }

  /** About two key derivations long. `vault` is a fresh one. */
  static async begin(
    vault: Vault,
    { pin, notices, now }: BeginInput,
  ): Promise<Result<Enrolment, UnlockFault>> {
    const created = await vault.createVault({ pin });
    if (!created.ok) return created;
    const wraps = created.value;
    const sendKey = await vault.openSendKey({ wraps });
    if (!sendKey.ok) return sendKey;
    const keys = { wraps, sendKey: sendKey.value };
    const attempt = {
      vaultId: wraps.vault,
      database: `${isPractice ? `${KEPT_UNDER}-` : ''}v-${drawId<string>()}`,
      startedAt: now,
    };
    // Minutes before anything lies in them: the name of a new file reaches the disk late.
    await makeJournalFiles(attempt.database);
    return ok(new Enrolment({ vault, keys, attempt, notices }));
  }

  async submit(input: EnrolInput): Promise<Result<EnrolledVault, EnrolFault>> {
    const { vault, keys, attempt } = this.#parts;
    const { code, initials } = input;
    const kept = await keepEnrolment(vault, keys, { ...attempt, initials, code });
    if (!kept.ok) return err({ type: 'storage', fault: kept.error });
    const enrolled = await this.#ask(input);
    if (!enrolled.ok && isOver(enrolled.error)) await dropUnfinished(attempt.vaultId);
    return enrolled;
  }

  async #ask(input: EnrolInput): Promise<Result<EnrolledVault, EnrolFault>> {
    const { wraps, sendKey: pair } = this.#parts.keys;
    const sendKey = await exportPublicKey(pair.publicKey);
    const { readKey } = wraps.publicParts;
    const reply = await askToEnrol({
      code: input.code,
      sendKey: bytesToBase64Url(sendKey),
      readKey,
      deviceName: input.deviceName,
      build: input.build,
    });
    if (!reply.ok) return reply;
    const words = await workOutWords({ sendKey, readKey, answerKey: reply.value.answerKey });
    if (words.join(' ') !== reply.value.words.join(' ')) return err({ type: 'wordsDiffer' });
    const accepted = await this.vault.setServerKey(reply.value.sealing);
    if (!accepted.ok) return err({ type: 'network', fault: 'notOurAnswer' });
    return this.#store(reply.value, input);
  }

  async #store(
    reply: EnrolReply,
    { initials, lost = [] }: EnrolInput,
  ): Promise<Result<EnrolledVault, EnrolFault>> {
    const { keys, attempt, notices } = this.#parts;
    const { vaultId, database } = attempt;
    const entry = { vaultId, database, device: reply.device as DeviceId, initials };
    const former = compareFormer(lost, reply.former);
    const profile = { ...createProfile(reply), ...(former.length > 0 && { former }) };
    const cipher = await encryptProfile(this.vault, vaultId, profile);
    const connection = new VaultConnection(database, notices);
    const pinned = { answerKey: reply.answerKey, sealing: reply.sealing };
    const stored: Partial<StoredKeys> = { ...keys, pinned, profile: cipher, entry };
    const created = await connection.create((db) => createVaultRows(db, entry.device, stored));
    if (!created.ok) return err({ type: 'storage', fault: created.error });
    const registered = await registerVault(entry);
    if (!registered.ok) return err({ type: 'storage', fault: registered.error });
    return ok({ entry, connection, profile });
  }
}

/** Refused for good: another try needs another code. Whatever else went wrong may have been an enrolment. */
function isOver(fault: EnrolFault): boolean {
  if (fault.type === 'wordsDiffer') return true;
  return fault.type === 'refused' && errorCodes[fault.refusal.error].action === 'fix-input';
}

export async function askToEnrol(request: EnrolRequest): Promise<Result<EnrolReply, EnrolFault>> {
  const body = new TextEncoder().encode(JSON.stringify(request));
  const reply = await postBytes({ method: 'POST', path: ENROL_ROUTE, body });
  if (!reply.ok) return err({ type: 'network', fault: reply.error });
  if (reply.value.status !== 200) {
    const { fault, refusal } = readRefusal(reply.value);
    return err(refusal ? { type: 'refused', refusal } : { type: 'network', fault });
  }
  const parsed = enrolReply.safeParse(parseJson(reply.value.bytes));
  return parsed.success ? ok(parsed.data) : err({ type: 'network', fault: 'notOurAnswer' });
}

/** The list of words is large and needed once: it comes with the enrolment screen, not with the start. */
export async function workOutWords(keys: {
  readonly sendKey: Uint8Array;
  readonly readKey: string;
  readonly answerKey: string;
}): Promise<readonly string[]> {
  const { words } = await import('#data/words');
  const [readKey, answerKey] = [keys.readKey, keys.answerKey].map(findBase64UrlBytes);
  if (!readKey || !answerKey) return [];
  const hash = await digestBytes(confirmationInput({ sendKey: keys.sendKey, readKey, answerKey }));
  return toConfirmationWords(hash, words);
}
