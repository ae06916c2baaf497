/** A long list is drawn as far as somebody looks: more of it comes when its end comes into sight, or by the button there. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';

const STEP = 60;
/** Drawn before the thumb is there. */
const AHEAD = '600px';

/** How far each list was drawn last: whoever goes back to one finds the place where they were. */
const drawn = new Map<string, number>();

export interface Growth {
  readonly limit: number;
  readonly grow: () => void;
}

/** `name`: of the list, over the whole app. */
export function useGrowth(name: string): Growth {
  const [limit, setLimit] = useState(drawn.get(name) ?? STEP);
  const grow = (): void => {
    drawn.set(name, limit + STEP);
    setLimit(limit + STEP);
  };
  return { limit, grow };
}

interface MoreRowsProps {
  /** How many are not drawn; nothing is shown when there are none. */
  readonly left: number;
  readonly growth: Growth;
}

/** Stands behind the last row. */
export function MoreRows({ left, growth }: MoreRowsProps) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || left <= 0) return undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) growth.grow();
      },
      { rootMargin: AHEAD },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [left, growth]);
  if (left <= 0) return null;
  return (
    <div ref={end}>
      <Button variant="quiet" wide onClick={growth.grow}>
        {t('frame.more', { count: left })}
      </Button>
    </div>
  );
}
