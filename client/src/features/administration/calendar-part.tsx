/** The commune's days off and office hours as they hold here, and the way to say otherwise of one of them. */
import { useState } from 'react';
import { shiftDay } from '#shared/rules/office-days';
import { getDayState } from '#shared/rules/own-calendar';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './administration.module.css';
import { CalendarDayDialog } from './calendar-day-dialog.tsx';
import { CalendarHoursDialog } from './calendar-hours-dialog.tsx';
import { describeHours } from './describe-hours.ts';
import { type ListedDay, listComingDays } from './draft-calendar.ts';
import type { AdministrationOffice } from './queries.ts';

const DAYS_BACK = 14;

interface CalendarPartProps {
  readonly work: Work;
  readonly office: AdministrationOffice;
}

/** A day to be edited; `new`: one that is not in the list; `hours`: the office hours. */
type Edited = ListedDay | 'new' | 'hours' | undefined;

export function CalendarPart({ work, office }: CalendarPartProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [edited, setEdited] = useState<Edited>();
  const { officeTimes, ownCalendar } = work;
  // Terms that are running still reach over the last days.
  const from = shiftDay(dayOfInstant(work.now()), -DAYS_BACK);
  const close = () => setEdited(undefined);
  return (
    <Section title={t('administration.calendar.title')}>
      <p>{t('administration.calendar.text')}</p>
      <p>{describeHours(officeTimes, translator)}</p>
      <List>
        {listComingDays(officeTimes.calendar, ownCalendar, from).map((day) => (
          <DayRow key={day.date} day={day} work={work} onEdit={() => setEdited(day)} />
        ))}
      </List>
      <div className={styles.buttons}>
        <Button variant="secondary" icon="plus" data-testid="calendar-add" onClick={() => setEdited('new')}>
          {t('administration.calendar.add')}
        </Button>
        <Button
          variant="secondary"
          icon="clock"
          data-testid="calendar-hours"
          onClick={() => setEdited('hours')}
        >
          {t('administration.calendar.hours')}
        </Button>
      </div>
      {edited === 'hours' && <CalendarHoursDialog work={work} office={office} onClose={close} />}
      {edited !== undefined && edited !== 'hours' && (
        <CalendarDayDialog
          work={work}
          office={office}
          day={edited === 'new' ? undefined : edited}
          onClose={close}
        />
      )}
    </Section>
  );
}

const TONES = { off: 'good', doubtful: 'attention', working: 'neutral' } as const satisfies Record<
  string,
  BadgeTone
>;

interface DayRowProps {
  readonly day: ListedDay;
  readonly work: Work;
  readonly onEdit: () => void;
}

function DayRow({ day: { date, isOwn, legalBasis }, work, onEdit }: DayRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const state = getDayState(work.officeTimes.calendar, date);
  const named = formatWeekdayAndDay(date, translator);
  return (
    <ListRow
      title={named}
      // As it stands on the paper, whatever language the screen speaks.
      subtitle={
        isOwn ? t('administration.calendar.own', { basis: legalBasis }) : <span lang="vi">{legalBasis}</span>
      }
      actions={
        <>
          <Badge tone={TONES[state]}>{t(`administration.calendar.state.${state}`)}</Badge>
          <Button
            variant="quiet"
            icon="edit"
            aria-label={t('administration.calendar.editOf', { day: named })}
            onClick={onEdit}
            data-testid="calendar-edit"
          >
            {t('administration.calendar.edit')}
          </Button>
        </>
      }
    />
  );
}
