/** What it costs, and why: the line of the rule behind it. Knows no amount. */
import type { Work } from '../../custody/work.ts';
import { formatMoney } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './dossier.module.css';
import { NumberedPart } from './numbered-part.tsx';
import { getToday, type OpenDossier } from './queries.ts';
import { workOutFee, writeFeeLine } from './work-out-fee.ts';

interface FeePartProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function FeePart({ work, open }: FeePartProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { dossier, procedure } = open;
  const fee = workOutFee(procedure, dossier, { provinceCode: work.provinceCode, today: getToday(work) });
  const needsCounts = fee.reason.key === 'fee.countsNeeded';
  const amount =
    fee.amount === null
      ? t(needsCounts ? 'dossiers.fee.waiting' : 'dossiers.fee.council')
      : formatMoney(fee.amount, translator);
  return (
    <NumberedPart
      number={3}
      title={t('dossiers.fee')}
      trailing={<span className={styles.amount}>{amount}</span>}
    >
      <p>{writeFeeLine({ key: fee.reason.key, params: fee.reason.params }, language)}</p>
      <details className={styles.why}>
        <summary>{t('dossiers.fee.why')}</summary>
        <ol className={styles.lines}>
          {fee.lines.map((line) => (
            <li key={line.key}>{writeFeeLine(line, language)}</li>
          ))}
          {dossier.route === undefined && <li>{t('dossiers.fee.ifOnline')}</li>}
        </ol>
      </details>
    </NumberedPart>
  );
}
