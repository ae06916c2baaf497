/** The volunteer's frame: the bar that says where work is, four places, one +, and the screen between. */
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import { hasFailedSave } from '../custody/list-unsaved.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import type { Admit } from '../features/citizens/carry-out-locked.ts';
import { useLockedResume } from '../features/citizens/use-locked-resume.ts';
import { LiveCustodyBar } from '../features/custody/live-custody-bar.tsx';
import { admitOnce } from '../features/outreach-sessions/attendance-actions.ts';
import { LodgingFolderAlarm } from '../features/lodging-folder/lodging-folder-alarm.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { BottomTabs, type NavItem } from '../ui/bottom-tabs.tsx';
import { Sheet } from '../ui/dialog.tsx';
import { List } from '../ui/list.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { SideRail } from '../ui/side-rail.tsx';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { lodgingFolder } from './lodging.ts';
import {
  APPOINTMENTS_PATH,
  CUSTODY_PATH,
  DOSSIERS_PATH,
  JOIN_SESSION_PATH,
  LOOKUP_PATH,
  NEW_PERSON_PATH,
  PEOPLE_PATH,
  RESCUE_PATH,
  SESSIONS_PATH,
  TODAY_PATH,
} from './paths.ts';
import { VolunteerRoutes } from './volunteer-routes.tsx';

interface VolunteerAppProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
  /** The code of a session that the address brought; empty without one. */
  readonly sessionCode: string;
}

export function VolunteerApp({ session, device, facts, sessionCode }: VolunteerAppProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const [code, setCode] = useState(sessionCode);
  const { work, locked } = device;
  const isSaveFailed = useSnapshot(work.store, () => hasFailedSave(work.store));
  const admit = useCallback<Admit>((...arrived) => admitOnce(work, ...arrived), [work]);
  useLockedResume({ work, locked, admit });
  const { places: items, more } = useNavItems();
  const [path, navigate] = useLocation();
  // A code that came while the phone was locked, or had not joined the commune yet.
  useEffect(() => {
    if (code !== '') navigate(JOIN_SESSION_PATH);
  }, [code, navigate]);
  // One step in, a screen has its own row of actions there, and a way back.
  const isPlace = items.some((item) => item.href === path);
  const add = { label: t('frame.add.open'), onPress: () => setAdding(true), expanded: isAdding };
  return (
    <AppShell
      skipText={t('shell.skip')}
      bar={<LiveCustodyBar work={device.work} facts={facts} href={CUSTODY_PATH} rescueHref={RESCUE_PATH} />}
      rail={
        <SideRail
          label={t('frame.nav.label')}
          brand={t('shell.app.name')}
          items={[...items, ...more]}
          footer={facts.profile.commune.name}
        />
      }
      tabs={isPlace && <BottomTabs label={t('frame.nav.label')} items={items} add={add} />}
    >
      <LodgingFolderAlarm folder={lodgingFolder} />
      <VolunteerRoutes
        session={session}
        device={device}
        facts={facts}
        sessionCode={code}
        onJoinedSession={() => setCode('')}
      />
      {isAdding && <AddSheet onClose={() => setAdding(false)} />}
      <UndoBar
        closeLabel={t('shell.action.close')}
        warning={isSaveFailed ? t('custody.notice.notSaved') : undefined}
      />
    </AppShell>
  );
}

interface NavItems {
  readonly places: readonly NavItem[];
  /** On the rail of a laptop only. */
  readonly more: readonly NavItem[];
}

function useNavItems(): NavItems {
  const { t } = useTranslation();
  const [path] = useLocation();
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href,
    label,
    icon,
    current: path === href || path.startsWith(`${href}/`),
  });
  const places = [
    item(TODAY_PATH, t('frame.nav.today'), 'sun'),
    item(SESSIONS_PATH, t('frame.nav.sessions'), 'people'),
    item(PEOPLE_PATH, t('frame.nav.people'), 'house'),
    item(LOOKUP_PATH, t('frame.nav.lookup'), 'search'),
  ];
  const more = [
    item(DOSSIERS_PATH, t('frame.nav.dossiers'), 'doc'),
    item(APPOINTMENTS_PATH, t('frame.nav.appointments'), 'calendar'),
  ];
  return { places, more };
}

function AddSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('frame.add.title')} closeLabel={t('shell.action.close')} onClose={onClose}>
      <List bare>
        <ListRow
          href={NEW_PERSON_PATH}
          onClick={onClose}
          title={t('frame.add.newPerson')}
          subtitle={t('frame.add.newPersonDetail')}
        />
        <ListRow
          href={LOOKUP_PATH}
          onClick={onClose}
          title={t('frame.add.findProcedure')}
          subtitle={t('frame.add.findProcedureDetail')}
        />
      </List>
    </Sheet>
  );
}
