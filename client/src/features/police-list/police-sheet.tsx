/** The list for the commune police on paper, unseen until the browser prints: who comes when, for what, with what. */
import { formatPhone } from '#shared/rules/phone';
import { formatShortDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { describeBring, describeErrands, nameReferred } from './describe-referral.ts';
import type { Referral } from './list-referrals.ts';
import styles from './police.module.css';

interface PoliceSheetProps {
  readonly referrals: readonly Referral[];
  /** yyyy-mm-dd. */
  readonly today: string;
  readonly commune: string;
}

export function PoliceSheet({ referrals, today, commune }: PoliceSheetProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <section className={styles.sheet} data-testid="police-sheet">
      <p>{commune}</p>
      <h1>{t('police.title')}</h1>
      <p>{formatWeekdayAndDay(today, translator)}</p>
      <table>
        <thead>
          <tr>
            {(['day', 'person', 'phone', 'errand', 'bring', 'done'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`police.sheet.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {referrals.map((one) => (
            <tr key={one.record}>
              <td>{one.day === undefined ? t('police.noDay') : formatShortDay(one.day, today)}</td>
              <td>{nameReferred(one, translator)}</td>
              <td>{one.phone !== undefined && formatPhone(one.phone)}</td>
              <td>{describeErrands(one, translator)}</td>
              <td>{describeBring(one, translator)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('police.sheet.consent')}</p>
    </section>
  );
}
