/** Counts, shares and points as the official index computes them: two places, halves up, and nothing made of nothing. */

export interface Share {
  readonly part: number;
  readonly whole: number;
  /** Percent; null of nothing. */
  readonly percent: number | null;
}

/** Halves up, by whole numbers: 99,7469 is 99,75 at two places and 99,7 at one, never by way of the other. */
function divideRounded(numerator: number, denominator: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale;
}

/** `part` and `whole` are counts, up to 10^10 each. */
export function computeShare(part: number, whole: number, decimals = 2): Share {
  return { part, whole, percent: whole === 0 ? null : divideRounded(part * 100, whole, decimals) };
}

/** Null when a count is missing: what nobody reported is not 0. */
export function addCounts(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** The points between two printed percentages, as exact as they are printed. */
export function subtractPercent(percent: number, target: number): number {
  return Math.round(percent * 100 - target * 100) / 100;
}

export interface Scoring {
  readonly maximum: number;
  /** Percent from which on the maximum is given. */
  readonly fullFrom: number;
}

/** The official points of an indicator: full from the threshold on, below it in proportion; null of nothing. */
export function scoreShare({ percent }: Share, { maximum, fullFrom }: Scoring): number | null {
  if (percent === null) return null;
  return percent >= fullFrom ? maximum : Math.round((percent * maximum * 100) / fullFrom) / 100;
}

/** Below this a cell could point at somebody. */
const SMALLEST_SHARED = 5;

/**
 * The cells of one row as they may be shared, null for hidden. Where their total is shared too, what is hidden must not
 * be found by subtraction: cells are hidden, the smallest first, until at least two and at least five people are.
 */
export function hideSmallCells(cells: readonly number[], hasTotal: boolean): (number | null)[] {
  const bySize = cells.map((_, at) => at).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0));
  const hidden = new Set(bySize.filter((at) => (cells[at] ?? 0) < SMALLEST_SHARED));
  let people = [...hidden].reduce((sum, at) => sum + (cells[at] ?? 0), 0);
  for (const at of bySize) {
    const isOpen = hasTotal && hidden.size > 0 && (hidden.size < 2 || people < SMALLEST_SHARED);
    if (!isOpen || hidden.has(at)) continue;
    hidden.add(at);
    people += cells[at] ?? 0;
  }
  return cells.map((count, at) => (hidden.has(at) ? null : count));
}
