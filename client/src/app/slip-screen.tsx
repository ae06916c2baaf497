/** Fetches the slip's screen when it is asked for: drawing and printing it is nothing that the first screen needs. */
import { lazy, Suspense } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../custody/work.ts';

const SlipView = lazy(() =>
  import('../features/guidance-slips/slip-view.tsx').then((module) => ({ default: module.SlipView })),
);

interface SlipScreenProps {
  readonly work: Work;
  readonly citizenId: string;
}

export function SlipScreen({ work, citizenId }: SlipScreenProps) {
  return (
    <Suspense>
      <SlipView work={work} citizen={citizenId as RecordId} />
    </Suspense>
  );
}
