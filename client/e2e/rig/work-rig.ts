/** What a screen of a volunteer is handed, over a tab of the device rig. */
import { createWork } from '../../src/custody/create-work.ts';
import type { Profile } from '../../src/custody/profile.ts';
import type { Work } from '../../src/custody/work.ts';
import { type RigTab, rigRecord } from './device-rig.ts';

export const RIG_PROFILE: Profile = {
  member: { id: rigRecord(1), name: 'Lành', role: 'volunteer', hamlet: null, team: 'Thôn Mẫu' },
  commune: { id: rigRecord(2), name: 'Xã Ví Dụ', province: 'Thử', code: '0', phone: null },
  words: [],
  madeUpPeople: true,
};

export function createRigWork(tab: RigTab, profile = RIG_PROFILE): Work {
  return createWork({ ...tab, records: tab, profile });
}
