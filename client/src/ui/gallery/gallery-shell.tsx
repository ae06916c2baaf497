/** The frame of the gallery's phone screens. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AppShell } from '../app-shell.tsx';
import { BottomTabs } from '../bottom-tabs.tsx';
import type { NavItem } from '../bottom-tabs.tsx';
import { Button } from '../button.tsx';
import { CustodyBar } from '../custody-bar.tsx';
import { Sheet } from '../dialog.tsx';
import { Icon } from '../icon.tsx';
import { List } from '../list.tsx';
import { ListRow } from '../list-row.tsx';
import { PracticeFrame } from '../practice-frame.tsx';
import { SideRail } from '../side-rail.tsx';
import { UndoBar } from '../undo-bar.tsx';

interface GalleryShellProps {
  readonly withTabs?: boolean;
  readonly attention?: boolean;
  readonly practice?: boolean;
  readonly waiting: number;
  readonly children: ReactNode;
}

export function GalleryShell({ withTabs = true, attention, practice, waiting, children }: GalleryShellProps) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const items: readonly NavItem[] = [
    { href: '/', label: t('frame.nav.today'), icon: 'sun', current: true },
    { href: '/sessions', label: t('frame.nav.sessions'), icon: 'people' },
    { href: '/people', label: t('frame.nav.people'), icon: 'house', count: 2 },
    { href: '/lookup', label: t('frame.nav.lookup'), icon: 'search' },
  ];
  const add = { label: t('frame.add.open'), onPress: () => setIsAdding(true), expanded: isAdding };
  const text = attention
    ? t('custody.bar.needsFix', { count: 2 })
    : t('custody.bar.waiting', { count: waiting });
  const shell = (
    <AppShell
      skipText={t('shell.skip')}
      bar={<CustodyBar text={text} href="/custody" tone={attention ? 'attention' : 'good'} />}
      tabs={withTabs && <BottomTabs label={t('frame.nav.label')} items={items} add={add} />}
      rail={
        <SideRail
          label={t('frame.nav.label')}
          brand={t('shell.app.name')}
          items={items}
          action={
            <Button icon="plus" wide onClick={add.onPress}>
              {t('frame.add.newPerson')}
            </Button>
          }
        />
      }
    >
      {children}
      {isAdding && <AddSheet onClose={() => setIsAdding(false)} />}
      <UndoBar closeLabel={t('shell.action.close')} />
    </AppShell>
  );
  return practice ? <PracticeFrame text={t('practice.banner')}>{shell}</PracticeFrame> : shell;
}

const choices = [
  ['newPerson', 'people'],
  ['houseVisit', 'house'],
  ['findProcedure', 'search'],
  ['repairVneid', 'wrench'],
] as const;

function AddSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('frame.add.title')} closeLabel={t('shell.action.close')} onClose={onClose}>
      <List label={t('frame.add.title')}>
        {choices.map(([name, icon]) => (
          <ListRow
            key={name}
            leading={<Icon name={icon} />}
            title={t(`frame.add.${name}`)}
            subtitle={t(`frame.add.${name}Detail`)}
            onClick={onClose}
          />
        ))}
      </List>
    </Sheet>
  );
}
