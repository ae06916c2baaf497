/** Whether a second copy of the commune's data exists where one disk cannot take both, and is no older than it should be. */
import type { DevicesReply } from '#shared/contracts/administration';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { judgeBackup } from './judge-backup.ts';

export function BackupLight({ backup }: { readonly backup: DevicesReply['backup'] }) {
  const translator = useTranslation();
  const { t } = translator;
  const state = judgeBackup(backup);
  const when = formatDayAndTime(backup.lastAt ?? 0, translator);
  if (state === 'good') return <Banner tone="good">{t('administration.backup.good', { when })}</Banner>;
  return (
    <Banner tone="attention" title={t(`administration.backup.${state}`)}>
      {state === 'none'
        ? t('administration.backup.noneText')
        : t(`administration.backup.${state}Text`, { when })}
    </Banner>
  );
}
