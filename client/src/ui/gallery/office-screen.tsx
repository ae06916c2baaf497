/** Like the session log of a commune head. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AppShell } from '../app-shell.tsx';
import { Badge } from '../badge.tsx';
import type { BadgeTone } from '../badge.tsx';
import { BarChart } from '../bar-chart.tsx';
import { Button } from '../button.tsx';
import { CustodyBar } from '../custody-bar.tsx';
import { DataTable } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Page } from '../page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { SideRail } from '../side-rail.tsx';
import { SplitView } from '../split-view.tsx';
import { StackedBar } from '../stacked-bar.tsx';
import { StatNumber, StatRow } from '../stat-number.tsx';
import styles from './gallery.module.css';

const log: readonly (readonly [string, string, string, string, string, BadgeTone, string])[] = [
  ['Nam Giảng', '22/11 · chị Hạnh, anh Đức, em Vy', '34', '62 %', '11', 'attention', 'Chờ duyệt'],
  ['Trung Kiều', '20/11 · anh Bình, chị Lan', '29', '55 %', '7', 'good', 'Đã duyệt'],
  ['Tây Hoàng', '15/11 · chị Hạnh', '≥ 12', '–', '–', 'bad', '1 máy chưa gửi'],
  ['Nghĩa Hoà', '11/11 · chị Lan', '32', '44 %', '6', 'neutral', 'Đã gửi lại'],
];

const columns = [
  { key: 'session', label: 'Buổi' },
  { key: 'people', label: 'Người', align: 'end' },
  { key: 'self', label: 'Tự làm', align: 'end' },
  { key: 'dossiers', label: 'Hồ sơ', align: 'end' },
  { key: 'state', label: 'Trạng thái' },
] as const;

export function OfficeScreen() {
  const { t } = useTranslation();
  const [isOpen] = useState(() => !location.search.includes('closed'));
  const list = (
    <>
      <PageHeading title={t('review.title')} trailing={<Badge tone="lead">Tháng 11 · 18 buổi</Badge>} />
      <DataTable
        caption={t('review.title')}
        columns={columns}
        rows={log.map(([place, when, people, self, dossiers, tone, state], at) => ({
          key: place,
          href: `/log/${at}`,
          current: at === 0 && isOpen,
          cells: [
            <span key="place">
              <b>{place}</b>
              <br />
              <small>{when}</small>
            </span>,
            people,
            self,
            dossiers,
            <Badge key="state" tone={tone}>
              {state}
            </Badge>,
          ],
        }))}
      />
    </>
  );
  return (
    <AppShell
      skipText={t('shell.skip')}
      bar={<CustodyBar href="/custody" text={t('custody.bar.allSent')} />}
      rail={<OfficeRail />}
    >
      <Page width="wide">
        <SplitView
          list={list}
          detail={isOpen ? <SessionDetail /> : undefined}
          detailLabel={t('shell.action.view')}
          placeholder={<EmptyState icon="doc" title={t('shell.action.choose')} />}
        />
      </Page>
    </AppShell>
  );
}

function OfficeRail() {
  const { t } = useTranslation();
  return (
    <SideRail
      label={t('frame.nav.label')}
      brand={t('shell.app.name')}
      items={[
        { href: '/overview', label: t('frame.nav.overview'), icon: 'chart' },
        { href: '/log', label: t('frame.nav.sessionLog'), icon: 'list', current: true },
        { href: '/desk', label: t('frame.nav.desk'), icon: 'warning', count: 4 },
        { href: '/ranks', label: t('frame.nav.leaderboard'), icon: 'chart' },
        { href: '/teams', label: t('frame.nav.teams'), icon: 'people' },
        { href: '/catalogue', label: t('frame.nav.catalogue'), icon: 'doc' },
      ]}
      footer={
        <>
          <p>Xã Đan Điền, Huế</p>
          <p>{t('frame.dataAsOf', { time: '15:04' })}</p>
        </>
      }
    />
  );
}

function SessionDetail() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading overline="22/11/2026 · 14:00 đến 16:40 · nhà văn hoá thôn" title="Nam Giảng" />
      <StatRow>
        <StatNumber value={34} label={t('sessions.present')} />
        <StatNumber value={17} label="tài khoản" />
        <StatNumber value={11} label="hồ sơ" />
        <StatNumber value="62 %" label="dân tự làm" />
      </StatRow>
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
      <p>
        <b>Sự cố:</b> máy quét không nhận, dùng điện thoại chụp. Sóng 2G, mất 11 lần.
      </p>
      <div className={styles.pair}>
        <Button>{t('review.approve')}</Button>
        <Button variant="secondary">{t('review.sendBack')}</Button>
      </div>
    </>
  );
}
