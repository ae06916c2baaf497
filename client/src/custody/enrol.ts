/** Makes a vault and has it enrolled: keys first, then the code, then one strict write. Nothing is kept of an attempt that failed. */
import { ENROL_ROUTE, enrolReply, type EnrolReply, type EnrolRequest } from '#shared/contracts/enrolment';
import type { WireError } from '#shared/contracts/error-codes';
import type { NetworkFault, StorageFault } from '#shared/custody/device-types';
import { bytesToBase64Url, type DeviceId, findBase64UrlBytes } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { confirmationInput, toConfirmationWords } from '#shared/rules/confirmation-words';
import { createVaultRows } from '../storage/create-vault-rows.ts';
import { type ConnectionNotices, VaultConnection } from '../storage/vault-connection.ts';
import { registerVault, type VaultEntry } from '../storage/vault-registry.ts';
import { digestBytes } from '../vault/own-bytes.ts';
import { createSendKey, exportPublicKey } from '../vault/send-key.ts';
import type { UnlockFault, Vault, VaultWraps } from '../vault/vault-types.ts';
import { drawId } from './draw-id.ts';
import { parseJson } from './parse-json.ts';
import { postBytes } from './post-bytes.ts';
import { createProfile, encryptProfile, type Profile } from './profile.ts';
import { readRefusal } from './read-refusal.ts';
import { writeStoredKeys } from './stored-keys.ts';

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
}

/** A vault that is enrolled, unlocked and on the disk. */
export interface EnrolledVault {
  readonly entry: VaultEntry;
  readonly connection: VaultConnection;
  readonly profile: Profile;
}

/** One attempt at joining; the same keys for every try, so that a reply lost on the line does not spend the code. */
export class Enrolment {
  readonly vault: Vault;
  readonly #wraps: VaultWraps;
  readonly #sendKey: CryptoKeyPair;
  readonly #notices: ConnectionNotices;

  private constructor(parts: {
    vault: Vault;
    wraps: VaultWraps;
    sendKey: CryptoKeyPair;
    notices: ConnectionNotices;
  }) {
    this.vault = parts.vault;
    this.#wraps = parts.wraps;
    this.#sendKey = parts.sendKey;
    this.#notices = parts.notices;
  }

  /** About three key derivations long. `vault` is a fresh one. */
  static async begin(
    vault: Vault,
    pin: string,
    notices: ConnectionNotices,
  ): Promise<Result<Enrolment, UnlockFault>> {
    const created = await vault.createVault({ pin });
    if (!created.ok) return created;
    return ok(new Enrolment({ vault, wraps: created.value, sendKey: await createSendKey(), notices }));
  }

  async submit(input: EnrolInput): Promise<Result<EnrolledVault, EnrolFault>> {
    const sendKey = await exportPublicKey(this.#sendKey.publicKey);
    const { readKey } = this.#wraps.publicParts;
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
    return this.#store(reply.value, input.initials);
  }

  async #store(reply: EnrolReply, initials: string): Promise<Result<EnrolledVault, EnrolFault>> {
    const { vault } = this.#wraps;
    const entry = {
      vaultId: vault,
      database: `v-${drawId<string>()}`,
      device: reply.device as DeviceId,
      initials,
    };
    const profile = createProfile(reply);
    const cipher = await encryptProfile(this.vault, vault, profile);
    const connection = new VaultConnection(entry.database, this.#notices);
    const created = await connection.create(async (db) => {
      await createVaultRows(db, entry.device, { sendKey: this.#sendKey });
      await writeStoredKeys(db, {
        wraps: this.#wraps,
        pinned: { answerKey: reply.answerKey, sealing: reply.sealing },
        profile: cipher,
      });
    });
    if (!created.ok) return err({ type: 'storage', fault: created.error });
    const registered = await registerVault(entry);
    if (!registered.ok) return err({ type: 'storage', fault: registered.error });
    return ok({ entry, connection, profile });
  }
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
