/** How large a slip may be on paper, and which slips lie on which sheet. Cuts nothing off. */

/** Pieces of a sheet of A4 that a slip may have to fit into; `single`: a page of its own, and as many as it needs. */
export type Slot = 'quarter' | 'half' | 'single';

const ON_A_SHEET: Readonly<Record<Slot, number>> = { quarter: 4, half: 2, single: 1 };

/** Fewer than a sheet holds are repeated until it is full: one for the citizen, one for the team. */
export function fillSheets<Slip>(slips: readonly Slip[], slot: Slot): Slip[][] {
  if (slips.length === 0) return [];
  const size = ON_A_SHEET[slot];
  const length = Math.max(slips.length, size);
  const all = Array.from({ length }, (_, at) => slips[at % slips.length] as Slip);
  return Array.from({ length: Math.ceil(length / size) }, (_, sheet) =>
    all.slice(sheet * size, (sheet + 1) * size),
  );
}
