/** The week's report as Decree 30/2020 lays it out: heads left and right, title, parts, the receivers and the signer's place. */
import { formatDay, formatShortDay } from '../../../i18n/format-values.ts';
import type { Translator } from '../../../i18n/translate.ts';
import type { LogEntry, LogSummary } from '../arrange-log.ts';
import { isPending } from '../arrange-log.ts';
import { describeOpen, describeResults, describeShares, type MonthShares } from './describe-week.ts';
import { type Shared, shareSessions } from './shared-counts.ts';
import type { WeekFigures } from './week-figures.ts';
import { type Block, type Paragraph, type Table, TEXT_WIDTH } from './write-docx.ts';

export interface ReportFacts {
  readonly commune: string;
  readonly figures: WeekFigures;
  readonly summary: Pick<LogSummary, 'quietHamlets'>;
  readonly shares: MonthShares;
  /** `yyyy-mm-dd`: the date under the motto. */
  readonly day: string;
}

export function composeReport(facts: ReportFacts, translator: Translator): Block[] {
  const { t } = translator;
  const { figures, summary, shares } = facts;
  const days = { from: formatDay(figures.from), to: formatDay(figures.to) };
  const part = (text: string): Paragraph => ({ text, isBold: true, isIndented: true });
  const line = (text: string): Paragraph => ({ text, align: 'both', isIndented: true });
  const results = [...describeResults(figures, translator), ...describeShares(shares, translator)];
  return [
    composeHeads(facts, translator),
    { text: '' },
    { text: t('report.heading'), align: 'center', isBold: true },
    { text: t('report.about', days), align: 'center', isBold: true },
    { text: '' },
    part(t('report.part.results')),
    ...results.map(line),
    part(t('report.part.sessions')),
    ...(figures.entries.length > 0 ? [composeSessions(figures, translator)] : [line(t('report.noSessions'))]),
    part(t('report.part.open')),
    ...describeOpen(figures, summary, translator).map(line),
    part(t('report.part.proposals')),
    line(t('report.toFill')),
    { text: '' },
    composeFoot(translator),
    // Word wants a paragraph after the last table.
    { text: '' },
  ];
}

const [LEFT, RIGHT] = [Math.round(TEXT_WIDTH * 0.4), TEXT_WIDTH - Math.round(TEXT_WIDTH * 0.4)];

function composeHeads({ commune, day }: ReportFacts, { t }: Translator): Table {
  const [year = '', month = '', date = ''] = day.split('-');
  const centred = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
    ...{ text, align: 'center', size: 13 },
    ...more,
  });
  const place = commune.replace(/^(xã|phường|đặc khu)\s+/iu, '');
  return {
    widths: [LEFT, RIGHT],
    hasBorders: false,
    rows: [
      [
        [
          centred(t('report.committee'), { isBold: true }),
          centred(commune.toLocaleUpperCase('vi'), { isBold: true, isUnderlined: true }),
        ],
        [
          centred(t('report.country'), { isBold: true, size: 12 }),
          centred(t('report.motto'), { isBold: true, isUnderlined: true }),
        ],
      ],
      [
        [centred(t('report.number'))],
        [centred(t('report.dated', { place, day: date, month, year }), { isItalic: true })],
      ],
    ],
  };
}

const COLUMNS = ['day', 'place', 'people', 'accounts', 'dossiers', 'state'] as const;
const SHARES = [0.11, 0.35, 0.11, 0.14, 0.12, 0.17];

/** Under five, or what would give one away: the results say so. */
const LEFT_OUT = '–';
const write = (count: Shared): string => (count === null ? LEFT_OUT : String(count));

function composeSessions({ entries, to }: WeekFigures, { t }: Translator): Table {
  const cell = (text: string, more: Partial<Paragraph> = {}): Paragraph[] => [
    { text, size: 12, align: 'center', ...more },
  ];
  const shared = shareSessions(entries);
  const rows = entries.map((entry, at) => {
    const { day, place, hamlet } = entry.session;
    const { people = null, begun = null, finished = null, dossiers = null } = shared[at] ?? {};
    return [
      cell(formatShortDay(day, to)),
      cell([place, hamlet].filter(Boolean).join(', '), { align: 'left' }),
      cell(people !== null && entry.silentPhones > 0 ? `≥ ${people}` : write(people)),
      cell(begun === null ? LEFT_OUT : `${write(finished)}/${begun}`),
      cell(write(dossiers)),
      cell(describeState(entry, t)),
    ];
  });
  return {
    widths: SHARES.map((share) => Math.round(TEXT_WIDTH * share)),
    hasBorders: true,
    rows: [COLUMNS.map((column) => cell(t(`report.column.${column}`), { isBold: true })), ...rows],
  };
}

function describeState(entry: LogEntry, t: Translator['t']): string {
  if (isPending(entry)) return t('report.state.waiting');
  if (entry.standing === 'approved') return t('report.state.approved');
  return t(entry.standing === 'returned' ? 'report.state.returned' : 'report.state.open');
}

function composeFoot({ t }: Translator): Table {
  const receivers = (['receiver.above', 'receiver.file'] as const).map((key): Paragraph => ({
    ...{ text: t(`report.${key}`), size: 11 },
  }));
  return {
    widths: [LEFT, RIGHT],
    hasBorders: false,
    rows: [
      [
        [{ text: t('report.receivers'), isBold: true, isItalic: true, size: 12 }, ...receivers],
        [
          { text: t('report.signer'), isBold: true, align: 'center' },
          ...[0, 1, 2].map((): Paragraph => ({ text: '' })),
        ],
      ],
    ],
  };
}
