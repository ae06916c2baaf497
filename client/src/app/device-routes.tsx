/** Whatever its holder does, a device has these screens: "Đã gửi chưa?", handing over what a lost PIN leaves, and joining again. */
import { lazy, type ReactNode } from 'react';
import { Route } from 'wouter';
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { CustodyPage } from '../features/custody/custody-page.tsx';
import { PhoneSettings } from '../features/custody/phone-settings.tsx';
import { joinAnew } from './join-anew.ts';
import { CUSTODY_PATH, REJOIN_PATH, RESCUE_PATH } from './paths.ts';
import { RescueScreen } from './rescue-screen.tsx';

const RejoinScreen = lazy(() =>
  import('./rejoin-screen.tsx').then((module) => ({ default: module.RejoinScreen })),
);

interface DeviceScreens {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
  /** Who is to be seen tomorrow. */
  readonly tomorrow?: ReactNode;
}

/** A function, no component: a Switch looks only at its own children, and into a fragment of them. */
export function listDeviceRoutes({ session, device, facts, tomorrow }: DeviceScreens) {
  const { work } = device;
  return (
    <>
      <Route path={CUSTODY_PATH}>
        <CustodyPage
          work={work}
          facts={facts}
          rejoinHref={REJOIN_PATH}
          onJoinAnew={() => void joinAnew(session)}
          onSend={() => void device.sendNow()}
          tomorrow={tomorrow}
          footer={<PhoneSettings work={work} onLock={() => void session.lock()} />}
        />
      </Route>
      <Route path={RESCUE_PATH}>
        <RescueScreen session={session} device={device} isCovered={false} />
      </Route>
      <Route path={REJOIN_PATH}>
        <RejoinScreen device={device} isUnknown={facts.trouble === 'deviceUnknown'} />
      </Route>
    </>
  );
}
