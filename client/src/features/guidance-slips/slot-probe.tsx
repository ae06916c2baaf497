/** Lays slips out of sight on a piece of A4 and tells which are too long for it: nothing is cut off unnoticed. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Slip } from './slip.ts';
import { SlipBody } from './slip-body.tsx';
import styles from './slip.module.css';

interface SlotProbeProps {
  readonly slips: readonly Slip[];
  readonly slot: 'quarter' | 'half';
  /** Ids of the citizens whose slip is too long, joined by spaces; told again when it changes. */
  readonly onMeasured: (tooLong: string) => void;
}

export function SlotProbe({ slips, slot, onMeasured }: SlotProbeProps) {
  const box = useRef<HTMLDivElement>(null);
  const areFontsReady = useFontsReady();
  useLayoutEffect(() => {
    const pieces = [...(box.current?.children ?? [])];
    const tooLong = slips.filter((_, at) => isCut(pieces[at])).map(({ citizen }) => citizen);
    onMeasured(tooLong.join(' '));
  }, [slips, onMeasured, areFontsReady]);
  return (
    <div ref={box} className={styles.probe} aria-hidden="true" data-print="never">
      {slips.map((slip) => (
        <div key={slip.citizen} className={styles[slot]}>
          <SlipBody slip={slip} />
        </div>
      ))}
    </div>
  );
}

function isCut(piece: Element | undefined): boolean {
  return piece !== undefined && piece.scrollHeight > piece.clientHeight;
}

/** Other letters are wider or narrower than the ones that are coming. */
function useFontsReady(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => void document.fonts.ready.then(() => setReady(true)), []);
  return isReady;
}
