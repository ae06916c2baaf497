import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { createDeviceDisk } from '#shared/custody/device-disk';
import { bytesToId, type DeviceId } from '#shared/ids';
import { DISK_HEAD } from '../database.ts';
import { putLockedEntry, readLockedEntries } from '../keep-locked-entries.ts';
import { VaultConnection } from '../vault-connection.ts';

const QUIET = { flushBeforeClosing: async () => undefined, closedByNewerVersion: () => undefined };
const DEVICE = bytesToId<DeviceId>(new Uint8Array(16).fill(3));
/** As phones have it from before anything could be written locked. */
const VERSION_1 = {
  meta: '',
  records: 'record, pending',
  pulled: 'record, withdrawn',
  outbox: 'seq',
  encapsulations: 'id',
  pieces: '[attachment+index], attachment, encapsulation, sent, sentAfter',
  receipts: 'incarnation',
  keys: '',
};
const ROWS: readonly (readonly [string, object, string?])[] = [
  ['records', { record: 'r', opId: 'o', cipher: Uint8Array.of(1, 2), pending: 1 }],
  ['pulled', { record: 'r', cipher: Uint8Array.of(3) }],
  ['outbox', { seq: 1, record: 'r', opId: 'o', sealed: Uint8Array.of(4) }],
  ['encapsulations', { id: 'e', bytes: Uint8Array.of(5) }],
  ['pieces', { attachment: 'a', index: 0, encapsulation: 'e', sent: 0, sealed: Uint8Array.of(6) }],
  ['receipts', { incarnation: 'i', upTo: 1 }],
  ['keys', { format: 1 }, 'wraps'],
];

it('opens a vault from before anything could be written locked, byte for byte, and writes in it', async () => {
  const { slots: _slots, queue: _queue, ...head } = createDeviceDisk(DEVICE);
  const old = new Dexie('v-old');
  old.version(1).stores(VERSION_1);
  await old.table('meta').put(head, DISK_HEAD);
  for (const [table, row, key] of ROWS) await old.table(table).put(row, key);
  old.close();

  const entry = {
    entry: 'x',
    encapsulationBytes: new Uint8Array(65),
    sealed: Uint8Array.of(7),
    forCommune: [],
  };
  const connection = new VaultConnection('v-old', QUIET);
  const read = await connection.run(async (db) => {
    await putLockedEntry(db, entry);
    return Promise.all([...ROWS.map(([table]) => db.table(table).toArray()), db.meta.get(DISK_HEAD)]);
  });
  expect(read).toEqual({ ok: true, value: [...ROWS.map(([, row]) => [row]), head] });
  connection.close();
  const fresh = new VaultConnection('v-old', QUIET);
  expect(await fresh.run(readLockedEntries)).toEqual({ ok: true, value: [entry] });
  fresh.close();
});

it('never writes over an entry that a person has gone on with', async () => {
  const connection = new VaultConnection('v-reviewed', QUIET);
  const reviewed = Uint8Array.of(9);
  const row = { entry: 'x', encapsulationBytes: Uint8Array.of(1), sealed: Uint8Array.of(2), forCommune: [] };
  await connection.create(async (db) => {
    await putLockedEntry(db, { ...row, reviewed });
    await putLockedEntry(db, row);
    expect(await readLockedEntries(db)).toEqual([{ ...row, reviewed }]);
  });
  connection.close();
});
