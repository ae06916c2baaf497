/** When the commune's offices open and close, and until when on a Saturday. */
import { useState } from 'react';
import type { OwnHours } from '#shared/contracts/enrolment';
import { findCalendarFault } from '#shared/rules/own-calendar';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { TimeField } from '../../ui/time-field.tsx';
import { findTypedTime } from '../../ui/typed-time.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { putHours } from './draft-calendar.ts';
import type { AdministrationOffice } from './queries.ts';
import { useCalendarChange } from './use-calendar-change.ts';

interface CalendarHoursDialogProps {
  readonly work: Work;
  readonly office: AdministrationOffice;
  readonly onClose: () => void;
}

/** Each as it is typed. */
interface HoursDraft {
  readonly opens: string;
  readonly closes: string;
  /** Empty: closed on Saturdays. */
  readonly saturday: string;
}

export function CalendarHoursDialog({ work, office, onClose }: CalendarHoursDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<HoursDraft>(() => begin(work));
  const [isTried, setTried] = useState(false);
  const change = useCalendarChange(office, onClose);
  const hours = toHours(draft);
  const request = hours && putHours(work.ownCalendar, hours);
  const fault = request && findCalendarFault({ days: [], hours: request.hours });
  const save = () => {
    setTried(true);
    if (request && !fault) void change.save(request);
  };
  const edit = (part: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isMissing = draft.opens.trim() === '' || draft.closes.trim() === '';
  const wrong = isMissing
    ? t('administration.calendar.fault.noTime')
    : fault?.field === 'hours' && t(`administration.calendar.fault.${fault.type}`);
  return (
    <CalendarDialog
      work={work}
      title={t('administration.calendar.hours')}
      request={fault ? undefined : request}
      problem={wrong || change.problem}
      isBusy={change.isBusy}
      onSave={save}
      onClose={onClose}
    >
      {(['opens', 'closes', 'saturday'] as const).map((part) => (
        <TimeField
          key={part}
          label={t(`administration.calendar.field.${part}`)}
          {...(part === 'saturday' && { hint: t('administration.calendar.saturdayHint') })}
          error={isTried && isUnreadable(draft[part]) ? t('shell.field.timeInvalid') : undefined}
          value={draft[part]}
          onChange={(value) => edit({ [part]: value })}
          data-testid={`calendar-${part}`}
        />
      ))}
    </CalendarDialog>
  );
}

function begin({ officeTimes }: Work): HoursDraft {
  const { opens, closes, saturdayCloses = '' } = officeTimes.getHours('cuTru');
  return { opens, closes, saturday: saturdayCloses };
}

const isUnreadable = (typed: string): boolean => typed.trim() !== '' && findTypedTime(typed) === undefined;

/** Undefined while one of the two is empty, or something typed is no time. */
function toHours(draft: HoursDraft): OwnHours | undefined {
  const opens = findTypedTime(draft.opens);
  const closes = findTypedTime(draft.closes);
  const saturdayCloses = draft.saturday.trim() === '' ? null : findTypedTime(draft.saturday);
  if (opens === undefined || closes === undefined || saturdayCloses === undefined) return undefined;
  return { opens, closes, saturdayCloses };
}
