import { argon2id, type IArgon2Options } from 'hash-wasm';
import { describe, expect, it, vi } from 'vitest';
import { ARGON2_FLOOR, choosePasses, isWithinBounds, PBKDF2_FLOOR } from './derive-pin-key.ts';
import { findFullSizeFault, findSelfTestFault } from './known-answers.ts';
import { VaultCore } from './vault-core.ts';

const isReady = () => 0;

type Argon2id = (options: IArgon2Options) => Promise<string | Uint8Array>;

/** A fresh worker's modules on a phone that counts in this way. */
async function withArgon2id<T>(count: Argon2id, run: (Vault: typeof VaultCore) => Promise<T>): Promise<T> {
  vi.resetModules();
  vi.doMock('hash-wasm', () => ({ argon2id: count }));
  try {
    return await run((await import('./vault-core.ts')).VaultCore);
  } finally {
    vi.doUnmock('hash-wasm');
  }
}

/** The policy refuses WebAssembly; in a real browser: client/e2e/vault.spec.ts. */
const withoutWebAssembly = <T>(run: (Vault: typeof VaultCore) => Promise<T>): Promise<T> =>
  withArgon2id(() => Promise.reject(new WebAssembly.CompileError('refused by the policy')), run);

describe('choosing how a PIN becomes a key', () => {
  it('unlocks a vault made without WebAssembly by PBKDF2', async () => {
    const wraps = await withoutWebAssembly(async (Vault) => {
      const created = await new Vault(isReady).createVault({ pin: '482913' });
      return created.ok ? created.value : undefined;
    });
    if (!wraps) throw new Error('No vault was made.');
    expect(wraps.kdf).toEqual(PBKDF2_FLOOR);
    const vault = new VaultCore(isReady);
    expect((await vault.unlock({ pin: '482914', wraps })).ok).toBe(false);
    expect((await vault.unlock({ pin: '482913', wraps })).ok).toBe(true);
  });

  it('does not count a PIN as wrong where Argon2id cannot run', async () => {
    const created = await new VaultCore(isReady).createVault({ pin: '482913' });
    if (!created.ok) throw new Error(created.error.type);
    const { value: wraps } = created;
    const outcome = await withoutWebAssembly((Vault) => new Vault(isReady).unlock({ pin: '482913', wraps }));
    expect(outcome).toEqual({ ok: false, error: { type: 'kdfRefused', reason: 'unavailable' } });
  });

  it('makes no vault, and changes no PIN, with a key that comes out once only', async () => {
    const made = await new VaultCore(isReady).createVault({ pin: '482913' });
    if (!made.ok) throw new Error(made.error.type);
    let derivations = 0;
    const countOnce: Argon2id = async (options) => {
      const answer = (await argon2id(options)) as string | Uint8Array;
      const isPin = new TextDecoder().decode(options.password as Uint8Array) === '739148';
      if (isPin && answer instanceof Uint8Array) answer[0] = derivations++;
      return answer;
    };
    const [created, changed] = await withArgon2id(countOnce, async (Vault) => [
      await new Vault(isReady).createVault({ pin: '739148' }),
      await new Vault(isReady).changePin({ pin: '482913', newPin: '739148', wraps: made.value }),
    ]);
    const refused = { ok: false, error: { type: 'kdfRefused', reason: 'selfTestFailed' } };
    expect([created, changed]).toEqual([refused, refused]);
    expect(derivations).toBe(4);
  });

  it("agrees with the reference implementation's answers, at full size too", async () => {
    expect(await findSelfTestFault(ARGON2_FLOOR)).toBeUndefined();
    expect(await findFullSizeFault(ARGON2_FLOOR)).toBeUndefined();
    expect(await findSelfTestFault(PBKDF2_FLOOR)).toBeUndefined();
  });

  it('asks about a second of work of a quick phone and never less than the floor of a slow one', () => {
    expect([3_000, 900, 480, 100, 20].map(choosePasses)).toEqual([1, 1, 2, 8, 8]);
  });

  it('refuses parameters below the floor, and those that would freeze the phone', () => {
    expect(isWithinBounds(ARGON2_FLOOR)).toBe(true);
    expect(isWithinBounds({ type: 'argon2id', memoryKiB: 46 * 1024 - 1, passes: 8 })).toBe(false);
    expect(isWithinBounds({ type: 'argon2id', memoryKiB: 46 * 1024, passes: 10_000 })).toBe(false);
    expect(isWithinBounds({ type: 'argon2id', memoryKiB: 4_000_000, passes: 1 })).toBe(false);
    expect(isWithinBounds({ type: 'pbkdf2', iterations: 1 })).toBe(false);
    expect(isWithinBounds({ type: 'pbkdf2', iterations: Number.NaN })).toBe(false);
  });
});
