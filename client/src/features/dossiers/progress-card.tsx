/** Where a lodged dossier stands at the one-stop, in words, with the next step and how old the reading is. */
import { describeProgress } from '../../custody/describe-progress.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './dossier.module.css';
import type { Dossier } from './read-dossier.ts';

interface ProgressCardProps {
  readonly dossier: Dossier;
  /** yyyy-mm-dd. */
  readonly today: string;
}

export function ProgressCard({ dossier: { lodging }, today }: ProgressCardProps) {
  const translator = useTranslation();
  const { t } = translator;
  const words = describeProgress(lodging, translator, today);
  if (!words) return null;
  return (
    <Card>
      <section className={styles.custody} aria-label={t('progress.title')} data-testid="progress">
        <p>
          <Badge tone={words.tone}>{words.name}</Badge>
        </p>
        <p>{words.means}</p>
        <p className={styles.lodging}>{t('progress.next', { next: words.next })}</p>
        <p className={styles.note}>{[words.since, words.readAt].filter(Boolean).join(' · ')}</p>
      </section>
    </Card>
  );
}
