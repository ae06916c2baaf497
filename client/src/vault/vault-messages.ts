/** What page and worker say to each other. Knows the names of the operations, not what they do. */
import type { VaultOperations } from './vault-types.ts';

export type OperationName = keyof VaultOperations;
export type OperationInput<N extends OperationName> = Parameters<VaultOperations[N]>[0];
export type OperationOutput<N extends OperationName> = Awaited<ReturnType<VaultOperations[N]>>;

export interface VaultCall {
  readonly call: number;
  readonly name: OperationName;
  readonly input: unknown;
}

export type VaultReply =
  | { readonly call: number; readonly type: 'done'; readonly output: unknown }
  | { readonly call: number; readonly type: 'locked' }
  /** A broken invariant: only the error's name travels, since its text may quote what was typed. */
  | { readonly call: number; readonly type: 'broken'; readonly name: string };

/** The buffers inside an answer, which are handed over instead of copied. */
export function listBuffers(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listBuffers);
}
