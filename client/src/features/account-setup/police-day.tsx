/** The day that was agreed for going to the police: the next days at one press, any other by typing. */
import { useState } from 'react';
import type { OfficeTimes } from '#data/office-times';
import { judgeAppointmentDay } from '#shared/rules/appointment-day';
import { listNextDays } from '#shared/rules/office-days';
import { formatRelativeDay, formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { ChoiceChips } from '../../ui/chips.tsx';
import { ComingDayField } from '../../ui/coming-day-field.tsx';

interface PoliceDayProps {
  readonly day: string | undefined;
  /** yyyy-mm-dd. */
  readonly today: string;
  readonly phone: string | null;
  readonly times: OfficeTimes;
  readonly onChange: (day: string | undefined) => void;
}

const NONE = 'none';
const OTHER = 'other';

export function PoliceDay({ day, today, phone, times, onChange }: PoliceDayProps) {
  const translator = useTranslation();
  const { t } = translator;
  const days = listNextDays(today, 6).filter((one) => judge(one, times) !== 'weekend');
  const [isOther, setIsOther] = useState(day !== undefined && !days.includes(day));
  const choose = (value: string) => {
    setIsOther(value === OTHER);
    onChange(value === NONE || value === OTHER ? undefined : value);
  };
  return (
    <>
      <ChoiceChips
        legend={t('account.policeDay')}
        choices={[
          { value: NONE, label: t('dossiers.route.noDay') },
          ...days.map((one) => ({ value: one, label: formatRelativeDay(one, today, translator) })),
          { value: OTHER, label: t('dossiers.route.otherDay') },
        ]}
        value={isOther ? OTHER : (day ?? NONE)}
        onChange={choose}
      />
      {isOther && (
        <ComingDayField
          label={t('dossiers.route.otherDay')}
          chosen={day}
          today={today}
          onChange={(other) => onChange(other)}
        />
      )}
      {day !== undefined && <ClosedHint {...{ day, today, phone, times }} />}
    </>
  );
}

function judge(day: string, { calendar, getHours }: OfficeTimes): ReturnType<typeof judgeAppointmentDay> {
  return judgeAppointmentDay({
    ...{ calendar, hours: getHours('dinhDanh'), day },
    ...{ part: 'morning', isAtOffice: true },
  });
}

type ClosedHintProps = Pick<PoliceDayProps, 'today' | 'phone' | 'times'> & { readonly day: string };

function ClosedHint({ day, today, phone, times }: ClosedHintProps) {
  const translator = useTranslation();
  const { t } = translator;
  const note = judge(day, times);
  if (note === undefined) return null;
  return (
    <Banner tone="attention" icon="calendar" live title={t(`dossiers.route.${note}`)}>
      {formatWeekdayAndDay(day, translator, today)}
      {phone !== null && ` · ${t('dossiers.route.callCommune', { phone })}`}
    </Banner>
  );
}
