/** Like a session in full swing. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { CustodyDots } from '../custody-dots.tsx';
import { Initials } from '../initials.tsx';
import { List } from '../list.tsx';
import { ListRow } from '../list-row.tsx';
import { Page } from '../page.tsx';
import { Section } from '../section.tsx';
import { TopBar } from '../top-bar.tsx';
import { GalleryShell } from './gallery-shell.tsx';
import styles from './gallery.module.css';

const people = [
  { name: 'Hồ Thị Cúc', text: '1958 · đang làm tài khoản', level: 1 },
  { name: 'Lê Hữu Phước', text: '1971 · trích lục khai sinh', level: 1 },
  { name: 'Nguyễn Thị Vân', text: '2004 · tự làm xong', level: 2 },
  { name: 'Văn Thị Bé', text: '1966 · chờ có sóng', level: 1 },
  { name: 'Nông Hoàng Thục Khuê', text: '1949 · chưa muốn làm', level: 3 },
] as const;

export function SessionScreen() {
  const { t } = useTranslation();
  return (
    <GalleryShell waiting={9} withTabs={false} practice>
      <Page
        actions={
          <>
            <Button variant="secondary">{t('sessions.incident')}</Button>
            <Button variant="deep">{t('sessions.close')}</Button>
          </>
        }
      >
        <TopBar
          backHref="/"
          backLabel={t('shell.action.back')}
          title="Nhà văn hoá Nam Giảng"
          subtitle="Buổi từ 14:00 · 3 người trong tổ"
        />
        <div className={styles.pair}>
          <Button icon="qr">{t('sessions.recordToHelp')}</Button>
          <Button variant="secondary">{t('sessions.plusOne')}</Button>
        </div>
        <Section
          title={`27 ${t('sessions.present')}`}
          trailing={<Badge tone="lead">+4 từ máy anh Đức</Badge>}
        >
          <List>
            {people.map((person) => (
              <ListRow
                key={person.name}
                onClick={() => undefined}
                leading={<Initials name={person.name} />}
                title={person.name}
                subtitle={person.text}
                trailing={<CustodyDots level={person.level} label={t('custody.state.onDevice')} />}
              />
            ))}
            <ListRow
              leading={<Initials text="+1" tone="neutral" />}
              title="Một người dự"
              subtitle={t('sessions.plusOneHint')}
            />
          </List>
        </Section>
      </Page>
    </GalleryShell>
  );
}
