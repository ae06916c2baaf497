/** A page that has nothing but the vault, built as the app is: what a test in a real browser asks it to do. */
import { bytesToBase64Url, bytesToId, type DeviceId } from '#shared/ids';
import { createScriptPolicy } from '../../../src/platform/trusted-types.ts';
import { createVaultClient } from '../../../src/vault/vault-client.ts';
import { vaultWorkerAddress } from '../../../src/vault/vault-worker-address.ts';
import type { Vault, VaultWraps } from '../../../src/vault/vault-types.ts';

const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const RECORD = bytesToId(new Uint8Array(16).fill(9));

const scripts = createScriptPolicy([vaultWorkerAddress]);
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`),
);

let vault: Vault | undefined;

function startVault(): Vault {
  vault = createVaultClient(new Worker(scripts.createScriptURL(vaultWorkerAddress), { type: 'module' }));
  return vault;
}

function getVault(): Vault {
  if (!vault) throw new Error('The test has not started the vault.');
  return vault;
}

export interface SealedText {
  readonly opId: string;
  readonly keyId: number;
  readonly dictVersion: number;
  readonly encapsulation: string;
  readonly sealed: string;
}

const vaultPage = {
  violations,
  device: DEVICE,

  async createVault(pin: string) {
    const started = performance.now();
    const created = await startVault().createVault({ pin });
    if (!created.ok) throw new Error(created.error.type);
    return { wraps: created.value, milliseconds: performance.now() - started };
  },

  async unlock(pin: string, wraps: VaultWraps) {
    const started = performance.now();
    const outcome = await startVault().unlock({ pin, wraps });
    return { outcome: outcome.ok ? 'open' : outcome.error.type, milliseconds: performance.now() - started };
  },

  async saveMany(serverKey: string, operations: readonly string[]) {
    await getVault().setServerKey({ keyId: 3, key: serverKey });
    const times: number[] = [];
    const items: SealedText[] = [];
    for (const operation of operations) {
      const started = performance.now();
      const place = { device: DEVICE, record: RECORD, kind: 'record', revision: 1 };
      const saved = await getVault().saveSealed({ ...place, plain: operation, operation });
      if (!saved.ok) throw new Error(saved.error.type);
      times.push(performance.now() - started);
      const { opId, keyId, dictVersion, encapsulation, sealed } = saved.value;
      const texts = {
        encapsulation: bytesToBase64Url(encapsulation.bytes),
        sealed: bytesToBase64Url(sealed),
      };
      items.push({ opId, keyId, dictVersion, ...texts });
    }
    return { items, times };
  },

  /** Locks while a call is under way; answers how that call and a later one ended. */
  async lockInTheMiddle() {
    const place = { record: RECORD, kind: 'record', revision: 1 };
    const pending = getVault().encryptRecord({ ...place, plain: 'x' });
    getVault().lock();
    const later = getVault().hash({ bytes: new Uint8Array() });
    const outcomes = await Promise.allSettled([pending, later]);
    return outcomes.map((one) =>
      one.status === 'fulfilled' ? 'answered' : (one.reason as { type: string }).type,
    );
  },

  /** Each of these must be refused; answers the names of those that were not. */
  listAllowedBreaches(): string[] {
    const attempts: Readonly<Record<string, () => unknown>> = {
      'a plain string as worker': () => new Worker(vaultWorkerAddress, { type: 'module' }),
      'a query on a known script': () => scripts.createScriptURL(`${vaultWorkerAddress}?x`),
      'another script of this origin': () => scripts.createScriptURL('/other.js'),
      'another origin': () => scripts.createScriptURL(`https://example.org${vaultWorkerAddress}`),
      'a second policy': () => createScriptPolicy([]),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [name];
      } catch {
        return [];
      }
    });
  },
};

declare global {
  interface Window {
    vaultPage: typeof vaultPage;
  }
}

window.vaultPage = vaultPage;
