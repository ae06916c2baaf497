/** A trainee's phone without a browser: the real custody code and the practice commune, with nothing but the worker's port left out. */
import { startRigVault } from './device-rig.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { installMemoryStorage } from './memory-storage.ts';
import { PRACTICE_CODE } from '#shared/contracts/practice';
import { err, ok } from '#shared/result';
import { DeviceSession } from '../../src/custody/device-session.ts';
import type { OpenDevice } from '../../src/custody/open-device.ts';
import { carryWith, type Posting } from '../../src/custody/post-bytes.ts';
import { openKeeper } from '../../src/practice/commune/keep-state.ts';
import { openCommune, type PracticeCommune } from '../../src/practice/commune/practice-commune.ts';
import { forgetVault, listVaults } from '../../src/storage/vault-registry.ts';
import { getOpenDevice } from './session-rig.ts';

const NAMES = {
  commune: 'Xã Tập',
  province: 'Tỉnh Tập',
  hamlet: 'Thôn Mẫu',
  member: 'Học viên',
  team: 'Tổ tập',
};

export interface PracticeRig {
  readonly clock: ManualClock;
  readonly session: DeviceSession;
  readonly device: OpenDevice;
  readonly commune: PracticeCommune;
  readonly posted: readonly Posting[];
  weather: 'good' | 'none' | 'dropsMidway';
}

/** Joined, approved and open. */
export async function createPracticeRig(): Promise<PracticeRig> {
  installMemoryStorage();
  const vaults = await listVaults();
  for (const { vaultId } of vaults.ok ? vaults.value : []) await forgetVault(vaultId);
  const clock = createManualClock();
  const keeper = await openKeeper(crypto.getRandomValues(new Uint8Array(32)));
  const commune = await openCommune({ keeper, names: NAMES, now: () => clock.wall() });
  const posted: Posting[] = [];
  globalThis.fetch = () => Promise.reject(new Error('Practice has asked the network.'));
  const session = new DeviceSession({
    clock,
    build: 'test',
    startVault: startRigVault,
    leave: () => undefined,
  });
  const rig = { clock, session, commune, posted, weather: 'good' as PracticeRig['weather'] };
  carryWith(async (posting) => {
    posted.push(posting);
    if (rig.weather === 'none') return err('unreachable');
    const reply = await commune.answer(posting);
    return rig.weather === 'good' ? ok(reply) : err('unreachable');
  });
  await session.open();
  const begun = await session.beginEnrolment('482913');
  if (!begun.ok) throw new Error(begun.error.type);
  const enrolled = await session.enrol({ code: PRACTICE_CODE, deviceName: 'Máy tập', initials: '' });
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.error));
  return Object.assign(rig, { device: getOpenDevice(session) });
}
