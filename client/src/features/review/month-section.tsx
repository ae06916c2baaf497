/** The month behind the log: how many came, whether results were on time by the official formula, who did the work. */
import type { ReviewReply } from '#shared/contracts/review';
import type { OfficeTimes } from '#data/office-times';
import { onTimeTexts } from '#data/on-time-texts';
import { formatDayAndTime, formatNumber, formatPercent } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { Section } from '../../ui/section.tsx';
import { type LogEntry, summariseLog } from './arrange-log.ts';
import { countActs } from './count-acts.ts';
import { LodgedTable } from './lodged-table.tsx';
import { findOnTime, type JudgedRow, type OnTimeFigure } from './month-figures.ts';
import { OpenFigure } from './open-figure.tsx';
import { SessionLinks } from './session-links.tsx';

interface MonthSectionProps {
  readonly log: readonly LogEntry[];
  readonly reply: ReviewReply;
  readonly today: string;
  readonly times: OfficeTimes;
}

export function MonthSection({ log, reply, today, times }: MonthSectionProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { month } = summariseLog(log, reply.hamlets, today);
  const inMonth = log.filter(({ session }) => session.day.startsWith(today.slice(0, 7)));
  const onTime = findOnTime(reply, times);
  return (
    <Section title={t('review.month')}>
      <Card>
        <OpenFigure sentence={t('review.sentence.month', { count: month.sessions, people: month.people })}>
          <SessionLinks
            today={today}
            entries={inMonth}
            describe={({ session }) => t('review.cameCount', { count: session.people.total })}
          />
        </OpenFigure>
        <OpenFigure sentence={describeOnTime(onTime, translator)}>
          <LodgedTable
            today={today}
            caption={t('review.onTimeRows')}
            rows={onTime.rows.map(({ row }) => row)}
            lastColumn={t('review.column.onTime')}
            describeLast={(_row, at) => describeJudged(onTime.rows[at], translator)}
          />
          <p>{t('review.onTimeNote')}</p>
        </OpenFigure>
        <OpenFigure
          sentence={
            month.selfShare === undefined
              ? t('review.sentence.noActs')
              : t('review.sentence.selfShare', { share: formatPercent(month.selfShare, translator, 0) })
          }
        >
          <SessionLinks
            today={today}
            entries={inMonth}
            describe={({ session }) => {
              const { total, byActor } = countActs([session]);
              return t('review.selfCount', { self: byActor.self, total });
            }}
          />
        </OpenFigure>
      </Card>
    </Section>
  );
}

function describeOnTime({ ofAll, ofResolved }: OnTimeFigure, translator: Translator): string {
  const { t } = translator;
  if (ofAll.percent === null) return t('review.sentence.noneOnTime');
  const whole = t('review.sentence.onTime', {
    ...{ share: formatNumber(ofAll.percent, translator, 2), part: ofAll.part, whole: ofAll.whole },
  });
  const resolved =
    ofResolved.percent === null
      ? t('review.sentence.noneResolved')
      : t('review.sentence.onTimeResolved', {
          ...{ share: formatNumber(ofResolved.percent, translator, 2) },
          ...{ part: ofResolved.part, whole: ofResolved.whole },
        });
  return `${whole} ${resolved}`;
}

function describeJudged(judged: JudgedRow | undefined, translator: Translator): string {
  if (!judged) return '';
  const { t, language } = translator;
  const { standing, cause, dueAt } = judged;
  return [
    t(`review.onTime.${standing}`),
    cause && onTimeTexts[cause][language],
    dueAt !== undefined && t('review.dueBy', { when: formatDayAndTime(dueAt, translator) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
