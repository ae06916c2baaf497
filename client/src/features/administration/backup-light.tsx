/** Whether a second copy of the commune's data exists where one disk cannot take both. */
import type { DevicesReply } from '#shared/contracts/administration';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';

export function BackupLight({ backup: { lastAt, sameDisk } }: { readonly backup: DevicesReply['backup'] }) {
  const translator = useTranslation();
  const { t } = translator;
  if (lastAt === null)
    return (
      <Banner tone="attention" title={t('administration.backup.none')}>
        {t('administration.backup.noneText')}
      </Banner>
    );
  const when = formatDayAndTime(lastAt, translator);
  if (!sameDisk) return <Banner tone="good">{t('administration.backup.good', { when })}</Banner>;
  return (
    <Banner tone="attention" title={t('administration.backup.sameDisk')}>
      {t('administration.backup.sameDiskText', { when })}
    </Banner>
  );
}
