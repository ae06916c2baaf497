import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { serveVault, type VaultPort } from './serve-vault.ts';
import { createVaultClient, type VaultWorker } from './vault-client.ts';
import { VaultCore } from './vault-core.ts';

interface StartedWorker extends VaultWorker {
  fail(): void;
  readonly isEnded: boolean;
}

/** Every derivation looks slow to it, which keeps the parameters at the floor and the tests quick. */
function slowClock(): () => number {
  let now = 0;
  return () => (now += 5_000);
}

/** The real vault behind a real port, as a worker would have it; ending it closes the port. */
function startWorker(): StartedWorker {
  const { port1, port2 } = new MessageChannel();
  const vault = new VaultCore(slowClock());
  serveVault(openPort(port2), vault);
  const listeners = new EventTarget();
  let isEnded = false;
  port1.on('message', (data: unknown) => listeners.dispatchEvent(new MessageEvent('message', { data })));
  return {
    postMessage: (message, transfer) => port1.postMessage(message, transfer as ArrayBuffer[]),
    addEventListener: (type, listener) => listeners.addEventListener(type, listener),
    terminate: () => {
      isEnded = true;
      port1.close();
    },
    fail: () => listeners.dispatchEvent(new Event('error')),
    get isEnded() {
      return isEnded;
    },
  };
}

function openPort(port: MessagePort): VaultPort {
  return {
    addEventListener: (_, listener) => port.on('message', (data: unknown) => listener({ data })),
    postMessage: (message, { transfer }) => port.postMessage(message, transfer),
  };
}

const place = { record: 'AAAAAAAAAAAAAAAAAAAAAA', kind: 'record', revision: 1 };

describe('the page and its vault', () => {
  it('asks and is answered, several things at once', async () => {
    const vault = createVaultClient(startWorker());
    const bytes = new TextEncoder().encode('abc');
    const [one, two] = await Promise.all([vault.hash({ bytes }), vault.hash({ bytes: new Uint8Array() })]);
    expect(one).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
    expect(two).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
    vault.lock();
  });

  it('says locked before the PIN was given', async () => {
    const vault = createVaultClient(startWorker());
    await expect(vault.encryptRecord({ ...place, plain: 'x' })).rejects.toMatchObject({ type: 'locked' });
    await expect(vault.matchKey({ text: 'x' })).rejects.toMatchObject({ type: 'locked' });
    vault.lock();
  });

  it('rejects what was pending and everything after when it is locked, and ends the worker', async () => {
    const worker = startWorker();
    const vault = createVaultClient(worker);
    const pending = vault.createVault({ pin: '482913' });
    vault.lock();
    await expect(pending).rejects.toMatchObject({ type: 'locked' });
    await expect(vault.hash({ bytes: new Uint8Array() })).rejects.toMatchObject({ type: 'locked' });
    expect(worker.isEnded).toBe(true);
  });

  it('says that the vault stopped when its worker dies, instead of waiting for ever', async () => {
    const worker = startWorker();
    const vault = createVaultClient(worker);
    const pending = vault.hash({ bytes: new Uint8Array() });
    worker.fail();
    await expect(pending).rejects.toMatchObject({ type: 'stopped' });
  });

  it('tells a broken call by its kind of error, never by what was typed', async () => {
    const vault = createVaultClient(startWorker());
    await vault.createVault({ pin: '482913' });
    const broken = vault.encryptRecord({ ...place, record: '099185004567', plain: 'Trần Thị Ví Dụ' });
    await expect(broken).rejects.toThrow('The vault failed: Error');
    await expect(broken).rejects.not.toThrow(/099185004567|Trần/);
    vault.lock();
  });
});
