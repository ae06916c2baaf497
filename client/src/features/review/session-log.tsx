/** The list of the log: three sentences first, then the sessions, what waits on top. */
import type { ReviewReply } from '#shared/contracts/review';
import type { Work } from '../../custody/work.ts';
import { formatPercent, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AsOf } from '../../ui/as-of.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableRow } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { LogEntry } from './arrange-log.ts';
import { countActs } from './count-acts.ts';
import { DelegationPart } from './delegation-part.tsx';
import { LogSentences } from './log-sentences.tsx';
import { MonthSection } from './month-section.tsx';
import { OrdinaryRuleText } from './ordinary-rule-text.tsx';
import type { Figures, ReviewOffice } from './queries.ts';
import { WeekReport } from './report/week-report.tsx';
import styles from './review.module.css';
import { StandingBadge } from './standing-badge.tsx';
import type { Decisions } from './use-decisions.ts';

interface SessionLogProps {
  readonly log: readonly LogEntry[];
  readonly figures: Figures;
  /** `yyyy-mm-dd` of the figures. */
  readonly today: string;
  readonly current: string | undefined;
  readonly work: Work;
  readonly office: ReviewOffice;
  readonly decisions: Decisions;
}

export function SessionLog({ log, figures, today, current, work, office, decisions }: SessionLogProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading
        overline={work.commune.name}
        help={t('help.log')}
        title={t('review.title')}
        trailing={<AsOf at={figures.reply?.at ?? 0} now={work.now()} isOld={figures.fault !== undefined} />}
      />
      {figures.fault && <Banner icon="noSignal">{t('review.oldFigures')}</Banner>}
      {log.length === 0 && (
        <EmptyState icon="list" title={t('review.empty')}>
          {t('review.emptyHint')}
        </EmptyState>
      )}
      {figures.reply && (log.length > 0 || figures.reply.lodged.length > 0) && (
        <FilledLog {...{ log, today, current, work, decisions }} reply={figures.reply} />
      )}
      {figures.reply && work.member.role === 'head' && (
        <DelegationPart
          work={work}
          today={today}
          office={office}
          delegation={figures.reply.delegation ?? null}
          onChanged={figures.askAgain}
        />
      )}
    </>
  );
}

interface FilledLogProps extends Omit<SessionLogProps, 'figures' | 'office'> {
  readonly reply: ReviewReply;
}

function FilledLog({ log, reply, today, current, work, decisions }: FilledLogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const ordinary = log.filter((entry) => entry.standing === 'ordinary');
  return (
    <>
      <LogSentences {...{ log, reply, today, work, decisions }} />
      {ordinary.length > 0 && (
        <Button
          wide
          icon="check"
          variant={current === undefined ? 'primary' : 'secondary'}
          onClick={() => decisions.approve(ordinary)}
        >
          {t('review.approveOrdinary', { count: ordinary.length })}
        </Button>
      )}
      <OrdinaryRuleText />
      <p className={styles.keys}>{t('review.keys')}</p>
      <DataTable
        caption={t('review.title')}
        columns={[
          { key: 'session', label: t('review.column.session') },
          { key: 'people', label: t('review.column.people'), align: 'end' },
          { key: 'self', label: t('review.column.self'), align: 'end' },
          { key: 'dossiers', label: t('review.column.dossiers'), align: 'end' },
          { key: 'state', label: t('review.column.state') },
        ]}
        rows={log.map((entry) =>
          buildRow(entry, { isCurrent: entry.session.session === current, today }, translator),
        )}
      />
      <MonthSection log={log} reply={reply} today={today} times={work.officeTimes} />
      <WeekReport log={log} reply={reply} today={today} work={work} />
    </>
  );
}

function buildRow(
  entry: LogEntry,
  { isCurrent, today }: { readonly isCurrent: boolean; readonly today: string },
  translator: Translator,
): TableRow {
  const { session } = entry;
  const { t } = translator;
  const { selfShare } = countActs([session]);
  const here = session.members.filter((member) => member.in !== null);
  const members = here.map((member) => member.name).join(', ');
  const total = session.people.total;
  return {
    key: session.session,
    href: `/nhat-ky/${session.session}`,
    current: isCurrent,
    cells: [
      <span key="session" data-testid="session-row">
        <b>{session.place}</b>
        <br />
        <small>
          {[formatShortDay(session.day, today), session.hamlet, members].filter(Boolean).join(' · ')}
        </small>
      </span>,
      entry.silentPhones > 0 ? t('review.atLeast', { count: total }) : total,
      selfShare === undefined ? '–' : formatPercent(selfShare, translator, 0),
      session.dossiers.total,
      <span key="state" className={styles.state}>
        <StandingBadge entry={entry} />
      </span>,
    ],
  };
}

/** Nothing was ever fetched on this device. */
export function NoFigures({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  if (figures.isAsking) return <p role="status">{t('shell.opening')}</p>;
  const refusal = figures.fault?.refusal;
  return (
    <>
      <PageHeading help={t('help.log')} title={t('review.title')} />
      <EmptyState
        icon="noSignal"
        title={t('review.noFigures')}
        actions={<Button onClick={figures.askAgain}>{t('shell.action.retry')}</Button>}
      >
        {refusal ? t(`errors.${refusal.error}`) : t('review.noFiguresHint')}
      </EmptyState>
    </>
  );
}
