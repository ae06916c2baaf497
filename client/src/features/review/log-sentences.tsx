/** "Có gì cần tôi?", answered in three sentences. */
import { formatPercent } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { type LogEntry, type LogSummary, summariseLog } from './arrange-log.ts';
import styles from './review.module.css';

interface LogSentencesProps {
  readonly log: readonly LogEntry[];
  readonly today: string;
}

export function LogSentences({ log, today }: LogSentencesProps) {
  const translator = useTranslation();
  const { t } = translator;
  const summary = summariseLog(log, today);
  const { pending, ordinary, odd, month } = summary;
  return (
    <Card>
      <p className={styles.first}>
        {pending === 0
          ? t('review.sentence.nonePending')
          : t('review.sentence.pending', { count: pending, ordinary, odd })}
      </p>
      <p>
        {t('review.sentence.month', {
          count: month.sessions,
          people: month.people,
          lodged: month.lodged,
          dossiers: month.dossiers,
        })}
      </p>
      <p>{describeThird(summary, translator)}</p>
    </Card>
  );
}

/** The hamlet that was left alone the longest; where none was, how much people did themselves. */
function describeThird({ quietHamlets, month }: LogSummary, translator: Translator): string {
  const { t } = translator;
  const [longest, ...others] = quietHamlets;
  if (longest && others.length > 0)
    return t('review.sentence.quietHamlets', { ...longest, count: others.length });
  if (longest) return t('review.sentence.quietHamlet', { hamlet: longest.hamlet, count: longest.weeks });
  if (month.selfShare === undefined) return t('review.sentence.noActs');
  return t('review.sentence.selfShare', { share: formatPercent(month.selfShare, translator, 0) });
}
