/** Says on every screen that a citizen's papers may still lie in the lodging folder, and how they go. Quiet while there are none. */
import { useEffect, useRef } from 'react';
import type { LodgingFolder } from '../../custody/lodging-folder.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import styles from './lodging-folder.module.css';

export function LodgingFolderAlarm({ folder }: { readonly folder: LodgingFolder }) {
  const { t } = useTranslation();
  const state = useSnapshot(folder, folder.getSnapshot);
  const alarm = useRef<HTMLDivElement>(null);
  const isLeft = state.type === 'left';
  // Whoever pressed "done" stands at the other end of the screen.
  useEffect(() => {
    if (isLeft) alarm.current?.scrollIntoView();
  }, [isLeft]);
  if (state.type !== 'left') return null;
  const { folder: name, strangers } = state;
  return (
    <div ref={alarm} className={styles.alarm}>
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
    </div>
  );
}
