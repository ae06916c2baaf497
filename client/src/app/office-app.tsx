/** The office's frame: side rail, figures and lists; the same custody bar, since the office's decisions are saved the same way. */
import { useLocation } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import { hasFailedSave } from '../custody/list-unsaved.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import type { Work } from '../custody/work.ts';
import { ClockNotice } from '../features/custody/clock-notice.tsx';
import { FormerNotice } from '../features/custody/former-notice.tsx';
import { RebuiltNotice } from '../features/custody/rebuilt-notice.tsx';
import { LiveCustodyBar } from '../features/custody/live-custody-bar.tsx';
import { WaitingNotice } from '../features/enrolment/waiting-notice.tsx';
import { LodgingFolderAlarm } from '../features/lodging-folder/lodging-folder-alarm.tsx';
import { dayOfInstant } from '../i18n/format-values.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { AppShell } from '../ui/app-shell.tsx';
import { BottomTabs, type NavItem } from '../ui/bottom-tabs.tsx';
import { SideRail } from '../ui/side-rail.tsx';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useSnapshot } from '../ui/use-snapshot.ts';
import { lodgingFolder } from './lodging.ts';
import { POLICE_PATH } from './office-paths.ts';
import { OfficeRoutes } from './office-routes.tsx';
import styles from './office-app.module.css';
import { CUSTODY_PATH, DESK_PATH, LOG_PATH, RESCUE_PATH, TEAMS_PATH, WORDS_PATH } from './paths.ts';

interface OfficeAppProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
}

export function OfficeApp({ session, device, facts }: OfficeAppProps) {
  const { t } = useTranslation();
  const { commune, member } = facts.profile;
  const { store } = device.work;
  const isSaveFailed = useSnapshot(store, () => hasFailedSave(store));
  const { places: items, more } = useNavItems(member.role === 'officer', isDeputyNow(device.work));
  return (
    <AppShell
      skipText={t('shell.skip')}
      bar={<LiveCustodyBar work={device.work} facts={facts} href={CUSTODY_PATH} rescueHref={RESCUE_PATH} />}
      rail={
        <SideRail
          label={t('frame.nav.label')}
          brand={t('shell.app.name')}
          items={[...items, ...more]}
          footer={`${commune.name}, ${commune.province}`}
        />
      }
      tabs={<BottomTabs label={t('frame.nav.label')} items={items} />}
    >
      {facts.clockError !== 0 && (
        <div className={styles.notice}>
          <ClockNotice work={device.work} clockError={facts.clockError} />
          <RebuiltNotice isRebuilt={facts.isRebuilt} onRead={() => void device.noteRebuiltRead()} />
        </div>
      )}
      {facts.profile.former && (
        <div className={styles.notice}>
          <FormerNotice former={facts.profile.former} onRead={() => void device.noteFormerRead()} />
        </div>
      )}
      {facts.standing === 'waiting' && (
        <div className={styles.notice}>
          <WaitingNotice href={WORDS_PATH} />
        </div>
      )}
      <LodgingFolderAlarm folder={lodgingFolder} />
      <OfficeRoutes session={session} device={device} facts={facts} />
      <UndoBar
        closeLabel={t('shell.action.close')}
        warning={isSaveFailed ? t('custody.notice.notSaved') : undefined}
      />
    </AppShell>
  );
}

/** By this machine's clock: the way is shown, and the commune judges who goes it. */
function isDeputyNow({ delegation, now }: Work): boolean {
  const today = dayOfInstant(now());
  return delegation !== null && delegation.from <= today && today <= delegation.to;
}

interface NavItems {
  readonly places: readonly NavItem[];
  /** On the rail of a laptop only: four do not fit on a phone in every language. */
  readonly more: readonly NavItem[];
}

function useNavItems(isOfficer: boolean, isDeputy: boolean): NavItems {
  const { t } = useTranslation();
  const [path] = useLocation();
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href,
    label,
    icon,
    current: path === href || path.startsWith(`${href}/`),
  });
  const log = item(LOG_PATH, t('frame.nav.sessionLog'), 'list');
  const settings = item(CUSTODY_PATH, t('custody.page.title'), 'send');
  if (isOfficer) {
    const police = item(POLICE_PATH, t('frame.nav.police'), 'people');
    const desk = item(DESK_PATH, t('frame.nav.desk'), 'list');
    return { places: [desk, police, settings], more: isDeputy ? [log] : [] };
  }
  const teams = item(TEAMS_PATH, t('frame.nav.teams'), 'people');
  return { places: [log, teams, settings], more: [] };
}
