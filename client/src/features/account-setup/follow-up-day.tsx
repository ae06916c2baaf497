/** The day on which the rest of the way is gone on with; then it stands on the first screen. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ComingDayField } from '../../ui/coming-day-field.tsx';
import { setFollowUpDay } from './actions.ts';

interface FollowUpDayProps {
  readonly work: Work;
  readonly setup: RecordId;
}

export function FollowUpDay({ work, setup }: FollowUpDayProps) {
  const { t } = useTranslation();
  const stored = work.store.findRecord(setup)?.values['followUpDay'];
  const change = (day: string | undefined, text: string) => {
    // What is no day to come yet leaves the one that was agreed.
    if (day !== undefined || text === '') setFollowUpDay(work, setup, day);
  };
  return (
    <ComingDayField
      label={t('account.followUpDay')}
      hint={t('account.followUpDayHint')}
      chosen={typeof stored === 'string' ? stored : undefined}
      today={dayOfInstant(work.now())}
      onChange={change}
    />
  );
}
