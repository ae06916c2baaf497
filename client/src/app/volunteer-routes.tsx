/** Which screen an address opens for a volunteer. Composes features; decides nothing else. */
import { Redirect, Route, Switch } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { CustodyPage } from '../features/custody/custody-page.tsx';
import { PhoneSettings } from '../features/custody/phone-settings.tsx';
import { TodayView } from '../features/today/today-view.tsx';
import { CUSTODY_PATH, TODAY_PATH } from './paths.ts';

interface VolunteerRoutesProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
}

export function VolunteerRoutes({ session, device, facts }: VolunteerRoutesProps) {
  const { work } = device;
  return (
    <Switch>
      <Route path={TODAY_PATH}>
        <TodayView work={work} />
      </Route>
      <Route path={CUSTODY_PATH}>
        <CustodyPage
          work={work}
          line={facts.line}
          onSend={() => void device.sendNow()}
          footer={<PhoneSettings work={work} onLock={() => void session.lock()} />}
        />
      </Route>
      <Route>
        <Redirect to={TODAY_PATH} replace />
      </Route>
    </Switch>
  );
}
