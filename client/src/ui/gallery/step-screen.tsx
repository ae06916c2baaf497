/** Like one step of the account guide. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { CustodyDots } from '../custody-dots.tsx';
import { Page } from '../page.tsx';
import { SegmentedControl } from '../segmented-control.tsx';
import { StepHeader } from '../step-header.tsx';
import { GalleryShell } from './gallery-shell.tsx';
import styles from './gallery.module.css';

const actors = ['self', 'guided', 'onBehalf'] as const;

export function StepScreen() {
  const { t } = useTranslation();
  const [actor, setActor] = useState<(typeof actors)[number]>('self');
  return (
    <GalleryShell waiting={9} withTabs={false}>
      <Page>
        <StepHeader
          overline={`${t('account.title')} · Hồ Thị Cúc · •••• 4567`}
          text={t('account.step', { step: 4, total: 9 })}
          step={4}
          total={9}
        />
        <h1>Cài VNeID và đăng ký mức 1</h1>
        <Banner>
          Để bác <b>tự bấm trên máy của bác</b>. Mật khẩu do bác đặt, mình quay đi chỗ khác, không ghi lại.
        </Banner>
        <SegmentedControl
          legend={t('frame.actor.question')}
          choices={actors.map((value) => ({ value, label: t(`frame.actor.${value}`) }))}
          value={actor}
          onChange={setActor}
        />
        <div className={styles.stack}>
          <h2>{t('account.result')}</h2>
          <Button icon="check" wide>
            {t('shell.action.done')}
          </Button>
          <Button variant="secondary" wide>
            {t('account.needsSignal')}
          </Button>
          <Button variant="quiet" wide>
            {t('account.notNeeded')}
          </Button>
        </div>
        <CustodyDots level={1} label={t('custody.note.onDeviceAt', { time: '14:32' })} showLabel />
      </Page>
    </GalleryShell>
  );
}
