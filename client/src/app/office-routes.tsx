/** Which screen an address opens in the office, by role. Composes features; decides nothing else. */
import { Redirect, Route, Switch } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { CustodyPage } from '../features/custody/custody-page.tsx';
import { PhoneSettings } from '../features/custody/phone-settings.tsx';
import { CUSTODY_PATH, DESK_PATH, LOG_PATH } from './paths.ts';

interface OfficeRoutesProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
}

export function OfficeRoutes({ session, device, facts }: OfficeRoutesProps) {
  const { work } = device;
  const home = facts.profile.member.role === 'officer' ? DESK_PATH : LOG_PATH;
  return (
    <Switch>
      <Route path={CUSTODY_PATH}>
        <CustodyPage
          work={work}
          line={facts.line}
          onSend={() => void device.sendNow()}
          footer={<PhoneSettings work={work} onLock={() => void session.lock()} />}
        />
      </Route>
      <Route>
        <Redirect to={home} replace />
      </Route>
    </Switch>
  );
}
