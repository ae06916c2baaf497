/** Like the volunteer's first screen. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { formatWeekdayAndDay } from '../../i18n/format-values.ts';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { CustodyDots } from '../custody-dots.tsx';
import { Initials } from '../initials.tsx';
import { LinkButton } from '../link-button.tsx';
import { List } from '../list.tsx';
import { ListRow } from '../list-row.tsx';
import { Page } from '../page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import { Section } from '../section.tsx';
import { StatNumber, StatRow } from '../stat-number.tsx';
import { showNotice } from '../notices.ts';
import { GalleryShell } from './gallery-shell.tsx';

export function TodayScreen() {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <GalleryShell waiting={3}>
      <Page>
        <PageHeading
          overline={`${formatWeekdayAndDay('2026-11-22', translator)} · Thôn Nam Giảng`}
          title={t('today.greeting', { name: 'chị Hạnh' })}
        />
        <Card tone="lead">
          <p>Buổi đang mở · từ 14:00</p>
          <h2>Nhà văn hoá Nam Giảng</h2>
          <StatRow>
            <StatNumber value={27} label={t('sessions.present')} />
            <StatNumber value={6} label={t('sessions.waiting')} />
            <StatNumber value={14} label={t('sessions.finished')} />
          </StatRow>
          <LinkButton href="/session">{t('sessions.enter')}</LinkButton>
        </Card>
        <Section title={t('today.unfinished')} trailing={<Badge tone="lead">2</Badge>}>
          <UnfinishedList />
        </Section>
        <Card>
          <ProgressBar
            label={t('citizens.households', { hamlet: 'Nam Giảng' })}
            value={61}
            max={84}
            text="61/84"
          />
        </Card>
      </Page>
    </GalleryShell>
  );
}

function UnfinishedList() {
  const { t } = useTranslation();
  const tell = () =>
    showNotice({
      text: t('today.told'),
      action: { label: t('shell.action.undo'), onPress: () => undefined },
    });
  return (
    <List>
      <ListRow
        href="/dossiers/1"
        leading={<Initials name="Mai Thị Lụa" tone="attention" />}
        title="Bác Mai Thị Lụa"
        subtitle="Khai sinh cho cháu, thiếu giấy chứng sinh"
        trailing={<Badge tone="attention">Cần sửa</Badge>}
      />
      <ListRow
        href="/dossiers/2"
        leading={<Initials name="Võ Văn Tâm" />}
        title="Anh Võ Văn Tâm"
        subtitle="VNeID mức 2, công an xã thứ Ba"
        trailing={<CustodyDots level={2} label={t('custody.state.atServer')} />}
      />
      <ListRow
        leading={<Initials name="Công Tằng Tôn Nữ Thị Ánh Nguyệt" />}
        title="Bà Công Tằng Tôn Nữ Thị Ánh Nguyệt"
        subtitle="Trợ cấp hưu trí xã hội · có kết quả rồi"
        trailing={<CustodyDots level={3} label={t('custody.state.lodged', { number: '000.00.19.H56' })} />}
        actions={
          <>
            <Button variant="secondary" icon="phone">
              {t('shell.action.call')}
            </Button>
            <Button variant="secondary" icon="check" onClick={tell}>
              {t('today.told')}
            </Button>
          </>
        }
      />
    </List>
  );
}
