/** What the team added after the head's word, beside it: who, when, how many more. */
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import type { Amendment, LogEntry } from './arrange-log.ts';

export function AmendmentLine({ amendment, reply }: Pick<LogEntry, 'amendment' | 'reply'>) {
  const translator = useTranslation();
  const { t } = translator;
  if (!amendment && !reply) return null;
  return (
    <Banner icon="edit" title={reply ? t('review.answered') : undefined}>
      {reply && (
        <p>
          {reply.note !== '' && `“${reply.note}” `}
          {t('review.decision.byAt', { name: reply.by, when: formatDayAndTime(reply.at, translator) })}
        </p>
      )}
      {amendment && <p data-testid="amendment">{describeAmendment(amendment, translator)}</p>}
    </Banner>
  );
}

function describeAmendment({ by, at, more }: Amendment, translator: Translator): string {
  const { t } = translator;
  const name = by.join(', ');
  const who =
    at === undefined
      ? t('review.amended.by', { name })
      : t('review.amended.byAt', { name, when: formatDayAndTime(at, translator) });
  const sign = (count: number) => `${count > 0 ? '+' : '−'}${Math.abs(count)}`;
  const changes = (['people', 'dossiers', 'steps'] as const)
    .filter((what) => more !== undefined && more[what] !== 0)
    .map((what) => t(`review.amended.${what}`, { more: sign(more?.[what] ?? 0) }));
  return `${who}: ${changes.length > 0 ? changes.join(' · ') : t('review.amended.other')}`;
}
