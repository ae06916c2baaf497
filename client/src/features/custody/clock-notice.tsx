/** Says that this device's clock is wrong, what the commune's says, and how it is set. Nothing that was written hangs on it. */
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';

interface ClockNoticeProps {
  readonly work: Pick<Work, 'now'>;
  /** Milliseconds ahead of the commune's; 0: nothing to say. */
  readonly clockError: number;
}

export function ClockNotice({ work, clockError }: ClockNoticeProps) {
  const translator = useTranslation();
  const { t } = translator;
  if (clockError === 0) return null;
  const now = work.now();
  return (
    <Banner tone="attention" live title={t('frame.clock.title')}>
      <p data-testid="clock-notice">
        {t('frame.clock.text', {
          here: formatDayAndTime(now, translator),
          commune: formatDayAndTime(now - clockError, translator),
        })}
      </p>
    </Banner>
  );
}
