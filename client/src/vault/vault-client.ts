/** The page's side of the vault: a typed promise for each operation, and `lock`. Holds no key and no plain text of its own. */
import { VaultLocked, VaultStopped } from './vault-locked.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
  VaultCall,
  VaultReply,
} from './vault-messages.ts';
import type { Vault } from './vault-types.ts';

/** The part of a `Worker` that is used here. */
export interface VaultWorker {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

interface Pending {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A vault over a freshly started worker, e.g. `new Worker(scripts.createScriptURL(vaultWorkerAddress), { type: 'module' })`.
 * Calls reject with `VaultLocked` (type `locked`) after `lock` and before unlock, with `VaultStopped` when the worker died.
 */
export function createVaultClient(worker: VaultWorker): Vault {
  const line = new VaultLine(worker);
  return {
    createVault: (input) => line.call('createVault', input),
    unlock: (input) => line.call('unlock', input),
    changePin: (input) => line.call('changePin', input),
    openSendKey: (input) => line.call('openSendKey', input),
    encryptRecord: (input) => line.call('encryptRecord', input),
    encryptRecords: (input) => line.call('encryptRecords', input),
    decryptRecord: (input) => line.call('decryptRecord', input),
    decryptRecords: (input) => line.call('decryptRecords', input),
    decryptBytes: (input) => line.call('decryptBytes', input),
    openLockedEntries: (input) => line.call('openLockedEntries', input),
    setServerKey: (input) => line.call('setServerKey', input),
    saveSealed: (input) => line.call('saveSealed', input),
    sealOperation: (input) => line.call('sealOperation', input),
    sealPiece: (input) => line.call('sealPiece', input, [input.bytes.buffer]),
    hash: (input) => line.call('hash', input),
    setCommuneKey: (input) => line.call('setCommuneKey', input),
    matchKey: (input) => line.call('matchKey', input),
    signRead: (input) => line.call('signRead', input),
    lock: () => line.end(new VaultLocked()),
  };
}

/** Numbers the calls and settles each with its answer. */
class VaultLine {
  readonly #worker: VaultWorker;
  readonly #pending = new Map<number, Pending>();
  #lastCall = 0;
  #ended: Error | undefined;

  constructor(worker: VaultWorker) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => this.#settle((event as MessageEvent<VaultReply>).data));
    worker.addEventListener('error', () => this.end(new VaultStopped('error')));
    worker.addEventListener('messageerror', () => this.end(new VaultStopped('messageerror')));
  }

  call<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    transfer: Transferable[] = [],
  ): Promise<OperationOutput<N>> {
    if (this.#ended) return Promise.reject(this.#ended);
    const call = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve: resolve as Pending['resolve'], reject });
      const message: VaultCall = { call, name, input };
      this.#worker.postMessage(message, transfer);
    });
  }

  end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = reason;
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  #settle(reply: VaultReply): void {
    const pending = this.#pending.get(reply.call);
    this.#pending.delete(reply.call);
    if (!pending) return;
    if (reply.type === 'done') pending.resolve(reply.output);
    else
      pending.reject(
        reply.type === 'locked' ? new VaultLocked() : new Error(`The vault failed: ${reply.name}`),
      );
  }
}
