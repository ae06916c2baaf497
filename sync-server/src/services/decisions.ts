/** Decisions that no restore may undo: a file beside the data, outside every backup, to which lines are only added. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeviceId, isId } from '#shared/ids';

export interface Decision {
  readonly type: 'revoked' | 'admitted';
  readonly device: DeviceId;
  /** Server clock, milliseconds: to be read by people, compared with nothing. */
  readonly at: number;
}

const FILE = 'decisions';

/** On the disk before it returns. Begins a line of its own, so that one cut short by a crash spoils no other. */
export function noteDecision(dataDir: string, { type, device, at }: Decision): void {
  appendFileSync(join(dataDir, FILE), `\n${type} ${device} ${at}\n`, { mode: 0o600, flush: true });
}

/** The devices whose last decision was to end them; undefined where nothing was ever written down. */
export function findRevoked(dataDir: string): readonly DeviceId[] | undefined {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  const revoked = new Set<DeviceId>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [type, device] = line.split(' ');
    if (!isId(device)) continue;
    if (type === 'revoked') revoked.add(device as DeviceId);
    else revoked.delete(device as DeviceId);
  }
  return [...revoked];
}
