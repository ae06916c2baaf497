/** The small parts beside each other, in all their tones. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../badge.tsx';
import { Banner } from '../banner.tsx';
import { BarChart } from '../bar-chart.tsx';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { CustodyDots } from '../custody-dots.tsx';
import { Dialog } from '../dialog.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import { iconShapes } from '../icon-shapes.ts';
import type { IconName } from '../icon-shapes.ts';
import { Page } from '../page.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { QrCode } from '../qr-code.tsx';
import { Section } from '../section.tsx';
import { StackedBar } from '../stacked-bar.tsx';
import { GalleryShell } from './gallery-shell.tsx';
import styles from './gallery.module.css';

export function PartsScreen() {
  return (
    <GalleryShell waiting={9}>
      <Page>
        <Buttons />
        <Tones />
        <Figures />
        <Section title="Icons" trailing={<IconButton icon="settings" label="Cài đặt" />}>
          <div className={styles.icons}>
            {(Object.keys(iconShapes) as IconName[]).map((name) => (
              <Icon key={name} name={name} label={name} />
            ))}
          </div>
        </Section>
        <QrCode text="https://example.org/phieu/A08-4K7Q" label="Mã của phiếu A08" />
      </Page>
    </GalleryShell>
  );
}

function Buttons() {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles.pair}>
      <Button onClick={() => setIsAsking(true)}>{t('custody.send.now')}</Button>
      <Button variant="secondary">{t('shell.action.later')}</Button>
      <Button variant="danger" icon="trash">
        {t('shell.action.delete')}
      </Button>
      <Button variant="quiet">{t('shell.action.cancel')}</Button>
      <Button disabled>{t('shell.action.done')}</Button>
      <Button busy>{t('enrolment.code.checking')}</Button>
      {isAsking && (
        <Dialog
          title={t('rescue.title')}
          closeLabel={t('shell.action.close')}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button variant="secondary">{t('rescue.lockAnyway')}</Button>
              <Button>{t('rescue.retry')}</Button>
            </>
          }
        >
          <p>{t('rescue.safe')}</p>
        </Dialog>
      )}
    </div>
  );
}

function Tones() {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.icons}>
        <Badge tone="good">Đã duyệt</Badge>
        <Badge tone="attention">Chờ duyệt</Badge>
        <Badge tone="bad">1 máy chưa gửi</Badge>
        <Badge tone="neutral">{t('shell.action.later')}</Badge>
        <Badge tone="lead">Tháng 11 · 18 buổi</Badge>
      </div>
      <div className={styles.stack}>
        <CustodyDots level={0} label={t('custody.state.typing')} showLabel />
        <CustodyDots level={1} label={t('custody.state.onDevice')} showLabel />
        <CustodyDots
          level={2}
          label={t('custody.state.awaitingCitizenDay', { name: 'bác Mẫu', day: '25/11' })}
          showLabel
        />
        <CustodyDots
          level={3}
          label={t('custody.state.lodged', { number: '000.00.19.H56-261122-0007' })}
          showLabel
        />
        <CustodyDots level={2} tone="attention" label={t('custody.state.needsPerson')} showLabel />
        <CustodyDots
          level={2}
          tone="bad"
          label={t('custody.state.needsFix', { reason: 'ảnh trang 2 mờ' })}
          showLabel
        />
      </div>
      <Banner tone="good" title={t('custody.page.today', { count: 14 })} />
      <Banner
        tone="attention"
        title={t('custody.storage.low')}
        actions={<Button variant="secondary">{t('custody.send.now')}</Button>}
      >
        {t('custody.storage.lowText', { bytes: '84 MB' })}
      </Banner>
      <Banner tone="bad" title={t('rescue.title')}>
        {t('rescue.safe')}
      </Banner>
      <Card>
        <EmptyState
          icon="sun"
          title={t('today.empty')}
          actions={
            <>
              <Button>{t('frame.add.houseVisit')}</Button>
              <Button variant="secondary">{t('sessions.open')}</Button>
            </>
          }
        >
          {t('today.emptyHint')}
        </EmptyState>
      </Card>
    </>
  );
}

function Figures() {
  const { t } = useTranslation();
  return (
    <Card>
      <ProgressBar
        label={t('custody.send.sending', { sent: 7, total: 12 })}
        value={7}
        max={12}
        text="58 %"
        detail={t('custody.send.timeLeft', { minutes: 2 })}
      />
      <StackedBar
        title="11 hồ sơ đang ở đâu"
        segments={[
          { value: 7, text: '7 đã nộp', tone: 'good' },
          { value: 3, text: '3 chờ dân', tone: 'lead' },
          { value: 1, text: '1 cần sửa', tone: 'attention' },
        ]}
      />
      <BarChart
        title="Ai đã đến"
        rows={[
          { label: 'Dưới 35', value: 9 },
          { label: '35–59', value: 15 },
          { label: 'Từ 60', value: 10 },
        ]}
      />
    </Card>
  );
}
