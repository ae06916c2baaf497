/** Where a session stands with the head, in one or two words. */
import { pickQuestion } from '#shared/rules/heads-word';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { isPending, type LogEntry } from './arrange-log.ts';

export function StandingBadge({ entry }: { readonly entry: LogEntry }) {
  const { t } = useTranslation();
  if (isPending(entry) && entry.silentPhones > 0)
    return <Badge tone="bad">{t('review.state.silent', { count: entry.silentPhones })}</Badge>;
  if (entry.amendment && entry.standing === 'approved')
    return (
      <Badge tone="lead" icon="edit">
        {t('review.state.amended')}
      </Badge>
    );
  const question = pickQuestion(entry.questions);
  const isAsked = question !== undefined && question.answer === null;
  if (isAsked && entry.standing !== 'approved') return <Badge tone="lead">{t('review.state.asked')}</Badge>;
  if (entry.standing === 'odd' && (entry.reply ?? question?.answer))
    return <Badge tone="attention">{t('review.state.answered')}</Badge>;
  switch (entry.standing) {
    case 'goingOn':
      return <Badge tone="lead">{t('review.state.open')}</Badge>;
    case 'ordinary':
      return <Badge tone="neutral">{t('review.state.pending')}</Badge>;
    case 'odd':
      return <Badge tone="attention">{t('review.state.odd')}</Badge>;
    case 'approved':
      return <Badge tone="good">{t('review.state.approved')}</Badge>;
    case 'returned':
      return (
        <Badge tone="lead" icon="undo">
          {t('review.state.returned')}
        </Badge>
      );
  }
}
