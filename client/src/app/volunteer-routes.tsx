/** Which screen an address opens for a volunteer. Composes features; decides nothing else. */
import { Redirect, Route, Switch } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { AccountScreen } from './account-screen.tsx';
import { ClockNotice } from '../features/custody/clock-notice.tsx';
import { FormerNotice } from '../features/custody/former-notice.tsx';
import { RebuiltNotice } from '../features/custody/rebuilt-notice.tsx';
import { RoomNotice } from '../features/custody/room-notice.tsx';
import { LockedNotice } from '../features/citizens/locked-notice.tsx';
import { DossiersView } from '../features/dossiers/dossiers-view.tsx';
import { WaitingNotice } from '../features/enrolment/waiting-notice.tsx';
import { SlipView } from '../features/guidance-slips/slip-view.tsx';
import { MergeView } from '../features/outreach-sessions/merge-view.tsx';
import { SessionView } from '../features/outreach-sessions/session-view.tsx';
import { SessionsView } from '../features/outreach-sessions/sessions-view.tsx';
import { TomorrowList } from '../features/today/tomorrow-list.tsx';
import { listDeviceRoutes } from './device-routes.tsx';
import { JoinScreen } from './join-screen.tsx';
import { listDossierRoutes, LookupScreen } from './dossier-routes.tsx';
import { LockedReviewScreen } from './locked-review-screen.tsx';
import { NewPersonScreen } from './new-person-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { AppointmentsScreen, TodayScreen } from './today-screen.tsx';
import {
  APPOINTMENTS_PATH,
  DOSSIERS_PATH,
  JOIN_SESSION_PATH,
  LOCKED_REVIEW_PATH,
  LOOKUP_PATH,
  NEW_PERSON_PATH,
  PEOPLE_PATH,
  SESSIONS_PATH,
  TODAY_PATH,
  WORDS_PATH,
  CUSTODY_PATH,
} from './paths.ts';

interface VolunteerRoutesProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
  readonly sessionCode: string;
  readonly onJoinedSession: () => void;
}

export function VolunteerRoutes({ session, device, facts, ...join }: VolunteerRoutesProps) {
  const { work } = device;
  return (
    <Switch>
      <Route path={TODAY_PATH}>
        <TodayScreen work={work} notice={<TodayNotices device={device} facts={facts} />} />
      </Route>
      <Route path={SESSIONS_PATH}>
        <SessionsView work={work} heardAt={facts.line.lastAnswerAt} />
      </Route>
      <Route path={`${SESSIONS_PATH}/:id`}>
        {({ id }) => <SessionView key={id} work={work} sessionId={id} heardAt={facts.line.lastAnswerAt} />}
      </Route>
      <Route path={`${SESSIONS_PATH}/:id/gop`}>
        {({ id }) => <MergeView key={id} work={work} sessionId={id} />}
      </Route>
      <Route path={JOIN_SESSION_PATH}>
        <JoinScreen work={work} brought={join.sessionCode} onJoined={join.onJoinedSession} />
      </Route>
      <Route path={NEW_PERSON_PATH}>
        <NewPersonScreen work={work} />
      </Route>
      {listLockedRoutes(device)}
      <Route path={`${PEOPLE_PATH}/:id/tai-khoan`}>
        {({ id }) => <AccountScreen key={id} work={work} citizenId={id} />}
      </Route>
      <Route path={`${PEOPLE_PATH}/:id/phieu`}>
        {({ id }) => <SlipView key={id} work={work} citizen={id as RecordId} />}
      </Route>
      <Route path={`${PEOPLE_PATH}/:id?`}>{({ id }) => <PeopleScreen work={work} citizenId={id} />}</Route>
      <Route path={LOOKUP_PATH}>
        <LookupScreen work={work} />
      </Route>
      <Route path={DOSSIERS_PATH}>
        <DossiersView work={work} />
      </Route>
      <Route path={APPOINTMENTS_PATH}>
        <AppointmentsScreen work={work} />
      </Route>
      {listDossierRoutes(work)}
      {listDeviceRoutes({ session, device, facts, tomorrow: <TomorrowList work={work} /> })}
      <Route>
        <Redirect to={TODAY_PATH} replace />
      </Route>
    </Switch>
  );
}

function TodayNotices({ device, facts }: Pick<VolunteerRoutesProps, 'device' | 'facts'>) {
  return (
    <>
      <ClockNotice work={device.work} clockError={facts.clockError} />
      <RoomNotice work={device.work} href={CUSTODY_PATH} />
      <RebuiltNotice isRebuilt={facts.isRebuilt} onRead={() => void device.noteRebuiltRead()} />
      <FormerNotice former={facts.profile.former ?? []} onRead={() => void device.noteFormerRead()} />
      {facts.standing === 'waiting' && <WaitingNotice href={WORDS_PATH} />}
      <LockedNotice locked={device.locked} href={LOCKED_REVIEW_PATH} />
    </>
  );
}

function listLockedRoutes({ work, locked }: OpenDevice) {
  return (
    <Route path={LOCKED_REVIEW_PATH}>
      <LockedReviewScreen work={work} locked={locked} />
    </Route>
  );
}
