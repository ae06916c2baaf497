/** The week in sentences, for the report and for the group. Names hamlets and days, and no citizen. */
import { ONLINE_TARGET } from '#shared/rules/online-share';
import { formatNumber, formatPercent, formatShortDay } from '../../../i18n/format-values.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { isPending, type LogSummary } from '../arrange-log.ts';
import type { OnlineFigure, OnTimeFigure } from '../month-figures.ts';
import type { WeekFigures } from './week-figures.ts';

/** What was done. */
export function describeResults(figures: WeekFigures, { t, ...rest }: Translator): string[] {
  const { entries, hamlets, people, women, elderly, accounts, dossiers, acts, satisfaction } = figures;
  if (entries.length === 0) return [t('report.noSessions')];
  const translator = { t, ...rest };
  const share = acts.selfShare;
  return [
    t('report.sessions', { count: entries.length, hamlets, people, women, elderly }),
    figures.isAtLeast && t('report.atLeast'),
    accounts.begun > 0 && t('report.accounts', accounts),
    dossiers.total > 0 && t('report.dossiers', { count: dossiers.total, lodged: dossiers.lodged }),
    share !== undefined &&
      t('report.self', {
        ...{ share: formatPercent(share, translator, 0), self: acts.byActor.self, total: acts.total },
      }),
    satisfaction && t('report.satisfaction', satisfaction),
  ].filter((line) => typeof line === 'string');
}

/** The shares of the month, each with its source: what the week's numbers are read beside. */
export function describeShares(
  { online, onTime }: { readonly online: OnlineFigure; readonly onTime: OnTimeFigure },
  translator: Translator,
): string[] {
  const { t } = translator;
  const { part, whole, percent } = online.share;
  return [
    percent !== null &&
      t('report.online', {
        ...{ share: formatNumber(percent, translator, 2), part, whole, target: ONLINE_TARGET },
        ...{ portal: online.byPortal, team: whole - online.byPortal },
      }),
    onTime.ofAll.percent !== null &&
      t('report.onTime', {
        share: formatNumber(onTime.ofAll.percent, translator, 2),
        ...{ part: onTime.ofAll.part, whole: onTime.ofAll.whole },
      }),
  ].filter((line) => typeof line === 'string');
}

/** What is left to do. */
export function describeOpen(
  { entries }: Pick<WeekFigures, 'entries'>,
  { quietHamlets }: Pick<LogSummary, 'quietHamlets'>,
  { t }: Pick<Translator, 't'>,
): string[] {
  const pending = entries.filter(isPending).length;
  const lines = [
    ...(pending > 0 ? [t('report.pending', { count: pending })] : []),
    ...entries
      .filter(({ silentPhones }) => silentPhones > 0)
      .map(({ session: { place, day }, silentPhones: count }) =>
        t('report.silent', { place, day: formatShortDay(day), count }),
      ),
    ...quietHamlets.map(({ hamlet, weeks }) =>
      weeks === null ? t('report.neverHeld', { hamlet }) : t('report.quiet', { hamlet, count: weeks }),
    ),
  ];
  return lines.length > 0 ? lines : [t('report.nothingOpen')];
}

/** One line each, as it is posted. */
export function describeForZalo(commune: string, figures: WeekFigures, translator: Translator): string {
  const { t } = translator;
  const days = { from: formatShortDay(figures.from), to: formatShortDay(figures.to) };
  return [
    t('report.groupHead', { commune: capitalise(commune), ...days }),
    ...describeResults(figures, translator),
    t('report.groupNext'),
  ].join('\n');
}

/** A commune's name begins a line here: `xã Ví Dụ`. */
function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
