/** The day's list, by what is to be done; a scanned slip, a number or a name narrows it, and Enter opens the one that is left. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type DeskEntry, type DeskGroup, deskGroups, groupDesk, listExpected } from './arrange-desk.ts';
import { DaySheet } from './day-sheet.tsx';
import styles from './desk.module.css';
import { DeskRows } from './desk-rows.tsx';
import { findPacks } from './find-packs.ts';
import { Reminders } from './reminders.tsx';

interface DeskListProps {
  readonly entries: readonly DeskEntry[];
  readonly current: string | undefined;
  readonly work: Work;
  readonly notice: ReactNode;
}

export function DeskList({ entries, current, work, notice }: DeskListProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [query, setQuery] = useState('');
  const [, goTo] = useLocation();
  const found = new Set(
    findPacks(
      entries.map((entry) => entry.pack),
      query,
    ),
  );
  const shown = entries.filter((entry) => found.has(entry.pack));
  const today = dayOfInstant(work.now());
  const groups = groupDesk(shown, today);
  const expected = listExpected(entries, today);
  const printFrom = expected.length > 0 && PRINT_AFTER.find((group) => groups[group].length > 0);
  const openOnly = (event: KeyboardEvent) => {
    const [only, ...others] = shown;
    if (event.key !== 'Enter' || query.trim() === '' || !only || others.length > 0) return;
    setQuery('');
    goTo(`/mot-cua/${only.pack.record}`);
  };
  return (
    <>
      <div className={styles.screen} data-print="never">
        <PageHeading
          overline={formatWeekdayAndDay(today, translator)}
          help={t('help.desk')}
          title={t('desk.title')}
        />
        {notice}
        <TextField
          label={t('desk.search.label')}
          type="search"
          value={query}
          onChange={setQuery}
          onKeyDown={openOnly}
          data-testid="desk-search"
        />
        {query.trim() === '' && (
          <Reminders {...{ entries, current, today }} now={work.now()} times={work.officeTimes} />
        )}
        {shown.length === 0 && <Nothing searched={entries.length > 0 ? query.trim() : undefined} />}
        {deskGroups.map((group) => (
          <Group
            key={group}
            {...{ group, current, today }}
            entries={groups[group]}
            hasPrint={group === printFrom}
          />
        ))}
      </div>
      <DaySheet entries={expected} today={today} commune={work.commune.name} />
    </>
  );
}

/** `searched`: what none of the packs answers to; undefined where there are none at all. */
function Nothing({ searched }: { readonly searched: string | undefined }) {
  const { t } = useTranslation();
  return searched === undefined ? (
    <EmptyState icon="doc" title={t('desk.empty')}>
      {t('desk.emptyHint')}
    </EmptyState>
  ) : (
    <EmptyState icon="search" title={t('desk.search.none', { text: searched })}>
      {t('desk.search.noneHint')}
    </EmptyState>
  );
}

/** Under the appointments of the day; where each of them is a doubt or done, under those. */
const PRINT_AFTER: readonly DeskGroup[] = ['today', 'act', 'done'];

/** What is done is mostly looked for by its number. */
const LONGEST_DONE = 30;

interface GroupProps {
  readonly group: DeskGroup;
  readonly entries: readonly DeskEntry[];
  readonly current: string | undefined;
  readonly today: string;
  readonly hasPrint: boolean;
}

function Group({ group, entries, current, today, hasPrint }: GroupProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  const listed = group === 'done' ? entries.slice(0, LONGEST_DONE) : entries;
  const more = entries.length - listed.length;
  return (
    <Section title={t(`desk.group.${group}`)} trailing={entries.length}>
      <DeskRows entries={listed} current={current} today={today} />
      {more > 0 && <p>{t('desk.more', { count: more })}</p>}
      {hasPrint && current === undefined && (
        <Button variant="quiet" icon="print" data-testid="print-day" onClick={() => window.print()}>
          {t('desk.sheet.print')}
        </Button>
      )}
    </Section>
  );
}
