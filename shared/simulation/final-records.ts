/** Whether the records came out right: nothing counted lost, both of two values kept, every phone showing the same. */
import type { RecordState } from '../src/custody/server-types.ts';
import type { Json } from '../src/model/operation.ts';
import type { DeviceId, RecordId } from '../src/ids.ts';
import { Violation } from './violation.ts';
import type { Phone, World } from './world.ts';

interface Writing {
  readonly device: DeviceId;
  readonly seq: number;
  readonly base: number;
  readonly value: Json;
  /** Which life of the server obeyed it, and which one its base counts in. */
  readonly life: number;
  readonly baseLife: number;
}

/** What was obeyed in a later life than the writer had heard of cannot have been seen, whatever the numbers say. */
function hasSeen(later: Writing, earlier: Writing): boolean {
  return later.base >= earlier.seq && later.baseLife >= earlier.life;
}

/** Told from the stored operations alone, by another rule than the fold's own: what was last, and what it had not seen. */
export function checkFolding(world: World): void {
  for (const [record, paths] of listWritings(world)) {
    const state = world.house.store.tables.records.get(record);
    for (const [path, writings] of paths) checkField(state, path, writings);
  }
}

function listWritings(world: World): Map<RecordId, Map<string, Writing[]>> {
  const { oracle, house } = world;
  const { incarnations } = house;
  const all: (Writing & { readonly record: RecordId; readonly path: string })[] = [];
  for (const [device, rows] of house.store.tables.ops) {
    for (const { op, opId, changeSeq, incarnation } of rows) {
      if (!op || changeSeq === null) continue;
      for (const path of Object.keys(op.patch)) {
        const value = op.patch[path] ?? null;
        const life = incarnations.indexOf(incarnation);
        const baseLife = Math.max(0, incarnations.indexOf(oracle.sealed.get(opId)?.incarnation ?? 'first'));
        const place = { device, seq: changeSeq, base: op.base, life, baseLife };
        all.push({ ...place, value, record: op.record, path });
      }
    }
  }
  all.sort((one, other) => one.seq - other.seq);
  const grouped = new Map<RecordId, Map<string, Writing[]>>();
  for (const writing of all) {
    const paths = grouped.get(writing.record) ?? new Map<string, Writing[]>();
    grouped.set(writing.record, paths);
    const list = paths.get(writing.path) ?? [];
    paths.set(writing.path, list);
    list.push(writing);
  }
  return grouped;
}

/** A writing of what was there already competes with nobody. */
function listChanging(writings: readonly Writing[]): Writing[] {
  return writings.filter((one, at) => at === 0 || !isSame(one.value, writings[at - 1]?.value ?? null));
}

function checkField(state: RecordState | undefined, path: string, all: readonly Writing[]): void {
  const writings = listChanging(all);
  const last = writings.at(-1);
  const field = state?.fields[path];
  if (!last) return;
  const invariant = path.startsWith('heads/') ? 'I12' : 'I7';
  if (!field || !isSame(field.value, last.value)) {
    throw new Violation(invariant, `${state?.record} ${path} is not what was written last`);
  }
  for (const earlier of writings) {
    if (earlier.device === last.device || hasSeen(last, earlier)) continue;
    if (isSame(earlier.value, last.value)) continue;
    if (isRetold(all, earlier)) continue;
    if (!field.others?.some((other) => isSame(other, earlier.value))) {
      throw new Violation('I7', `${state?.record} ${path}: ${earlier.seq} is not kept of ${list(writings)}`);
    }
  }
}

function list(writings: readonly Writing[]): string {
  return writings
    .map(({ device, seq, base, value }) => `${device} ${seq} from ${base} ${JSON.stringify(value)}`)
    .join(', ');
}

/** Somebody wrote over it who had seen it, or its author wrote again: then it need not be kept. */
function isRetold(writings: readonly Writing[], earlier: Writing): boolean {
  return writings.some(
    (later) => later.seq > earlier.seq && (later.device === earlier.device || hasSeen(later, earlier)),
  );
}

export function checkConvergence(world: World): void {
  const { devices, records } = world.house.store.tables;
  for (const phone of world.phones) {
    const row = devices.get(phone.id);
    // A copied phone that never wrote is not noticed, and is not told what its twin wrote.
    if (row?.standing !== 'approved' || world.oracle.cloned.has(phone.id)) continue;
    // Of two histories under one name neither reads on; where nothing can be opened or sent, nobody looks.
    if (row.forked || phone.isStopped || phone.isErased || phone.isAbandoned) continue;
    const refused = listRefused(world, phone);
    for (const [record, state] of records) {
      if (!refused.has(record)) compareRecord(phone, state);
    }
  }
}

/** What was set aside stays on its author's phone as it was typed, until a person mends it. */
function listRefused(world: World, phone: Phone): Set<RecordId> {
  const rows = world.house.store.tables.ops.get(phone.id) ?? [];
  const refused = rows.filter((row) => row.setAside);
  return new Set(refused.flatMap(({ opId }) => world.oracle.sealed.get(opId)?.op.record ?? []));
}

function compareRecord(phone: Phone, state: RecordState): void {
  const shown = phone.disk.records.get(state.record);
  for (const path of Object.keys(state.fields)) {
    const value = state.fields[path]?.value ?? null;
    if (!shown || !isSame(shown[path] ?? null, value)) {
      const facts = `${phone.name} shows ${JSON.stringify(shown?.[path])}, the server ${JSON.stringify(value)}`;
      throw new Violation('I7', `${state.record} ${path}: ${facts}`);
    }
  }
}

function isSame(one: Json, other: Json): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
