/** Which dossier's citizen may still be signed in at the portal on this machine: a random id, kept over a lock or a restart. */
import { isPractice, KEPT_UNDER } from './realm.ts';

/** Practice has one of its own, which goes with it: no trainee's tick says anything of a real citizen. */
const STORAGE_KEY = isPractice ? `${KEPT_UNDER}.signOut` : 'gocua.signOut';

export function findSignedIn(): string | undefined {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A browser may refuse its storage; then nothing is asked the next time. */
export function rememberSignedIn(record: string | undefined): void {
  try {
    if (record === undefined) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, record);
  } catch {
    return;
  }
}
