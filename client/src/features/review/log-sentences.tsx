/** "Có gì cần tôi?", answered in three sentences; each opens what it counts. */
import type { ReviewReply } from '#shared/contracts/review';
import { findChannel, ONLINE_TARGET } from '#shared/rules/online-share';
import type { Work } from '../../custody/work.ts';
import { formatNumber } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { isPending, type LogEntry, type LogSummary, summariseLog } from './arrange-log.ts';
import { describeFlag } from './describe-flag.ts';
import { describeSource } from './describe-source.ts';
import { LodgedTable } from './lodged-table.tsx';
import { findOnline, type OnlineFigure } from './month-figures.ts';
import { OpenFigure } from './open-figure.tsx';
import { QuietHamlets } from './quiet-hamlets.tsx';
import { SessionLinks } from './session-links.tsx';
import type { Decisions } from './use-decisions.ts';

interface LogSentencesProps {
  readonly log: readonly LogEntry[];
  readonly reply: ReviewReply;
  readonly today: string;
  readonly work: Work;
  readonly decisions: Decisions;
}

export function LogSentences({ log, reply, today, work, decisions }: LogSentencesProps) {
  const translator = useTranslation();
  const { t } = translator;
  const summary = summariseLog(log, reply.hamlets, today);
  const online = findOnline(reply);
  return (
    <Card>
      <OpenFigure isFirst sentence={describePending(summary, translator)}>
        <SessionLinks
          today={today}
          entries={log.filter(isPending)}
          describe={({ flags, standing }) =>
            standing === 'ordinary'
              ? t('review.ordinaryOne')
              : flags.map((flag) => describeFlag(flag, translator)).join(' · ')
          }
        />
      </OpenFigure>
      <OpenFigure sentence={describeOnline(online, translator)}>
        <LodgedTable
          today={today}
          caption={t('review.onlineRows')}
          rows={online.rows}
          lastColumn={t('review.column.counts')}
          describeLast={({ route, evidence }) =>
            [
              t(`review.channel.${findChannel(route)}`),
              t(evidence === 'portalRead' ? 'review.source.portal' : 'review.source.team'),
            ].join(' · ')
          }
        />
        <p>{t('review.onlineNote')}</p>
      </OpenFigure>
      <OpenFigure sentence={describeQuiet(summary, translator)}>
        <QuietHamlets hamlets={summary.quietHamlets} work={work} decisions={decisions} />
      </OpenFigure>
    </Card>
  );
}

function describePending({ pending, ordinary, odd }: LogSummary, { t }: Translator): string {
  return pending === 0
    ? t('review.sentence.nonePending')
    : t('review.sentence.pending', { count: pending, ordinary, odd });
}

function describeOnline(figure: OnlineFigure, translator: Translator): string {
  const { t } = translator;
  const { share, printed, trend } = figure;
  const { part, whole } = share;
  const target = t('review.target', { target: ONLINE_TARGET });
  if (printed === null) return [t('review.sentence.noneLodged'), target].join(' · ');
  const source = describeSource(figure, translator);
  const sentence = t('review.sentence.online', {
    ...{ share: formatNumber(printed, translator), part, whole, source },
  });
  return [sentence, target, trend !== undefined && describeTrend(trend, translator)]
    .filter(Boolean)
    .join(' · ');
}

function describeTrend(trend: number, translator: Translator): string {
  if (trend === 0) return translator.t('review.trend.same');
  const points = formatNumber(Math.abs(trend), translator);
  return translator.t(trend < 0 ? 'review.trend.down' : 'review.trend.up', { points });
}

/** The hamlet that was left alone the longest. */
function describeQuiet({ quietHamlets }: LogSummary, { t }: Translator): string {
  const [longest, ...others] = quietHamlets;
  if (!longest) return t('review.sentence.noQuiet');
  const { hamlet, weeks } = longest;
  const first =
    weeks === null
      ? t('review.sentence.neverHeld', { hamlet })
      : t('review.sentence.quietHamlet', { hamlet, count: weeks });
  return others.length === 0
    ? first
    : `${first} ${t('review.sentence.otherQuiet', { count: others.length })}`;
}
