/** Sends an edited calendar to the commune, and says what came of it. Decides nothing about the days. */
import { useState } from 'react';
import type { CalendarRequest } from '#shared/contracts/administration';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { setCalendar } from './actions.ts';
import { describeFault } from './describe-device.ts';
import type { AdministrationOffice } from './queries.ts';

export interface CalendarChange {
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly save: (request: CalendarRequest) => Promise<void>;
}

/** Somebody else's writing is fetched, so that the next try stands on it and shows what it changes of that. */
export function useCalendarChange(office: AdministrationOffice, onDone: () => void): CalendarChange {
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async (request: CalendarRequest): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const done = await setCalendar(office, request);
    const isOvertaken = !done.ok && done.error.refusal?.field === 'version';
    if (isOvertaken) await office.renewCalendar();
    setBusy(false);
    if (!done.ok)
      return setProblem(
        isOvertaken ? t('administration.calendar.overtaken') : describeFault(done.error, translator),
      );
    office.keepCalendar({ ...request, version: done.value.version });
    showNotice({ text: t('administration.calendar.saved') });
    onDone();
  };
  return { isBusy, problem, save };
}
