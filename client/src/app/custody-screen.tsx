/** "Đã gửi chưa?" with what stands on it from elsewhere: who is to be seen tomorrow, and the phone's own settings. */
import type { DeviceSession } from '../custody/device-session.ts';
import type { DeviceFacts, OpenDevice } from '../custody/open-device.ts';
import { CustodyPage } from '../features/custody/custody-page.tsx';
import { PhoneSettings } from '../features/custody/phone-settings.tsx';
import { TomorrowList } from '../features/today/tomorrow-list.tsx';
import { joinAnew } from './join-anew.ts';
import { REJOIN_PATH } from './paths.ts';

interface CustodyScreenProps {
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly facts: DeviceFacts;
}

export function CustodyScreen({ session, device, facts }: CustodyScreenProps) {
  const { work } = device;
  return (
    <CustodyPage
      work={work}
      facts={facts}
      rejoinHref={REJOIN_PATH}
      onJoinAnew={() => void joinAnew(session)}
      onSend={() => void device.sendNow()}
      tomorrow={<TomorrowList work={work} />}
      footer={<PhoneSettings work={work} onLock={() => void session.lock()} />}
    />
  );
}
