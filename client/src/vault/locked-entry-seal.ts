/** How what is written while locked is bound: to its vault and its own name, under labels of its own. Knows no key. */
import { asciiBytes } from '#shared/model/envelope';

export const LOCKED_LABELS = { info: 'go-cua locked info v1', label: 'go-cua locked v1' } as const;

/** Associated data: an entry opens in its vault only, and under no other entry's name. */
export function lockedBinding(vault: string, entry: string): Uint8Array {
  return asciiBytes(`go-cua locked v1|${vault}|${entry}`);
}
