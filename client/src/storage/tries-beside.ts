/** Tries of a PIN where the database is too full to note them: a full phone must be opened to make room on it. Text of two numbers. */
import { KEPT_UNDER } from './realm.ts';

export interface TriesBeside {
  readonly tries: number;
  /** Device wall clock, milliseconds. */
  readonly lastAt: number;
}

const PREFIX = `${KEPT_UNDER}.tries.`;

export function readTriesBeside(vaultId: string): TriesBeside | undefined {
  const [tries, lastAt] = (localStorage.getItem(PREFIX + vaultId) ?? '').split(' ').map(Number);
  return tries !== undefined && lastAt !== undefined ? { tries, lastAt } : undefined;
}

/** False when this is refused too: then no PIN may be tried. */
export function noteTriesBeside(vaultId: string, { tries, lastAt }: TriesBeside): boolean {
  try {
    localStorage.setItem(PREFIX + vaultId, `${tries} ${lastAt}`);
    return true;
  } catch {
    return false;
  }
}

export function forgetTriesBeside(vaultId: string): void {
  localStorage.removeItem(PREFIX + vaultId);
}
