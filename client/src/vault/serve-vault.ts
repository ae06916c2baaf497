/** Answers calls that arrive at a port with the operations of one vault. Knows neither worker nor window. */
import { VaultLocked } from './vault-locked.ts';
import { listBuffers, type VaultCall, type VaultReply } from './vault-messages.ts';
import type { VaultOperations } from './vault-types.ts';

export interface VaultPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown, options: { readonly transfer: ArrayBuffer[] }): void;
}

export function serveVault(port: VaultPort, vault: VaultOperations): void {
  port.addEventListener('message', ({ data }) => {
    void answerCall(vault, data as VaultCall).then((reply) => {
      const transfer = reply.type === 'done' ? [...new Set(listBuffers(reply.output))] : [];
      port.postMessage(reply, { transfer });
    });
  });
}

async function answerCall(vault: VaultOperations, { call, name, input }: VaultCall): Promise<VaultReply> {
  try {
    const operation = vault[name] as (input: unknown) => Promise<unknown>;
    return { call, type: 'done', output: await operation.call(vault, input) };
  } catch (error) {
    if (error instanceof VaultLocked) return { call, type: 'locked' };
    return { call, type: 'broken', name: error instanceof Error ? error.name : 'unknown' };
  }
}
