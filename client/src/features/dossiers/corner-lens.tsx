/** What lies under the thumb, shown larger in the half of the picture where the thumb is not. */
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import type { Point } from '../../platform/perspective.ts';
import styles from './crop-view.module.css';

interface CornerLensProps {
  readonly place: Point;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

const LARGER = 2.5;

export function CornerLens({ place, stage, children }: CornerLensProps) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = stage.current ?? {};
    setSize({ width, height });
  }, [stage]);
  return (
    <div className={styles.lens} data-side={place.x < 0.5 ? 'right' : 'left'} aria-hidden="true">
      <div
        className={styles.larger}
        style={{
          width: size.width * LARGER,
          height: size.height * LARGER,
          left: `calc(50% - ${place.x * size.width * LARGER}px)`,
          top: `calc(50% - ${place.y * size.height * LARGER}px)`,
        }}
      >
        {children}
      </div>
    </div>
  );
}
