/** An enrolment that is on the disk while its commune is asked: a page that is killed then must not cost the code. */
import type { StorageFault } from '#shared/custody/device-types';
import { err, ok, type Result } from '#shared/result';
import {
  dropUnfinished,
  findUnfinished,
  keepUnfinished,
  type UnfinishedEnrolment,
} from '../storage/vault-registry.ts';
import { decidePinGate, NO_ATTEMPTS, type PinAttempts } from '../vault/pin-attempts.ts';
import type { Vault, VaultWraps } from '../vault/vault-types.ts';
import type { UnlockTrouble } from './unlock.ts';

export interface EnrolmentKeys {
  readonly wraps: VaultWraps;
  readonly sendKey: CryptoKeyPair;
}

/** What an attempt is known by before its commune has given it a name. */
export type Attempt = Omit<UnfinishedEnrolment, 'kept' | 'initials'>;

interface Kept {
  readonly keys: EnrolmentKeys;
  /** Encrypted for the vault: whoever has it may join in this person's place. */
  readonly code: Uint8Array;
  readonly attempts: PinAttempts;
}

type KeptRow = UnfinishedEnrolment & { readonly kept: Kept };

const KIND = 'invitation';

/** Strictly, before the code is shown to anybody. */
export async function keepEnrolment(
  vault: Vault,
  keys: EnrolmentKeys,
  given: Attempt & { readonly initials: string; readonly code: string },
): Promise<Result<void, StorageFault>> {
  const { code: plain, ...row } = given;
  const code = await vault.encryptRecord({ record: row.vaultId, kind: KIND, revision: 0, plain });
  return keepUnfinished({ ...row, kept: { keys, code, attempts: NO_ATTEMPTS } satisfies Kept });
}

export interface ReopenedEnrolment {
  readonly keys: EnrolmentKeys;
  readonly attempt: Attempt;
  readonly code: string;
}

/**
 * Opens the keys again with the PIN that was chosen for them; tries are counted as at the lock, and after ten wrong ones
 * all of it goes: there is no work in it yet. `vault` is a fresh one, `now` the wall clock in milliseconds.
 */
export async function reopenEnrolment(
  vault: Vault,
  pin: string,
  now: number,
): Promise<Result<ReopenedEnrolment, UnlockTrouble>> {
  const found = await findUnfinished(now);
  if (!found.ok) return err({ type: 'storage', fault: found.error });
  const row = found.value;
  if (!row) return err({ type: 'erased' });
  const { kept, initials: _, ...attempt } = row as KeptRow;
  const gate = decidePinGate(kept.attempts, now);
  if (gate.type === 'wait') return err(gate);
  if (gate.type === 'erase') return err({ type: 'erased' });
  const count = (attempts: PinAttempts) => keepUnfinished({ ...row, kept: { ...kept, attempts } });
  const noted = await count(gate.attempts);
  if (!noted.ok) return err({ type: 'storage', fault: noted.error });
  const opened = await vault.unlock({ pin, wraps: kept.keys.wraps });
  const fault = opened.ok ? undefined : opened.error;
  if (fault?.type === 'pinWrong') {
    if (gate.triesLeft > 0) return err({ ...fault, triesLeft: gate.triesLeft });
    await dropUnfinished(row.vaultId);
    return err({ type: 'erased' });
  }
  // A fault that is not the person's does not count as a try.
  await count(fault ? kept.attempts : NO_ATTEMPTS);
  if (fault) return err(fault);
  const code = await vault.decryptRecord({ record: row.vaultId, kind: KIND, cipher: kept.code });
  return code.ok ? ok({ keys: kept.keys, attempt, code: code.value.text }) : code;
}
