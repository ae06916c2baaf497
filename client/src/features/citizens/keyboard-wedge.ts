/** Tells a scanner that types like a keyboard from a person who types: by speed, by length and by the bars of a card's code. */

export interface WedgeState {
  readonly text: string;
  /** Milliseconds, of the last key. */
  readonly lastAt: number;
}

export const noKeys: WedgeState = { text: '', lastAt: Number.NEGATIVE_INFINITY };

/** A scanner sends a key every few milliseconds; nobody types twenty letters at this pace. */
const LONGEST_GAP_MS = 80;
const SHORTEST_SCAN = 20;
const LONGEST_SCAN = 4_096;

export interface WedgeStep {
  readonly state: WedgeState;
  /** The key belongs to a scan under way: it must not press a button. */
  readonly isScan: boolean;
  /** A whole code, at the Enter that ends it. */
  readonly scanned?: string;
}

export function feedKey(state: WedgeState, key: string, at: number): WedgeStep {
  const isFast = at - state.lastAt <= LONGEST_GAP_MS;
  const before = isFast ? state.text : '';
  if (key === 'Enter') {
    const isWhole = before.length >= SHORTEST_SCAN && before.includes('|');
    return { state: noKeys, isScan: isWhole, ...(isWhole && { scanned: before }) };
  }
  // Shift, AltGr and the like come between the letters of a scan and are no letters.
  if ([...key].length !== 1) return { state: { text: before, lastAt: at }, isScan: false };
  const text = (before + key).slice(0, LONGEST_SCAN);
  return { state: { text, lastAt: at }, isScan: before.length >= 2 };
}
