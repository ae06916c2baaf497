/**
 * Takes back what somebody typed a moment ago and does not want kept. What no place in the sequence was given to is erased
 * from the disk with its sealed slot; the rest has left or may have left this phone, and is for the caller to empty.
 */
import type { RecordId } from '#shared/ids';
import { openTabChannel } from '../platform/tab-channel.ts';
import { dropUnqueued } from '../storage/drop-unqueued.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { RecordStore } from './record-store.ts';
import type { DeviceRunner, TabNews } from './run-device.ts';
import type { RecordSaver } from './save-record.ts';

export interface TakeBackParts {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly saver: RecordSaver;
  readonly connection: VaultConnection;
}

/** Answers the records of which nothing is left here; where the disk refuses, none of them. */
export async function takeBack(
  { runner, store, saver, connection }: TakeBackParts,
  asked: readonly RecordId[],
): Promise<readonly RecordId[]> {
  // What was sent straight from memory is at the commune, though nothing here has a place.
  const records = asked.filter((record) => !store.findEntry(record)?.handedIn);
  for (const record of records) {
    const entry = store.findEntry(record);
    if (entry) store.change(record, entry.collection, { unsaved: new Map() });
  }
  // A save that is under way would put the row down again.
  await Promise.all(records.map((record) => saver.saveRecord(record)));
  await runner.whenQuiet();
  const unsaved = records.filter((record) => {
    const entry = store.findEntry(record);
    return entry !== undefined && !entry.row && !entry.pulled;
  });
  const saves = records.flatMap((record) => {
    const row = store.findEntry(record)?.row;
    // Something of it was queued before this save: it may be long gone from here and acknowledged.
    const isFirst = row !== undefined && Object.keys(row.content.mine).length === 0;
    return isFirst ? [{ record, opId: row.opId }] : [];
  });
  const dropped = await connection.run((db) => dropUnqueued(db, saves));
  const gone = [...unsaved, ...(dropped.ok ? dropped.value : [])];
  store.drop(gone);
  // This tab hears it like any other: all of them read the disk anew.
  const channel = openTabChannel<TabNews>(connection.name);
  channel.tell({ type: 'committed', records: gone, pulled: false });
  channel.close();
  runner.reload();
  return gone;
}
