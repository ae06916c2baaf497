/** Turns what a session's records say into counts. What it is given holds people; what it answers holds none of them. */
import type { SessionSummary } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import type { AccountStep } from '#shared/model/account-setup';
import type { Head, Visitor } from '#shared/model/attendance';
import type { Lodging } from '#shared/model/dossier';
import type { Incident } from '#shared/model/outreach-session';
import { type HeadsWord, listWords, pickWord } from '#shared/rules/heads-word';
import { groupSame, readPersonFacts } from '#shared/rules/same-record';
import type { StoredDevice } from '../storage/rows.ts';
import { findAmendment } from './find-amendment.ts';
import type { HidePeople } from './hide-people.ts';
import { nameHamlet } from './list-hamlets.ts';
import { listQuestions, listReplies } from './list-questions.ts';
import { listBelow, readField, readNumber, readText, readValues } from './read-fields.ts';

/** The records of one session, opened; citizens are those whom the others name. */
export interface OpenedSession {
  readonly session: RecordState;
  readonly attendance: readonly RecordState[];
  readonly citizens: readonly RecordState[];
  readonly consents: readonly RecordState[];
  readonly accountSetups: readonly RecordState[];
  readonly dossiers: readonly RecordState[];
  readonly reviews: readonly RecordState[];
}

type Counted = Omit<SessionSummary, 'silentPhones' | 'rows' | 'alsoElsewhere' | 'seen'>;

export interface Known {
  /** For the names of those who wrote. */
  readonly devices: readonly StoredDevice[];
  /** For whatever a team wrote in its own words. */
  readonly hide: HidePeople;
  /** Hamlets that the office named itself. */
  readonly named: readonly string[];
}

export function summariseSession(opened: OpenedSession, { devices, hide, named }: Known): Counted {
  const { session } = opened;
  const decided = pickWord(listWords(opened.reviews.map(readValues)));
  const text = (path: string): string => readText(session, path);
  return {
    session: session.record,
    day: text('day'),
    // A round from house to house is written down as somebody's house.
    place: hide(text('place')),
    hamlet: nameHamlet(session, { named, hide }),
    kind: text('kind'),
    openedAt: readNumber(session, 'openedAt'),
    closedAt: readNumber(session, 'closedAt'),
    leader: text('leader'),
    members: listMembers(session),
    people: countPeople(opened),
    accounts: countAccounts(opened),
    dossiers: countDossiers(opened.dossiers),
    incidents: listBelow<Incident>(session, 'incidents').map(([, { kind, note = '' }]) => ({
      kind,
      note: hide(note),
    })),
    satisfaction: readField(session, 'satisfaction'),
    decision: decided ? describeDecision(decided) : null,
    amendment: decided ? findAmendment(opened, decided.seen, devices) : null,
    reply: decided ? describeReply(session, decided.key, hide) : null,
    questions: listQuestions(opened, hide).filter(({ about }) => about === undefined),
  };
}

/** True where a team wrote something in its own words. */
export function hasWords(session: RecordState): boolean {
  if (readText(session, 'place') !== '' || readText(session, 'hamlet') !== '') return true;
  return [
    ...listBelow<Incident>(session, 'incidents').map(([, incident]) => incident),
    ...listReplies(session),
  ].some(({ note = '' }) => note !== '');
}

/** Ids of the members who signed in: whoever was only expected wrote nothing here. */
export function listMemberIds(session: RecordState): string[] {
  return listBelow(session, 'members').flatMap(([path]) => {
    const [id, what] = path.split('/');
    return id !== undefined && what === 'in' ? [id] : [];
  });
}

function listMembers(session: RecordState): SessionSummary['members'] {
  const entries = new Map(listBelow<{ name?: string; at: number }>(session, 'members'));
  const ids = new Set([...entries.keys()].map((path) => path.split('/')[0] ?? ''));
  return [...ids].flatMap((id) => {
    const [came, left] = [entries.get(`${id}/in`), entries.get(`${id}/out`)];
    const name = came?.name ?? entries.get(`${id}/expected`)?.name;
    return name === undefined ? [] : [{ name, in: came?.at ?? null, out: left?.at ?? null }];
  });
}

