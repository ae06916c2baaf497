/** Whether this page is the commune's work or practice (tập huấn): told by its address, once, and never mixed within a page. */

/** Everything of practice lies below this address. In Vietnamese without marks, as people read it aloud. */
export const PRACTICE_BASE = '/tap-huan';

/** False where there is no page at all. */
export function isPracticePath(path: string | undefined): boolean {
  return path === PRACTICE_BASE || path?.startsWith(`${PRACTICE_BASE}/`) === true;
}

export const isPractice = isPracticePath((globalThis.location as Location | undefined)?.pathname);

/** Head of every name that this page gives to what it keeps in the browser. */
export const KEPT_UNDER = isPractice ? 'go-cua-practice' : 'go-cua';
