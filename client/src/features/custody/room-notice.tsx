/** Says that this machine is filling up, before the disk itself refuses anything, and what still goes; or that nothing here will last. */
import { KEPT_FOR_WORDS, LOW_ROOM } from '../../custody/storage-light.ts';
import type { Work } from '../../custody/work.ts';
import { formatBytes } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';

interface RoomNoticeProps {
  readonly work: Pick<Work, 'storage'>;
  /** Where room is made. */
  readonly href: string;
}

export function RoomNotice({ work: { storage }, href }: RoomNoticeProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { room, isPrivate } = useSnapshot(storage, storage.getSnapshot);
  // More than a full disk takes, and sooner.
  if (isPrivate)
    return (
      <Banner tone="bad" title={t('custody.private.title')}>
        {`${t('custody.private.text')} ${t('custody.private.send')}`}
      </Banner>
    );
  if (room === 'enough') return null;
  const bytes = formatBytes(room === 'low' ? LOW_ROOM : KEPT_FOR_WORDS, translator);
  return (
    <Banner
      tone={room === 'low' ? 'attention' : 'bad'}
      title={t(room === 'low' ? 'custody.storage.low' : 'custody.storage.noPhotographs')}
      actions={<LinkButton href={href}>{t('custody.light.room.make')}</LinkButton>}
    >
      {t(room === 'low' ? 'custody.storage.lowText' : 'custody.storage.noPhotographsText', { bytes })}
    </Banner>
  );
}
