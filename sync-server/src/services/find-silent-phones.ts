/** Phones from which a session may still lack something: told by what they said, by the codes that were handed out, and by their silence. */
import type { SilentPhone } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import { isOfTeam } from '#shared/model/collection';
import { listSilentLetters } from '#shared/rules/session-letters';
import type { StoredDevice } from '../storage/rows.ts';
import { listBelow, readNumber, readText } from './read-fields.ts';
import { listMemberIds, type OpenedSession } from './summarise-session.ts';

interface Heard {
  readonly devices: readonly StoredDevice[];
  /** The server's clock, milliseconds. */
  readonly at: number;
}

/** A phone that owes saves is named for that, and for nothing else. */
export function findSilentPhones(opened: OpenedSession, { devices, at }: Heard): SilentPhone[] {
  const team = devices.filter((device) => isOfTeam(device.role));
  const writers = listWriters(opened);
  const members = new Set<string>(listMemberIds(opened.session));
  const behind = team.filter(
    ({ id, member, saidSeq, lastSeq }) => saidSeq > lastSeq && (writers.has(id) || members.has(member)),
  );
  const closing = findClosing(opened.session, devices, at);
  const isQuiet = ({ id, standing, lastSeenAt }: StoredDevice): boolean =>
    closing !== undefined &&
    id !== closing.by &&
    // One that was ended can send no more: it is not waited for.
    standing !== 'revoked' &&
    (lastSeenAt ?? 0) < closing.at;
  const quiet = team.filter((device) => isQuiet(device) && !behind.includes(device));
  const ofTeams = new Set(team.filter(({ id }) => writers.has(id)).map(({ teamN }) => teamN));
  const others = quiet.filter(({ id, teamN }) => !writers.has(id) && ofTeams.has(teamN));
  return [
    ...behind.map((device) => describePhone('behind', device)),
    ...quiet.filter(({ id }) => writers.has(id)).map((device) => describePhone('quiet', device)),
    ...listSilentLetters(readLists(opened.attendance)).map((letter) => ({
      ...{ why: 'joined' as const, name: '', letter, missing: 0, lastSeenAt: null },
      maybe: [...new Set(others.map(({ memberName }) => memberName))],
    })),
  ];
}

function describePhone(why: 'behind' | 'quiet', device: StoredDevice): SilentPhone {
  const { memberName: name, saidSeq, lastSeq, lastSeenAt } = device;
  return { why, name, missing: Math.max(0, saidSeq - lastSeq), lastSeenAt };
}

function listWriters({ session, attendance, accountSetups, dossiers }: OpenedSession): ReadonlySet<string> {
  const records = [session, ...attendance, ...accountSetups, ...dossiers];
  return new Set(records.flatMap(({ fields }) => Object.values(fields).map((field) => field.device)));
}

interface Closing {
  readonly by: string;
  /** As near as can be told by the server's clock: the phone's own, less what it said to be ahead. Never later than now. */
  readonly at: number;
}

/** Undefined while the session goes on. */
function findClosing(
  session: RecordState,
  devices: readonly StoredDevice[],
  at: number,
): Closing | undefined {
  const closedAt = readNumber(session, 'closedAt');
  const by = session.fields['closedAt']?.device;
  if (closedAt === null || by === undefined) return undefined;
  const ahead = devices.find(({ id }) => id === by)?.saidClockOffset ?? 0;
  return { by, at: Math.min(at, closedAt - ahead) };
}

function readLists(attendance: readonly RecordState[]): Parameters<typeof listSilentLetters>[0] {
  return attendance.map((list) => ({
    session: readText(list, 'session'),
    letter: readText(list, 'letter') || undefined,
    lettersGiven: readNumber(list, 'lettersGiven') ?? 0,
    lettersUnused: listBelow<boolean>(list, 'lettersUnused').flatMap(([letter, is]) => (is ? letter : [])),
  }));
}
