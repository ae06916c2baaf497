/** What a team wrote of a session after the head had read it: by whom, and the latest instant that it names. Counts nothing. */
import type { SessionSummary } from '#shared/contracts/review';
import type { FieldState, RecordState } from '#shared/custody/server-types';
import { isOfTeam } from '#shared/model/collection';
import type { StoredDevice } from '../storage/rows.ts';

interface Written {
  readonly session: RecordState;
  readonly attendance: readonly RecordState[];
  readonly accountSetups: readonly RecordState[];
  readonly dossiers: readonly RecordState[];
}

/**
 * `seen`: the change sequence that the head had read. A dossier that goes on its way, and an answer to the head, change nothing
 * of what was approved.
 */
export function findAmendment(
  { session, attendance, accountSetups, dossiers }: Written,
  seen: number,
  devices: readonly StoredDevice[],
): SessionSummary['amendment'] {
  const team = new Map<string, string>(
    devices.filter((device) => isOfTeam(device.role)).map((device) => [device.id, device.memberName]),
  );
  const later = [
    ...listLater([session], seen, (path) => !path.startsWith('replies/')),
    ...listLater(attendance, seen, () => true),
    ...listLater(accountSetups, seen, (path) => path.startsWith('steps/')),
    ...listLater(dossiers, seen, (path) => path === 'citizen'),
  ].filter(({ device }) => team.has(device));
  if (later.length === 0) return null;
  const by = [...new Set(later.map(({ device }) => team.get(device) ?? ''))];
  return { by, at: findLatest(later) };
}

function listLater(
  records: readonly RecordState[],
  seen: number,
  isPart: (path: string) => boolean,
): FieldState[] {
  return records.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([path, field]) => (field.seq > seen && isPart(path) ? [field] : [])),
  );
}

/** Of the phones' own clocks: shown, and compared with nothing. */
function findLatest(fields: readonly FieldState[]): number | null {
  const instants = fields.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number'
      ? [value.at]
      : [],
  );
  return instants.length === 0 ? null : Math.max(...instants);
}