export function listHeads({ attendance }: OpenedSession): Head[] {
  return attendance.flatMap((list) => listBelow<Head>(list, 'heads').map(([, head]) => head));
}

/** Lists of several phones add up; one person on two phones, or with two records, is one. */
export function listVisitors({ attendance, citizens }: OpenedSession): ReadonlyMap<string, Visitor> {
  const groups = groupCitizens(citizens);
  const visitors = new Map<string, Visitor>();
  for (const list of attendance) {
    for (const [, visitor] of listBelow<Visitor>(list, 'visitors')) {
      const person = groups.get(visitor.citizen) ?? visitor.citizen;
      visitors.set(person, { ...visitor, ...visitors.get(person) });
    }
  }
  return visitors;
}

function countPeople(opened: OpenedSession): SessionSummary['people'] {
  const [heads, visitors] = [listHeads(opened), listVisitors(opened)];
  const everybody = [...heads, ...visitors.values()];
  return {
    total: everybody.length,
    named: visitors.size,
    declined: heads.filter((head) => head.declined === true).length,
    bySex: tally(everybody.map((one) => one.sex)),
    byAgeBand: tally(everybody.map((one) => one.ageBand)),
  };
}

/** Citizen → the record under which this person counts once. */
export function groupCitizens(citizens: readonly RecordState[]): ReadonlyMap<string, string> {
  return groupSame(citizens.map((citizen) => readPersonFacts(readValues(citizen))));
}

function countAccounts({
  accountSetups,
  citizens,
  consents,
  dossiers,
}: OpenedSession): SessionSummary['accounts'] {
  const steps = accountSetups.flatMap((setup) => listBelow<AccountStep>(setup, 'steps'));
  const groups = groupCitizens(citizens);
  const countPersons = (records: readonly RecordState[]): number => {
    const named = records.map((record) => readText(record, 'citizen'));
    return new Set(named.map((citizen) => groups.get(citizen) ?? citizen)).size;
  };
  return {
    begun: accountSetups.length,
    finished: accountSetups.filter((setup) => readNumber(setup, 'finishedAt') !== null).length,
    stepsByWhoActed: tally(steps.map(([, step]) => step.actedBy)),
    policeReferrals: countPersons(consents.filter(isForPolice)),
    policeAppointments: countPersons([...accountSetups, ...dossiers].filter(isExpectedByPolice)),
  };
}

function isForPolice(consent: RecordState): boolean {
  const purposes = readField<readonly string[]>(consent, 'purposes');
  return purposes?.includes('policeReferral') === true && readNumber(consent, 'withdrawnAt') === null;
}

/** A day was agreed: a yes to being told of is none. */
function isExpectedByPolice(record: RecordState): boolean {
  if (record.collection === 'accountSetup') return readText(record, 'policeDay') !== '';
  const isTheirs = readText(record, 'route') === 'policeInPerson';
  return isTheirs && readField(record, 'appointment') !== null;
}

function countDossiers(dossiers: readonly RecordState[]): SessionSummary['dossiers'] {
  return {
    total: dossiers.length,
    byStanding: tally(dossiers.map(findStanding)),
    sectionsByWhoActed: tally(
      dossiers.flatMap((dossier) => listBelow<string>(dossier, 'actedBy').map(([, who]) => who)),
    ),
  };
}

export function findStanding(dossier: RecordState): string {
  const lodging = readField<Lodging>(dossier, 'lodging');
  return lodging?.state ?? (readNumber(dossier, 'finishedAt') === null ? 'draft' : 'atServer');
}

function describeDecision(word: HeadsWord): SessionSummary['decision'] {
  const { record, key, decision, by, at, turn = 0, seen, reason = null, counted = null, delegation } = word;
  return { record, key, decision, by, at, turn, seen, reason, counted, isDeputy: delegation !== undefined };
}

function describeReply(session: RecordState, to: string, hide: HidePeople): SessionSummary['reply'] {
  const reply = listReplies(session).findLast((one) => one.to === to);
  return reply ? { by: reply.by, at: reply.at, note: hide(reply.note ?? '') } : null;
}

export function tally(values: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
