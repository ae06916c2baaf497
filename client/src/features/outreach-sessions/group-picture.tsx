/** A picture of the sums for the commune's group, to the share sheet or the downloads; and what to mind with photographs. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { canShareFiles, handOverPicture, PICTURE_TYPE } from '../../platform/hand-over-file.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showNotice } from '../../ui/notices.ts';
import type { GroupPicture as Picture } from './describe-for-group.ts';
import { drawGroupPicture } from './draw-group-picture.ts';
import styles from './session-view.module.css';

export function GroupPicture({ picture }: { readonly picture: Picture }) {
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setBusy] = useState(false);
  const hasSheet = canShareFiles(PICTURE_TYPE);
  const handOver = async () => {
    setBusy(true);
    const drawn = await drawGroupPicture(picture, translator);
    const outcome = await handOverPicture(drawn, t('teamwork.pictureFile'));
    setBusy(false);
    if (outcome === 'failed') showNotice({ text: t('teamwork.pictureFailed') });
    if (outcome === 'downloaded') showNotice({ text: t('teamwork.pictureSaved') });
  };
  return (
    <Card>
      <h2>{t('teamwork.pictureTitle')}</h2>
      <p>{t('teamwork.pictureHolds')}</p>
      <Button
        variant="secondary"
        icon={hasSheet ? 'share' : 'photo'}
        busy={isBusy}
        onClick={() => void handOver()}
        data-testid="group-picture"
      >
        {t(hasSheet ? 'teamwork.pictureShare' : 'teamwork.pictureSave')}
      </Button>
      <p className={styles.soft}>{t('teamwork.pictureFaces')}</p>
    </Card>
  );
}
