/** Which screen an address opens in the office, by role. Composes features; decides nothing else. */
import { useMemo } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Role } from '#shared/model/collection';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { AdministrationView } from '../features/administration/administration-view.tsx';
import { LodgingFolderPart } from '../features/lodging-folder/lodging-folder-part.tsx';
import { PoliceView } from '../features/police-list/police-view.tsx';
import { DeskView } from '../features/portal-desk/desk-view.tsx';
import { DeputyLine } from '../features/review/deputy-line.tsx';
import { ReviewView } from '../features/review/review-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { createOffice } from './create-office.ts';
import { listDeviceRoutes } from './device-routes.tsx';
import { lodgingFolder } from './lodging.ts';
import { POLICE_PATH } from './office-paths.ts';
import { DESK_PATH, LOG_PATH, TEAMS_PATH } from './paths.ts';

interface OfficeRoutesProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
}

/** The log is the head's own: whoever only administers begins with the machines. */
const HOMES: Partial<Record<Role, string>> = { officer: DESK_PATH, administrator: TEAMS_PATH };

export function OfficeRoutes({ session, device, facts }: OfficeRoutesProps) {
  const { work } = device;
  const { t } = useTranslation();
  const office = useMemo(() => createOffice(session, device, t), [session, device, t]);
  const deputyLine = <DeputyLine work={work} href={LOG_PATH} />;
  const home = HOMES[facts.profile.member.role] ?? LOG_PATH;
  return (
    <Switch>
      <Route path={`${LOG_PATH}/:id?`}>
        {({ id }) => <ReviewView work={work} office={office} session={id} />}
      </Route>
      <Route path={TEAMS_PATH}>
        <AdministrationView work={work} office={office} notice={deputyLine} />
      </Route>
      <Route path={`${DESK_PATH}/:id?`}>
        {({ id }) => (
          <DeskView
            work={work}
            dossier={id}
            notice={deputyLine}
            showFolder={(record) => <LodgingFolderPart work={work} folder={lodgingFolder} dossier={record} />}
          />
        )}
      </Route>
      <Route path={POLICE_PATH}>
        <PoliceView work={work} />
      </Route>
      {listDeviceRoutes({ session, device, facts })}
      <Route>
        <Redirect to={home} replace />
      </Route>
    </Switch>
  );
}
