/** Keeps the last answer that an office screen was given, encrypted, so that it can be read without signal. Knows no figure. */
import type { VaultConnection } from '../storage/vault-connection.ts';
import { findKey, putKeys } from '../storage/keep-keys.ts';
import { ownBytes } from '../vault/own-bytes.ts';
import type { Vault } from '../vault/vault-types.ts';
import { parseJson } from './parse-json.ts';

const KIND = 'memory';
const PREFIX = 'memory.';

export interface OfficeMemory {
  /** Resolves even where the disk refused: an answer that is not kept is asked for again. */
  readonly remember: (key: string, value: unknown) => Promise<void>;
  readonly recall: (key: string) => Promise<unknown>;
}

interface MemoryParts {
  readonly vault: Vault;
  readonly vaultId: string;
  readonly connection: VaultConnection;
}

export function createOfficeMemory({ vault, vaultId, connection }: MemoryParts): OfficeMemory {
  return {
    remember: async (key, value) => {
      const plain = JSON.stringify(value);
      const cipher = await vault.encryptRecord({ record: vaultId, kind: KIND, revision: 0, plain });
      await connection.run((db) => putKeys(db, { [PREFIX + key]: cipher }));
    },
    recall: async (key) => {
      const cipher = await connection.run((db) => findKey<Uint8Array>(db, PREFIX + key));
      if (!cipher.ok || !cipher.value) return undefined;
      const opened = await vault.decryptBytes({ record: vaultId, kind: KIND, cipher: cipher.value });
      return opened.ok ? parseJson(ownBytes(opened.value.bytes)) : undefined;
    },
  };
}
