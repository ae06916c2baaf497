/** A square code drawn on the spot: dark on white with its quiet edge, in every theme, because cameras read nothing else. */
import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

interface QrCodeProps {
  readonly text: string;
  /** What it is for, heard by a screen reader. */
  readonly label: string;
  /** How much of it may be dirty or torn and still be read: M 15 %, Q 25 %. */
  readonly ecc?: 'L' | 'M' | 'Q' | 'H';
}

const QUIET_EDGE = 4;

export function QrCode({ text, label, ecc = 'M' }: QrCodeProps) {
  const { path, size } = useMemo(() => drawQr(text, ecc), [text, ecc]);
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.ground} d={`M0 0h${size}v${size}H0z`} />
      <path className={styles.dark} d={path} />
    </svg>
  );
}

/** One path for all dark squares, runs in a row joined. */
function drawQr(text: string, ecc: 'L' | 'M' | 'Q' | 'H'): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc, border: QUIET_EDGE });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return { path, size };
}
