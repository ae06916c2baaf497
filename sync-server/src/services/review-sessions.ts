/** The head's view of a commune's sessions: opens their records, counts, and forgets them. Shows nobody's name. */
import type { ReviewReply, SessionSummary } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import { isId, type RecordId } from '#shared/ids';
import type { Relative } from '#shared/model/dossier';
import { groupSame, readSessionFacts } from '#shared/rules/same-record';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { KeyRing } from '../protection/key-ring.ts';
import type { CommuneStore, DelegationStore, DeviceStore, RecordStore } from '../storage/store.ts';
import { countAlsoElsewhere, type Listed, listNamed } from './count-also-elsewhere.ts';
import { findOpenDelegation } from './find-deputy.ts';
import { getCommuneByNumber } from './describe-commune.ts';
import { findSilentPhones } from './find-silent-phones.ts';
import { createHiding } from './hide-people.ts';
import { findRecordState } from './record-cipher.ts';
import { listHamlets } from './list-hamlets.ts';
import { listLodged } from './list-lodged.ts';
import { listRows } from './list-rows.ts';
import { readField, readText, readValues } from './read-fields.ts';
import { hasWords, type OpenedSession, summariseSession } from './summarise-session.ts';

export interface ReviewDeps {
  readonly store: CommuneStore & DeviceStore & RecordStore & DelegationStore;
  readonly keys: KeyRing;
  readonly now: () => number;
}

const DAY_MS = 24 * 3_600_000;
const DAYS_SHOWN = 62;

/** Newest day first: the last two months, and whatever nobody has decided on yet. */
export async function reviewSessions(deps: ReviewDeps, communeN: number): Promise<ReviewReply> {
  const { store, now } = deps;
  const at = now();
  const oldest = getVietnamDay(at - DAYS_SHOWN * DAY_MS);
  // Read first: an approval says what it had seen, and must not claim what came while it was counted.
  const seen = (await getCommuneByNumber(store, communeN)).seq;
  const devices = await store.listDevices(communeN);
  const sessions = await listOpened(deps, { communeN, collection: 'session' });
  const dossiers = await listOpened(deps, { communeN, collection: 'dossier' });
  // Opened only where there is something to hide them from.
  const people = sessions.some(hasWords) ? await listOpened(deps, { communeN, collection: 'citizen' }) : [];
  const hideFor = createHiding({
    citizens: [...listNames(people), ...listRelatives(dossiers)],
    staff: devices.map(({ memberName }) => memberName),
  });
  const named = await store.listTeamHamlets(communeN);
  const joined = joinSame(sessions);
  const summaries: Omit<SessionSummary, 'alsoElsewhere'>[] = [];
  const listed: Listed[] = [];
  for (const same of joined) {
    const opened = await openSession(deps, communeN, same);
    const hide = hideFor([...listNames(opened.citizens), ...listRelatives(opened.dossiers)]);
    const counted = summariseSession(opened, { devices, hide, named });
    listed.push(listNamed(opened));
    if (counted.decision !== null && counted.day < oldest) continue;
    const silentPhones = findSilentPhones(opened, { devices, at });
    summaries.push({ ...counted, silentPhones, rows: listRows(opened), seen });
  }
  const elsewhere = countAlsoElsewhere(listed);
  return {
    at,
    delegation: await findOpenDelegation(store, communeN, at),
    sessions: summaries
      .map((one) => ({ ...one, alsoElsewhere: elsewhere.get(one.session) ?? 0 }))
      .sort((one, other) => (one.day < other.day ? 1 : -1)),
    lodged: listLodged(dossiers, at),
    hamlets: await listHamlets({
      sessions: joined.map(({ session }) => session),
      named,
      listReviews: (session) => listOpened(deps, { communeN, collection: 'review', clear: { session } }),
      hide: hideFor([]),
    }),
  };
}

function listNames(citizens: readonly RecordState[]): string[] {
  return citizens.map((citizen) => readText(citizen, 'fullName'));
}

/** Who files for somebody else: no citizen of ours, and named in a note as easily. */
function listRelatives(dossiers: readonly RecordState[]): string[] {
  return dossiers.flatMap((dossier) => readField<Relative>(dossier, 'relative')?.name ?? []);
}

type Filter = Parameters<RecordStore['listRecords']>[0];

/** Records of erased people are left out. */
async function listOpened({ store, keys }: ReviewDeps, filter: Filter): Promise<RecordState[]> {
  const records = await store.listRecords(filter);
  return records.flatMap((record) => findRecordState(keys, record) ?? []);
}

interface SameSessions {
  /** Under which they go on, with whoever signed in and whatever went wrong at any of them. */
  readonly session: RecordState;
  readonly records: readonly RecordId[];
}

/** Two that the team said are one are read as one. */
function joinSame(sessions: readonly RecordState[]): SameSessions[] {
  const groups = groupSame(sessions.map((one) => readSessionFacts(readValues(one))));
  return sessions
    .filter(({ record }) => groups.get(record) === record)
    .map((session) => {
      const others = sessions.filter((one) => one !== session && groups.get(one.record) === session.record);
      const shared = others.flatMap(({ fields }) =>
        Object.entries(fields).filter(([path]) => /^(members|incidents)\//.test(path)),
      );
      const fields = { ...Object.fromEntries(shared), ...session.fields };
      return { session: { ...session, fields }, records: [session, ...others].map(({ record }) => record) };
    });
}

/** The named session with those that are the same; of a twin, those under which it goes on. */
export async function openNamedSession(
  deps: ReviewDeps,
  communeN: number,
  session: RecordId,
): Promise<OpenedSession | undefined> {
  const all = joinSame(await listOpened(deps, { communeN, collection: 'session' }));
  const same = all.find(({ records }) => records.includes(session));
  return same && openSession(deps, communeN, same);
}

async function openSession(
  deps: ReviewDeps,
  communeN: number,
  { session, records }: SameSessions,
): Promise<OpenedSession> {
  const list = async (collection: string): Promise<RecordState[]> => {
    const found: RecordState[] = [];
    for (const record of records)
      found.push(...(await listOpened(deps, { communeN, collection, clear: { session: record } })));
    return found;
  };
  const [attendance, consents, accountSetups, dossiers, reviews] = [
    await list('attendance'),
    await list('consent'),
    await list('accountSetup'),
    await list('dossier'),
    await list('review'),
  ];
  const named = [...attendance, ...consents, ...accountSetups, ...dossiers].flatMap(listCitizens);
  const citizens = await openCitizens(deps, communeN, new Set(named));
  return { session, attendance, citizens, consents, accountSetups, dossiers, reviews };
}

function listCitizens({ fields }: RecordState): RecordId[] {
  return Object.entries(fields).flatMap(([path, { value }]) => {
    const isVisitor = path.startsWith('visitors/') && typeof value === 'object' && value !== null;
    const id = isVisitor && 'citizen' in value ? value.citizen : path === 'citizen' ? value : undefined;
    return isId(id) ? [id as string as RecordId] : [];
  });
}

async function openCitizens(
  { store, keys }: ReviewDeps,
  communeN: number,
  ids: ReadonlySet<RecordId>,
): Promise<RecordState[]> {
  const citizens: RecordState[] = [];
  for (const id of ids) {
    const record = await store.findRecord(id);
    const state = record?.communeN === communeN ? findRecordState(keys, record) : undefined;
    if (state?.collection === 'citizen') citizens.push(state);
  }
  return citizens;
}
