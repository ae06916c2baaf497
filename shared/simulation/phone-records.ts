/** What a phone shows of its records: what the commune has told, and what was written here laid over it. */
import type { DeviceWrite } from '../src/custody/device-types.ts';
import type { RecordState } from '../src/custody/server-types.ts';
import type { OpId, RecordId } from '../src/ids.ts';
import type { Json, Patch } from '../src/model/operation.ts';
import type { Saved } from './copy-files.ts';
import type { Phone, PhoneDisk, Tab, World } from './world.ts';

export function writeRecords(
  world: World,
  tab: Tab,
  { records, write }: { records: PhoneDisk['records']; write: DeviceWrite },
): PhoneDisk['records'] {
  switch (write.type) {
    case 'putRecord':
      return overlay(world, new Map(records), [write.opId]);
    case 'dropServerBase':
      return overlay(world, new Map(), listOwnOps(tab.phone, { above: 0 }));
    case 'putPulled':
      return layPulled(world, tab, { records, pulled: tab.pulled.get(write.answer) ?? [] });
    default:
      return records;
  }
}

function layPulled(
  world: World,
  tab: Tab,
  { records, pulled }: { records: PhoneDisk['records']; pulled: readonly RecordState[] },
): PhoneDisk['records'] {
  if (pulled.length === 0) return records;
  const laid = new Map(records);
  const touched = new Set<RecordId>();
  for (const state of pulled) {
    touched.add(state.record);
    const fields: Record<string, Json> = {};
    for (const path of Object.keys(state.fields)) fields[path] = state.fields[path]?.value ?? null;
    laid.set(state.record, fields);
  }
  const own = listOwnOps(tab.phone, { above: tab.phone.disk.meta.acked }).filter((opId) =>
    touched.has(world.oracle.sealed.get(opId)?.op.record as RecordId),
  );
  return overlay(world, laid, own);
}

/** What the phone itself wrote and still keeps, oldest first. */
function listOwnOps(phone: Phone, { above }: { readonly above: number }): OpId[] {
  const { queue, slots } = phone.disk.meta;
  const queued = queue.filter((item) => item.seq > above).map((item) => item.opId);
  return [...queued, ...Object.values(slots).map((slot) => slot.opId)];
}

export function overlay(
  world: World,
  records: Map<RecordId, Patch>,
  opIds: readonly OpId[],
): Map<RecordId, Patch> {
  for (const opId of opIds) {
    const op = world.oracle.sealed.get(opId)?.op;
    if (op) records.set(op.record, { ...records.get(op.record), ...op.patch });
  }
  return records;
}

export function noteSaves(from: Saved | undefined, writes: readonly DeviceWrite[]): Saved | undefined {
  let saved = from;
  for (const write of writes) if (write.type === 'putRecord') saved = { opId: write.opId, before: saved };
  return saved;
}
