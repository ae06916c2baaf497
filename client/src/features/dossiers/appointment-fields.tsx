/** When and where: the next days at one press, any other day by typing, with a word of caution where an office may be closed. */
import { useState } from 'react';
import type { Route } from '#shared/model/dossier';
import { judgeAppointmentDay } from '#shared/rules/appointment-day';
import { type HolidayCalendar, listNextDays, type OfficeHours } from '#shared/rules/office-days';
import { isFullDate } from '#shared/rules/partial-date';
import { formatRelativeDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { DayNote } from '../../ui/day-note.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AppointmentDraft, isAtOffice, needsAppointment } from './appointment-draft.ts';
import { ChoiceChips } from '../../ui/chips.tsx';
import styles from './dossier.module.css';

interface AppointmentFieldsProps {
  readonly route: Route;
  readonly draft: AppointmentDraft;
  readonly today: string;
  readonly communePhone: string | null;
  readonly calendar: HolidayCalendar;
  /** Of the office that the procedure belongs to. */
  readonly hours: OfficeHours;
  readonly error: string | undefined;
  readonly onChange: (draft: AppointmentDraft) => void;
}

export function AppointmentFields(props: AppointmentFieldsProps) {
  const { route, draft, today, communePhone, calendar, hours, error, onChange } = props;
  const { t } = useTranslation();
  const isNeeded = needsAppointment(route);
  return (
    <Section title={t('dossiers.route.appointment')}>
      <p className={styles.note}>
        {t(
          `dossiers.route.appointmentHint.${isNeeded ? 'needed' : isAtOffice(route) ? 'office' : 'optional'}`,
        )}
      </p>
      <DayChoice {...{ draft, today, error, onChange }} />
      {isFullDate(draft.day) && (
        <ClosedHint {...{ route, draft, today, calendar, hours }} phone={communePhone} />
      )}
      {draft.day !== '' && (
        <>
          <SegmentedControl
            legend={t('dossiers.route.part')}
            choices={[
              { value: 'morning', label: t('dossiers.route.morning') },
              { value: 'afternoon', label: t('dossiers.route.afternoon') },
            ]}
            value={draft.part}
            onChange={(part) => onChange({ ...draft, part })}
          />
          <TextField
            label={t('dossiers.route.place')}
            hint={isAtOffice(route) ? undefined : t('dossiers.route.placeHint')}
            maxLength={200}
            value={draft.place}
            onChange={(place) => onChange({ ...draft, place })}
            data-testid="appointment-place"
          />
        </>
      )}
    </Section>
  );
}

const NONE = 'none';
const OTHER = 'other';

type DayChoiceProps = Pick<AppointmentFieldsProps, 'draft' | 'today' | 'error' | 'onChange'>;

function DayChoice({ draft, today, error, onChange }: DayChoiceProps) {
  const translator = useTranslation();
  const { t } = translator;
  const days = [today, ...listNextDays(today, 6)];
  const [isOther, setIsOther] = useState(draft.day !== '' && !days.includes(draft.day));
  const setDay = (day: string) => onChange({ ...draft, day });
  const choose = (value: string) => {
    setIsOther(value === OTHER);
    setDay(value === NONE || value === OTHER ? '' : value);
  };
  return (
    <>
      <ChoiceChips
        legend={t('dossiers.route.day')}
        choices={[
          { value: NONE, label: t('dossiers.route.noDay') },
          ...days.map((day) => ({ value: day, label: formatRelativeDay(day, today, translator) })),
          { value: OTHER, label: t('dossiers.route.otherDay') },
        ]}
        value={isOther ? OTHER : draft.day === '' ? NONE : draft.day}
        onChange={choose}
      />
      {isOther && (
        <DateField
          label={t('dossiers.route.otherDay')}
          value={draft.day}
          onChange={setDay}
          latestYear={Number(today.slice(0, 4)) + 1}
          invalidText={t('dossiers.route.dayInvalid')}
          error={error}
        />
      )}
      {isOther && !error && <DayNote day={draft.day} today={today} />}
      {!isOther && error && (
        <Banner tone="attention" live>
          {error}
        </Banner>
      )}
    </>
  );
}

interface ClosedHintProps {
  readonly route: Route;
  readonly draft: AppointmentDraft;
  readonly today: string;
  readonly calendar: HolidayCalendar;
  readonly hours: OfficeHours;
  readonly phone: string | null;
}

/** At home a Sunday is a good day; at the office it may be a closed door. */
function ClosedHint({ route, draft: { day, part }, today, calendar, hours, phone }: ClosedHintProps) {
  const translator = useTranslation();
  const { t } = translator;
  const isOffice = isAtOffice(route);
  const note = judgeAppointmentDay({ calendar, hours, day, part, isAtOffice: isOffice });
  if (note === undefined) return null;
  return (
    <Banner tone="attention" icon="calendar" live title={t(`dossiers.route.${note}`)}>
      {formatWeekdayAndDay(day, translator, today)}
      {phone !== null && ` · ${t('dossiers.route.callCommune', { phone })}`}
    </Banner>
  );
}
