/** Decisions that no restore may undo: a file beside the data, outside every backup, to which lines are only added. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeviceId, isId } from '#shared/ids';

/** `at`: server clock, milliseconds: to be read by people, compared with nothing. */
export type Decision = { readonly at: number } & (
  | { readonly type: 'revoked' | 'admitted'; readonly device: DeviceId }
  | { readonly type: 'delegationEnded'; readonly delegation: string }
);

const FILE = 'decisions';

/** On the disk before it returns. Begins a line of its own, so that one cut short by a crash spoils no other. */
export function noteDecision(dataDir: string, decision: Decision): void {
  const object = decision.type === 'delegationEnded' ? decision.delegation : decision.device;
  const line = `\n${decision.type} ${object} ${decision.at}\n`;
  appendFileSync(join(dataDir, FILE), line, { mode: 0o600, flush: true });
}

/** The devices whose last decision was to end them; undefined where nothing was ever written down. */
export function findRevoked(dataDir: string): readonly DeviceId[] | undefined {
  const revoked = new Set<DeviceId>();
  const decisions = readDecisions(dataDir);
  for (const { type, object } of decisions ?? []) {
    if (type === 'revoked') revoked.add(object as DeviceId);
    else revoked.delete(object as DeviceId);
  }
  return decisions && [...revoked];
}

export function listEndedDelegations(dataDir: string): readonly string[] {
  const ended = (readDecisions(dataDir) ?? []).filter(({ type }) => type === 'delegationEnded');
  return ended.map(({ object }) => object);
}

function readDecisions(dataDir: string): readonly { type: string; object: string }[] | undefined {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [type = '', object] = line.split(' ');
      return isId(object) ? [{ type, object }] : [];
    });
}
