/** What is unusual about a session, in the head's words. */
import type { Translator } from '../../i18n/translate.ts';
import type { Flag } from './judge-session.ts';

export function describeFlag(flag: Flag, { t }: Translator): string {
  switch (flag.type) {
    case 'answered':
      return t('review.answered');
    case 'crowded':
      return t('review.flag.crowded', { people: flag.people, minutes: flag.minutes });
    case 'onBehalf':
      return t('review.flag.onBehalf', { count: flag.count, total: flag.total });
    case 'silentPhones':
      return t('review.flag.silentPhones', { count: flag.phones });
    case 'late':
      return t('review.flag.late', { count: flag.days });
    case 'unsatisfied':
      return t('review.flag.unsatisfied', { poor: flag.poor, total: flag.total });
    default:
      return t(`review.flag.${flag.type}`);
  }
}
