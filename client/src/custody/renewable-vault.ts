/** The vault of an open device, which can be handed a fresh worker when its own has died. Holds no key. */
import { ok, type Result } from '#shared/result';
import type { Vault } from '../vault/vault-types.ts';
import { heedVault, unlockVault, type UnlockParts, type UnlockTrouble } from './unlock.ts';

export interface RenewableVault {
  /** Answers from whichever worker is the newest: whoever holds it need not be told. */
  readonly vault: Vault;
  /** `fresh` must be unlocked and know the server's key. The one before is ended. */
  readonly renew: (fresh: Vault) => void;
}

export function createRenewableVault(first: Vault): RenewableVault {
  let current = first;
  const vault = new Proxy(first, { get: (_first, name) => current[name as keyof Vault] });
  return {
    vault,
    renew: (fresh) => {
      current.lock();
      current = fresh;
    },
  };
}

/** A fresh worker under the same PIN. Refused, the one before stays; a wrong PIN counts as it does on the lock page. */
export function renewWithPin(
  renewable: RenewableVault,
  parts: Omit<UnlockParts, 'vault'> & { readonly startVault: () => Vault },
  pin: string,
): Promise<Result<void, UnlockTrouble>> {
  return heedVault(async () => {
    const vault = parts.startVault();
    const unlocked = await unlockVault({ ...parts, vault }, pin);
    if (unlocked.ok) renewable.renew(vault);
    else vault.lock();
    return unlocked.ok ? ok(undefined) : unlocked;
  });
}
