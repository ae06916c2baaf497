/** One day: off, perhaps off, or worked; what that rests on; and what it changes. */
import { useState } from 'react';
import { CALENDAR_LIMITS } from '#shared/contracts/enrolment';
import { getDayState } from '#shared/rules/own-calendar';
import { isFullDate } from '#shared/rules/partial-date';
import type { Work } from '../../custody/work.ts';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CalendarDialog } from './calendar-dialog.tsx';
import { type DayDraft, type ListedDay, putDay } from './draft-calendar.ts';
import type { AdministrationOffice } from './queries.ts';
import { useCalendarChange } from './use-calendar-change.ts';

interface CalendarDayDialogProps {
  readonly work: Work;
  readonly office: AdministrationOffice;
  /** Undefined: any day that is typed. */
  readonly day: ListedDay | undefined;
  readonly onClose: () => void;
}

const LATEST_YEAR = 2100;

export function CalendarDayDialog({ work, office, day, onClose }: CalendarDayDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [draft, setDraft] = useState<DayDraft>(() => begin(work, day));
  const [isTried, setTried] = useState(false);
  const change = useCalendarChange(office, onClose);
  const isDay = isFullDate(draft.date);
  const lacksBasis = draft.choice !== 'common' && draft.legalBasis.trim() === '';
  const request = putDay(work.ownCalendar, draft);
  const save = () => {
    setTried(true);
    if (isDay && !lacksBasis) void change.save(request);
  };
  const edit = (part: Partial<DayDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <CalendarDialog
      work={work}
      title={day ? formatWeekdayAndDay(day.date, translator) : t('administration.calendar.add')}
      request={isDay ? request : undefined}
      problem={change.problem}
      isBusy={change.isBusy}
      onSave={save}
      onClose={onClose}
    >
      <DayFields {...{ day, draft, isTried }} onChange={edit} />
    </CalendarDialog>
  );
}

interface DayFieldsProps {
  readonly day: ListedDay | undefined;
  readonly draft: DayDraft;
  /** It was to be saved: from now on what is missing is said. */
  readonly isTried: boolean;
  readonly onChange: (part: Partial<DayDraft>) => void;
}

function DayFields({ day, draft, isTried, onChange }: DayFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {!day && (
        <DateField
          label={t('administration.calendar.day')}
          invalidText={t('administration.calendar.dayInvalid')}
          error={isTried && !isFullDate(draft.date) ? t('administration.calendar.dayInvalid') : undefined}
          latestYear={LATEST_YEAR}
          value={draft.date}
          onChange={(date) => onChange({ date })}
          data-testid="calendar-day"
        />
      )}
      <SegmentedControl
        legend={t('administration.calendar.choice')}
        choices={listChoices(day).map((value) => ({
          value,
          label: t(`administration.calendar.choose.${value}`),
        }))}
        value={draft.choice}
        onChange={(choice) => onChange({ choice })}
      />
      {draft.choice !== 'common' && (
        <TextField
          label={t('administration.calendar.basis')}
          hint={t('administration.calendar.basisHint')}
          error={
            isTried && draft.legalBasis.trim() === '' ? t('administration.calendar.basisMissing') : undefined
          }
          maxLength={CALENDAR_LIMITS.basis}
          value={draft.legalBasis}
          onChange={(legalBasis) => onChange({ legalBasis })}
          data-testid="calendar-basis"
        />
      )}
    </>
  );
}

function begin({ officeTimes }: Work, day: ListedDay | undefined): DayDraft {
  if (!day) return { date: '', choice: 'off', legalBasis: '' };
  const { date, isOwn, legalBasis } = day;
  // What the country's calendar rests on is not what the commune will rest on.
  return { date, choice: getDayState(officeTimes.calendar, date), legalBasis: isOwn ? legalBasis : '' };
}

function listChoices(day: ListedDay | undefined): readonly DayDraft['choice'][] {
  const choices = ['off', 'doubtful', 'working'] as const;
  return day?.isOwn ? [...choices, 'common'] : choices;
}
