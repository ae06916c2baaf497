/** The slips on paper, unseen until the browser prints: four or two to a sheet of A4, or one to a page of A5 that takes as many as it needs. */
import { useEffect } from 'react';
import { fillSheets, type Slot } from './fill-sheets.ts';
import type { Slip } from './slip.ts';
import { SlipBody } from './slip-body.tsx';
import styles from './slip.module.css';

interface SlipSheetsProps {
  readonly slips: readonly Slip[];
  readonly slot: Slot;
}

export function SlipSheets({ slips, slot }: SlipSheetsProps) {
  usePaper(slot === 'single' ? 'single' : 'sheet');
  return (
    <div className={styles.sheets} data-testid="slip-sheets">
      {fillSheets(slips, slot).map((sheet, at) => (
        <div key={at} className={slot === 'single' ? styles.page : styles.sheet}>
          {sheet.map((slip, place) => (
            <div key={place} className={styles[slot]}>
              <SlipBody slip={slip} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** While this screen is open, the whole page is printed on paper of this kind. */
function usePaper(paper: 'sheet' | 'single'): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['paper'] = paper;
    return () => {
      delete dataset['paper'];
    };
  }, [paper]);
}
