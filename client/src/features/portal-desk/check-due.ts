/** Whether a due date can stand on a receipt that comes to the desk today. */
import { isFullDate } from '#shared/rules/partial-date';

export type DueFault = 'invalid' | 'past';

interface Receipt {
  /** "yyyy-mm-dd", what was typed of it so far, or "" where the receipt has none. */
  readonly due: string;
  /** In the same way: when it was lodged, of one that was lodged earlier. */
  readonly lodgedOn: string;
  /** "yyyy-mm-dd". */
  readonly today: string;
}

/** No term ends before it began: with the lodging that is written beside it, else today. */
export function findDueFault({ due, lodgedOn, today }: Receipt): DueFault | undefined {
  if (due === '') return undefined;
  if (!isFullDate(due)) return 'invalid';
  return due < (isFullDate(lodgedOn) ? lodgedOn : today) ? 'past' : undefined;
}
