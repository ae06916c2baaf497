/** What the team added after the head's word, beside it: who, when, how many more. */
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import type { LogEntry } from './arrange-log.ts';
import { describeAmendment } from './describe-amendment.ts';

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
