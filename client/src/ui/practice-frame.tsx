/** Practice: a striped border around every screen and every print, and a band on top that says so. What stands in the band is the caller's. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './practice-frame.module.css';

interface PracticeFrameProps {
  /** On every screen and at the head of every print. */
  readonly text: string;
  /** Beside the sentence, not on paper. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What sticks to the top of a screen leaves this much room for the band. */
const HEIGHT = '--band-height';

export function PracticeFrame({ text, actions, children }: PracticeFrameProps) {
  const band = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      style.setProperty(HEIGHT, `${entry?.target.clientHeight ?? 0}px`);
    });
    if (band.current) observer.observe(band.current);
    return () => {
      observer.disconnect();
      style.removeProperty(HEIGHT);
    };
  }, []);
  return (
    <>
      <div className={styles.stripes} aria-hidden="true" data-testid="practice-stripes" />
      <div ref={band} className={styles.band} role="note">
        <p className={styles.text}>{text}</p>
        {actions}
      </div>
      {children}
    </>
  );
}
