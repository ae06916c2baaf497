/** The rule by which a session is called ordinary, printed with its date beside what it decides. */
import { formatDay, formatPercent } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import { ordinaryRule as rule } from './judge-session.ts';
import styles from './review.module.css';

export function OrdinaryRuleText() {
  const translator = useTranslation();
  const { t } = translator;
  const percent = (share: number) => formatPercent(share, translator, 0);
  const criteria = [
    t('review.rule.silent'),
    t('review.rule.onBehalf', { share: percent(rule.onBehalfShare) }),
    t('review.rule.crowded', { people: rule.peoplePerMinute, from: rule.crowdFrom }),
    t('review.rule.late', { days: rule.lateDays }),
    t('review.rule.members'),
    t('review.rule.alsoElsewhere'),
    t('review.rule.poor', { share: percent(rule.poorShare) }),
    t('review.rule.fraud'),
    t('review.rule.asked'),
  ];
  return (
    <details className={styles.rule}>
      <summary>
        <span>
          {t('review.whyOrdinary')} <small>{t('review.rule.dated', { day: formatDay(rule.since) })}</small>
        </span>
        <Icon name="chevronDown" size="small" />
      </summary>
      <p>{t('review.rule.when')}</p>
      <ul className={styles.criteria}>
        {criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
    </details>
  );
}
