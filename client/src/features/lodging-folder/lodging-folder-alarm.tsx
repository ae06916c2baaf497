/** Says on every screen that a citizen's papers may still lie in the lodging folder, and how they go. Quiet while there are none. */
import type { LodgingFolder } from '../../custody/lodging-folder.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';

export function LodgingFolderAlarm({ folder }: { readonly folder: LodgingFolder }) {
  const { t } = useTranslation();
  const state = useSnapshot(folder, folder.getSnapshot);
  if (state.type !== 'left') return null;
  const { folder: name, strangers } = state;
  return (
    <Banner
      tone="bad"
      title={t('copyCard.folder.left')}
      live
      actions={
        <>
          <Button onClick={() => void folder.empty({ ask: true })} data-testid="folder-clean">
            {t('copyCard.folder.clean')}
          </Button>
          <Button variant="secondary" onClick={() => void folder.forgetLeft()} data-testid="folder-deleted">
            {t('copyCard.folder.deleted')}
          </Button>
        </>
      }
    >
      {strangers > 0
        ? t('copyCard.folder.strangers', { count: strangers, folder: name })
        : t('copyCard.folder.leftText', { folder: name })}
    </Banner>
  );
}
