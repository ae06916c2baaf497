/** The one short message at the foot of the screen: what was just done and, where it can be, the way to undo it. */

interface NoticeAction {
  readonly label: string;
  readonly onPress: () => void;
  /** Leads on to what was made, instead of taking it back. */
  readonly leads?: boolean;
}

export interface Notice {
  readonly text: string;
  readonly action?: NoticeAction | undefined;
  /** Once, when it goes, however it goes: what waited for a change of mind need not wait any longer. */
  readonly onGone?: () => void;
}

export interface ShownNotice extends Notice {
  /** Tells one from the next, even when the words are the same. */
  readonly number: number;
}

let shown: ShownNotice | undefined;
let lastNumber = 0;
const listeners = new Set<() => void>();

function tell(next: ShownNotice | undefined): void {
  const before = shown;
  shown = next;
  listeners.forEach((listener) => listener());
  before?.onGone?.();
}

/** Takes the place of the message before it. */
export function showNotice(notice: Notice): void {
  lastNumber += 1;
  tell({ ...notice, number: lastNumber });
}

/** With a number, only if that message is still the one shown. */
export function hideNotice(number?: number): void {
  if (shown && (number === undefined || shown.number === number)) tell(undefined);
}

export function findNotice(): ShownNotice | undefined {
  return shown;
}

export function subscribeToNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
