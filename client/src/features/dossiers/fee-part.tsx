/** What it costs by the chosen way, or by each open one, and why; and who may be exempt, said without asking. Knows no amount. */
import type { FeeAnswer } from '#shared/rules/fees';
import type { ChannelFee } from '#shared/rules/procedure-fee';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { writeChannels, writeExemptions, writeFeeAmount, writeFeeLine } from '../../i18n/write-fee.ts';
import styles from './dossier.module.css';
import { NumberedPart } from './numbered-part.tsx';
import { getToday, type OpenDossier } from './queries.ts';
import { workOutFees } from './work-out-fee.ts';

interface FeePartProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function FeePart({ work, open: { dossier, procedure } }: FeePartProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { provinceCode, postAgreement } = work;
  const fees = workOutFees(procedure, dossier, { provinceCode, postAgreement, today: getToday(work) });
  const [only, ...others] = fees;
  const isOne = only !== undefined && others.length === 0;
  return (
    <NumberedPart
      number={3}
      title={t('dossiers.fee')}
      trailing={isOne && <span className={styles.amount}>{writeFeeAmount(only.fee, translator)}</span>}
    >
      {isOne ? <FeeWords fee={only.fee} /> : <FeesByChannel fees={fees} />}
      <Exemptions fees={fees} />
      <details className={styles.why}>
        <summary>{t('dossiers.fee.why')}</summary>
        {fees.map(({ channels, fee }) => (
          <WhyLines
            key={channels.join()}
            heading={isOne ? undefined : writeChannels(channels, translator)}
            fee={fee}
          />
        ))}
      </details>
    </NumberedPart>
  );
}

function FeeWords({ fee: { reason } }: { readonly fee: FeeAnswer }) {
  const { language } = useTranslation();
  return <p>{writeFeeLine({ key: reason.key, params: reason.params }, language)}</p>;
}

function FeesByChannel({ fees }: { readonly fees: readonly ChannelFee[] }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <>
      <dl className={styles.fees}>
        {fees.map(({ channels, fee }) => (
          <div key={channels.join()}>
            <dt>{writeChannels(channels, translator)}</dt>
            <dd>{writeFeeAmount(fee, translator)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('dossiers.fee.byRoute')}</p>
    </>
  );
}

function Exemptions({ fees }: { readonly fees: readonly ChannelFee[] }) {
  const translator = useTranslation();
  const { groups, heading } = writeExemptions(
    fees.map(({ fee }) => fee),
    translator,
  );
  if (groups.length === 0) return null;
  return (
    <div data-testid="fee-exemptions">
      <p>
        <b>{heading}</b>
      </p>
      <ul className={styles.lines}>
        {groups.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.note}>{translator.t('dossiers.fee.mayBeExemptAsk')}</p>
    </div>
  );
}

interface WhyLinesProps {
  readonly heading: string | undefined;
  readonly fee: FeeAnswer;
}

function WhyLines({ heading, fee }: WhyLinesProps) {
  const { language } = useTranslation();
  return (
    <>
      {heading !== undefined && <p className={styles.note}>{heading}</p>}
      <ol className={styles.lines}>
        {fee.lines.map((line) => (
          <li key={line.key}>{writeFeeLine(line, language)}</li>
        ))}
      </ol>
    </>
  );
}
