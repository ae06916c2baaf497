/** What a device has not read yet: changes of its commune that its role and team may see, coalesced per record, a page at a time. */
import { encode } from 'cborg';
import type { Change, Cursor } from '#shared/contracts/sync';
import { isToldTo } from '#shared/custody/server';
import type { Json } from '#shared/model/operation';
import type { RecordState } from '#shared/custody/server-types';
import type { Role } from '#shared/model/collection';
import { readableCollections } from '#shared/model/collections';
import type { KeyRing } from '../protection/key-ring.ts';
import type { ChangeKind, StoredChange, StoredDevice, StoredRecord } from '../storage/rows.ts';
import type { ChangeStore } from '../storage/store.ts';
import type { Incarnation } from './incarnation.ts';
import { findRecordState } from './record-cipher.ts';

export interface CollectDeps {
  readonly store: ChangeStore;
  readonly keys: KeyRing;
  readonly incarnation: Incarnation;
}

export interface ChangesAsked {
  readonly device: StoredDevice;
  readonly cursor: Cursor | null;
}

export interface Collected {
  readonly changes: readonly Change[];
  readonly cursor: Cursor;
  readonly more: boolean;
}

const ROWS_PER_PAGE = 2_000;
const RECORDS_PER_PAGE = 500;
const BYTES_PER_PAGE = 256 * 1024;

/** A cursor of another life of the store reads from the beginning. */
export async function collectChanges(
  deps: CollectDeps,
  { device, cursor }: ChangesAsked,
): Promise<Collected> {
  const isOfThisLife = cursor !== null && Buffer.compare(cursor.incarnation, deps.incarnation.id) === 0;
  const after = isOfThisLife ? cursor.seq : 0;
  const rows = await deps.store.listChanges({ communeN: device.communeN, after, limit: ROWS_PER_PAGE });
  const start = await deps.store.getIncarnationStart(device.communeN);
  const touched = coalesce(rows, device, start);
  const seen = await listSeen(deps.store, device, touched);
  const page = fillPage({ keys: deps.keys, role: device.role }, seen, touched);
  const lastRow = rows.at(-1)?.seq ?? after;
  const seq = page.stoppedBefore === undefined ? lastRow : page.stoppedBefore - 1;
  const more = page.stoppedBefore !== undefined || rows.length === ROWS_PER_PAGE;
  return { changes: page.changes, cursor: { incarnation: deps.incarnation.id, seq }, more };
}

interface Touched {
  readonly recordN: number;
  readonly first: number;
  readonly last: number;
  readonly kind: ChangeKind;
}

/** In the order of each record's first change, so that a page that is cut short loses none. Own writes are never read back. */
function coalesce(rows: readonly StoredChange[], device: StoredDevice, start: number): Touched[] {
  const touched = new Map<number, Touched & { readonly isOwn: boolean }>();
  for (const { recordN, seq, origin, kind } of rows) {
    const before = touched.get(recordN);
    const isTold = isToldTo(device.id, { seq, origin: origin === device.n ? device.id : 'server' }, start);
    const isOwn = !isTold && (before?.isOwn ?? true);
    const first = before?.first ?? seq;
    touched.set(recordN, { recordN, first, last: seq, kind: strongest(before?.kind, kind), isOwn });
  }
  return [...touched.values()].filter((one) => !one.isOwn);
}

function strongest(before: ChangeKind | undefined, next: ChangeKind): ChangeKind {
  if (next !== 'state') return next;
  return before ?? 'state';
}

interface Seen {
  readonly record: StoredRecord;
  /** Once an office's dossier, and no more. */
  readonly isGone: boolean;
}

async function listSeen(
  store: ChangeStore,
  device: StoredDevice,
  touched: readonly Touched[],
): Promise<Map<number, Seen>> {
  const numbers = touched.map((one) => one.recordN);
  const ofTeam = await store.listSeenByTeam(numbers, device.teamN);
  const readable = readableCollections[device.role];
  const withdrawn = new Set(touched.filter((one) => one.kind === 'withdrawn').map((one) => one.recordN));
  const seen = new Map<number, Seen>();
  for (const record of await store.listRecordsByNumber(numbers)) {
    if (record.communeN !== device.communeN || !readable.includes(record.collection)) continue;
    const isGone = device.role === 'officer' && !record.office && withdrawn.has(record.n);
    if (isGone || mayRead(device, record, ofTeam)) seen.set(record.n, { record, isGone });
  }
  return seen;
}

function mayRead(device: StoredDevice, record: StoredRecord, ofTeam: ReadonlySet<number>): boolean {
  if (device.role === 'head') return true;
  return device.role === 'officer' ? record.office : ofTeam.has(record.n);
}

interface Page {
  readonly changes: readonly Change[];
  /** The first change that did not fit. */
  readonly stoppedBefore?: number;
}

/** What a team wrote in its own words may name somebody: the head is shown it with the names taken out, and only there. */
const TEAM_WORDS = /^(incidents\/|replies\/|place$|hamlet$)/;

interface Reader {
  readonly keys: KeyRing;
  readonly role: Role;
}

function fillPage(reader: Reader, seen: ReadonlyMap<number, Seen>, touched: readonly Touched[]): Page {
  const changes: Change[] = [];
  let bytes = 0;
  for (const one of touched) {
    const found = seen.get(one.recordN);
    const change = found && findChange(reader, found, one);
    if (!change) continue;
    const size = encode(change).length;
    const isFull = changes.length >= RECORDS_PER_PAGE || bytes + size > BYTES_PER_PAGE;
    if (isFull && changes.length > 0) return { changes, stoppedBefore: one.first };
    changes.push(change);
    bytes += size;
  }
  return { changes };
}

/** Undefined for what was erased. */
function findChange({ keys, role }: Reader, { record, isGone }: Seen, touched: Touched): Change | undefined {
  const place = { seq: touched.last, collection: record.collection, record: record.id };
  if (isGone) return { ...place, kind: 'withdrawn', fields: {} };
  const whole = findRecordState(keys, record);
  if (!whole) return undefined;
  const state = role === 'head' ? withoutTeamWords(whole) : whole;
  const kind = touched.kind === 'granted' ? 'granted' : 'state';
  const conflicts = listConflicts(state);
  const hasConflicts = Object.keys(conflicts).length > 0;
  return { ...place, kind, fields: listValues(state), ...(hasConflicts && { conflicts }) };
}

function withoutTeamWords(state: RecordState): RecordState {
  const fields = Object.entries(state.fields).filter(([path]) => !TEAM_WORDS.test(path));
  return { ...state, fields: Object.fromEntries(fields) };
}

function listValues(state: RecordState): Record<string, Json> {
  return Object.fromEntries(Object.entries(state.fields).map(([path, field]) => [path, field.value]));
}

function listConflicts(state: RecordState): Record<string, readonly Json[]> {
  const disputed = Object.entries(state.fields).flatMap(([path, field]) =>
    field.others ? [[path, [field.value, ...field.others]] as const] : [],
  );
  return Object.fromEntries(disputed);
}
