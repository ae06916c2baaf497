/** Leaves a vault that must not send any more for the page that makes another one beside it. */
import type { DeviceSession } from '../custody/device-session.ts';
import { CODE_PARAMETER } from './paths.ts';

/** Leaves the page, so that nothing readable stays in memory; stays on it while something typed is not on the disk. */
export async function joinAnew(session: DeviceSession): Promise<void> {
  if (await session.flush()) location.assign(`/?${CODE_PARAMETER}=`);
}
