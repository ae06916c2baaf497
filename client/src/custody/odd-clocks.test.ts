import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import {
  createSessionRig,
  enrolRig,
  getOpenDevice,
  RIG_PIN,
  type SessionRig,
} from '../../e2e/rig/session-rig.ts';
import type { DeviceSession } from './device-session.ts';

const DAY_MS = 86_400_000;
let rig: SessionRig;

beforeEach(async () => {
  rig = await createSessionRig();
});

/** From where the rig's clock stands to another instant, or by so much. */
const JUMPS = [
  ['to 1970', () => -rig.clock.wall()],
  ['to 2099', () => Date.UTC(2099, 11, 31) - rig.clock.wall()],
  ['three days back', () => -3 * DAY_MS],
  ['three days on', () => 3 * DAY_MS],
] as const;

async function type(session: DeviceSession, fullName: string): Promise<RecordId> {
  const { work } = getOpenDevice(session);
  const record = work.newId();
  work.drafts.editRecord({ collection: 'citizen', record, patch: { fullName } });
  return record;
}

async function unlock(): Promise<DeviceSession> {
  const session = await rig.openSession();
  expect(await session.unlock(RIG_PIN)).toMatchObject({ ok: true });
  return session;
}

describe.each(JUMPS)('a clock that jumps %s', (_name, measure) => {
  it('between typing, saving, locking and unlocking loses nothing and shuts nobody out', async () => {
    let session = await rig.openSession();
    await enrolRig(session);
    const before = await type(session, 'Vàng A Mẫu');
    await session.flush();
    const during = await type(session, 'Lò Thị Ví');
    const saving = session.flush();
    const jump = measure();
    rig.clock.setWallBy(jump);
    await saving;
    const after = await type(session, 'Nông Thị Thử');
    await session.flush();
    await session.lock();

    session = await unlock();
    rig.clock.setWallBy(-jump);
    const { work } = getOpenDevice(session);
    const names = [before, during, after].map((record) => work.store.findRecord(record)?.values['fullName']);
    expect(names).toEqual(['Vàng A Mẫu', 'Lò Thị Ví', 'Nông Thị Thử']);
    for (const record of [before, during, after])
      expect(work.readCustody(record).transport).not.toBe('typing');
    await session.lock();
    // Back where it was: the PIN is still taken at once.
    session = await unlock();
    expect(getOpenDevice(session).getSnapshot().trouble).toBeUndefined();
    await session.lock();
  });
});
