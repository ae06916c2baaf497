/** Tells the first screen what a draft still lacks: features that know nothing of each other. */
import type { ReactNode } from 'react';
import type { Work } from '../custody/work.ts';
import { describeDraft } from '../features/dossiers/describe-draft.ts';
import { TodayView } from '../features/today/today-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

interface TodayScreenProps {
  readonly work: Work;
  readonly notice: ReactNode;
}

export function TodayScreen({ work, notice }: TodayScreenProps) {
  const translator = useTranslation();
  return (
    <TodayView
      work={work}
      notice={notice}
      describeLacks={(dossier) => describeDraft(work, dossier, translator)}
    />
  );
}
