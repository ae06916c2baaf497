/** The week in sentences, for the report and for the group. Names hamlets and days, and no citizen; counts under five are left out. */
import type { Share } from '#shared/rules/indicators';
import { ONLINE_TARGET } from '#shared/rules/online-share';
import { formatNumber, formatPercent, formatShortDay } from '../../../i18n/format-values.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { isPending, type LogSummary } from '../arrange-log.ts';
import { describeSource } from '../describe-source.ts';
import type { OnlineFigure, OnTimeFigure } from '../month-figures.ts';
import { type Shared, shareCount, sharePart } from './shared-counts.ts';
import type { WeekFigures } from './week-figures.ts';

type Line = string | false;

const isSaid = (line: Line): line is string => line !== false;

/** What was done. */
export function describeResults(figures: WeekFigures, translator: Translator): string[] {
  const { t } = translator;
  if (figures.entries.length === 0) return [t('report.noSessions')];
  return [
    describeVisitors(figures, translator),
    figures.isAtLeast && t('report.atLeast'),
    describeAccounts(figures, translator),
    describeDossiers(figures, translator),
    describeActs(figures, translator),
    describeHands(figures, translator),
    t('report.smallLeftOut'),
  ].filter(isSaid);
}

/** What may be told of each count, in words. */
function listParts(parts: readonly (readonly [count: Shared, say: (count: number) => string])[]): string {
  return parts.flatMap(([count, say]) => (count === null ? [] : say(count))).join(', ');
}

function describeVisitors(figures: WeekFigures, { t }: Translator): string {
  const { entries, hamlets, people, women, elderly } = figures;
  const held = { count: entries.length, hamlets };
  if (shareCount(people) === null) return t('report.sessionsOnly', held);
  const whole = t('report.sessions', { ...held, people });
  const parts = listParts([
    [sharePart(women, people), (count) => t('report.women', { count })],
    [sharePart(elderly, people), (count) => t('report.elderly', { count })],
  ]);
  return parts === '' ? whole : `${whole} ${t('report.ofThem', { parts })}`;
}

function describeAccounts({ accounts: { begun, finished } }: WeekFigures, { t }: Translator): Line {
  if (shareCount(begun) === null) return false;
  return sharePart(finished, begun) === null
    ? t('report.accountsBegun', { begun })
    : t('report.accounts', { begun, finished });
}

function describeDossiers({ dossiers: { total: count, lodged } }: WeekFigures, { t }: Translator): Line {
  if (shareCount(count) === null) return false;
  return sharePart(lodged, count) === null
    ? t('report.dossiersMade', { count })
    : t('report.dossiers', { count, lodged });
}

function describeActs({ acts: { total, byActor, selfShare } }: WeekFigures, translator: Translator): Line {
  const { self } = byActor;
  if (selfShare === undefined || sharePart(self, total) === null) return false;
  return translator.t('report.self', { share: formatPercent(selfShare, translator, 0), self, total });
}

/** Nobody said how many raised no hand, so the three stand for themselves. */
function describeHands({ satisfaction }: WeekFigures, { t }: Translator): Line {
  if (!satisfaction) return false;
  const { good, fair, poor } = satisfaction;
  const parts = listParts([
    [shareCount(good), (count) => t('review.satisfied.good', { count })],
    [shareCount(fair), (count) => t('review.satisfied.fair', { count })],
    [shareCount(poor), (count) => t('review.satisfied.poor', { count })],
  ]);
  return parts !== '' && t('report.satisfaction', { parts });
}

export interface MonthShares {
  /** `yyyy-mm` */
  readonly month: string;
  readonly online: OnlineFigure;
  readonly onTime: OnTimeFigure;
}

/** The shares of a month, each with its source: what the week's numbers are read beside. */
export function describeShares({ month, online, onTime }: MonthShares, translator: Translator): string[] {
  const { t } = translator;
  const [year = '', number = ''] = month.split('-');
  const named = { month: `${number}/${year}` };
  const { share } = online;
  const isOpen = sharePart(share.part, share.whole) !== null;
  const source = isOpen ? describeSource(online, translator) : describeSources(online, translator);
  return [
    share.percent !== null &&
      t('report.online', { ...named, ...sayShare(share, translator), source, target: ONLINE_TARGET }),
    onTime.ofAll.percent !== null && t('report.onTime', { ...named, ...sayShare(onTime.ofAll, translator) }),
  ].filter(isSaid);
}

/** As exact as it may be: of a few dossiers two places would tell how many they are. */
function sayShare(
  { part, whole, percent }: Share,
  translator: Translator,
): { readonly share: string; readonly counts: string } {
  const isOpen = sharePart(part, whole) !== null;
  return {
    share: formatNumber(percent ?? 0, translator, isOpen ? 2 : 0),
    counts: isOpen ? ` (${part}/${whole})` : '',
  };
}

/** The source without how many rest on it. */
function describeSources({ byPortal, share }: OnlineFigure, translator: Translator): string {
  const isMixed = byPortal > 0 && byPortal < share.whole;
  return isMixed ? translator.t('report.bothSources') : describeSource({ byPortal, share }, translator);
}

/** What is left to do. */
export function describeOpen(
  { entries, to }: Pick<WeekFigures, 'entries' | 'to'>,
  { quietHamlets }: Pick<LogSummary, 'quietHamlets'>,
  { t }: Pick<Translator, 't'>,
): string[] {
  const pending = entries.filter(isPending).length;
  const lines = [
    ...(pending > 0 ? [t('report.pending', { count: pending })] : []),
    ...entries
      .filter(({ silentPhones }) => silentPhones > 0)
      .map(({ session: { place, day }, silentPhones: count }) =>
        t('report.silent', { place, day: formatShortDay(day, to), count }),
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
  const days = { from: formatShortDay(figures.from, figures.to), to: formatShortDay(figures.to, figures.to) };
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
