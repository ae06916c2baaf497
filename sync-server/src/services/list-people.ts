/** Who came to a session, by name: for the head who asks for it, after it has been written down that they did. */
import type { PeopleReply } from '#shared/contracts/review';
import type { WireError } from '#shared/contracts/error-codes';
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Visitor } from '#shared/model/attendance';
import { err, ok, type Result } from '#shared/result';
import type { StoredDevice } from '../storage/rows.ts';
import { appendAudit, type AuditDeps } from './audit.ts';
import { openNamedSession, type ReviewDeps } from './review-sessions.ts';
import { findRecordState } from './record-cipher.ts';
import { listBelow, readText } from './read-fields.ts';
import { findStanding, groupCitizens, type OpenedSession } from './summarise-session.ts';

export interface ListPeopleDeps extends ReviewDeps, AuditDeps {
  readonly store: ReviewDeps['store'] & AuditDeps['store'];
  readonly keys: ReviewDeps['keys'];
}

/** A session of another commune and one that never was are one answer: `notFound`, and nothing is written down. */
export async function listPeople(
  deps: ListPeopleDeps,
  { device, session }: { readonly device: StoredDevice; readonly session: RecordId },
): Promise<Result<PeopleReply, WireError>> {
  const record = await deps.store.findRecord(session);
  const isOwn = record?.communeN === device.communeN && record.collection === 'session';
  const state = isOwn ? findRecordState(deps.keys, record) : undefined;
  if (!state) return err({ error: 'notFound' });
  const { commune, member, id } = device;
  const what = { action: 'openSessionPeople', object: session, reason: null };
  await appendAudit(deps, { commune, member, device: id, ...what });
  const opened = await openNamedSession(deps, device.communeN, session);
  return opened ? ok({ people: describePeople(opened) }) : err({ error: 'notFound' });
}

/** One person for whoever has several records, in the order of the queue. */
function describePeople({ attendance, citizens, dossiers }: OpenedSession): PeopleReply['people'] {
  const queues = new Map<string, string[]>();
  for (const list of attendance)
    for (const [number, { citizen }] of listBelow<Visitor>(list, 'visitors'))
      queues.set(citizen, [...(queues.get(citizen) ?? []), number]);
  const persons = new Map<string, RecordState[]>();
  const groups = groupCitizens(citizens);
  for (const citizen of citizens) {
    const key = groups.get(citizen.record) ?? citizen.record;
    persons.set(key, [...(persons.get(key) ?? []), citizen]);
  }
  const people = [...persons.values()].map((records) => {
    const ids = records.map(({ record }) => record as string);
    const own = dossiers.filter((dossier) => ids.includes(readText(dossier, 'citizen')));
    return {
      name: records.map((record) => readText(record, 'fullName')).find((name) => name !== '') ?? '',
      queue: ids.flatMap((id) => queues.get(id) ?? []).sort(),
      dossiers: own.map((one) => ({ procedure: readText(one, 'procedure'), standing: findStanding(one) })),
    };
  });
  return people.sort(byQueue);
}

/** Whoever has no number in the queue comes last. */
function byQueue({ queue: [one] }: { queue: string[] }, { queue: [other] }: { queue: string[] }): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return one < other ? -1 : 1;
}
