/** What is unusual about a session, in the head's words. */
import type { Translator } from '../../i18n/translate.ts';
import type { Flag } from './judge-session.ts';

export function describeFlag(flag: Flag, { t }: Translator): string {
  switch (flag.type) {
    case 'answered':
    case 'questionAnswered':
      return t('review.answered');
    case 'asked':
      return t('review.state.asked');
    case 'alsoElsewhere':
      return t('review.flag.alsoElsewhere', { count: flag.people });
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
