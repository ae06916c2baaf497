/**
 * After ten wrong PINs nobody can confirm here any more what was written while locked, nor leave a screen that was never left. It
 * was shown as saved, so it gets its place and goes to the commune as it was sealed. Reads and opens nothing.
 */
import type { RecordId } from '#shared/ids';
import { bytesToBase64Url } from '#shared/ids';
import { dropLockedEntry, readLockedEntries } from '../storage/keep-locked-entries.ts';
import type { LockedEntryRow, UnplacedOperation } from '../storage/stored-rows.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { DeviceRunner } from './run-device.ts';

interface PlacingParts {
  readonly connection: VaultConnection;
  readonly runner: DeviceRunner;
}

/** May be broken off anywhere: what has a row is not laid down again, and an entry goes when all of it has a place. */
export async function placeUnreadable(parts: PlacingParts): Promise<void> {
  const { connection, runner } = parts;
  await placeSlots(runner);
  const rows = await connection.run(readLockedEntries);
  for (const row of rows.ok ? rows.value : []) await placeEntry(parts, row);
}

async function placeSlots(runner: DeviceRunner): Promise<void> {
  for (const record of Object.keys(runner.disk.slots) as RecordId[]) {
    // Their person had said yes before a word was written, and nobody is in the middle of it any more.
    runner.dispatch({ type: 'holdEnded', record });
    runner.dispatch({ type: 'queueAsked', record });
  }
  await runner.whenQuiet();
}

async function placeEntry({ connection, runner }: PlacingParts, row: LockedEntryRow): Promise<void> {
  const hasRow = async (record: RecordId): Promise<boolean | undefined> => {
    const found = await connection.run((db) => db.records.where('record').equals(record).count());
    return found.ok ? found.value > 0 : undefined;
  };
  // Sealed for no commune: its key was none. It stays, as it always has.
  if (row.forCommune.length === 0) return;
  for (const operation of row.forCommune) {
    // Somebody had said yes to it, and it was being carried out: that is newer than what was sealed here.
    if ((await hasRow(operation.record)) !== false) continue;
    layDown(runner, operation);
    await runner.whenQuiet();
  }
  await placeSlots(runner);
  const there = await Promise.all(row.forCommune.map(({ record }) => hasRow(record)));
  const isPlaced = row.forCommune.every(({ record }) => runner.disk.slots[record] === undefined);
  if (isPlaced && there.every(Boolean)) await connection.run((db) => dropLockedEntry(db, row.entry));
}

/** As a save whose own words nobody will ever read here. */
function layDown(runner: DeviceRunner, operation: UnplacedOperation): void {
  const { record, opId, keyId, dictVersion, cipherHash, sealed, encapsulationBytes } = operation;
  const encapsulation = { id: bytesToBase64Url(encapsulationBytes.slice(1, 17)), bytes: encapsulationBytes };
  const names = { record, opId, keyId, dictVersion, cipherHash, encapsulation: encapsulation.id };
  const staged = { record, opId, basedOn: undefined, cipher: new Uint8Array(), sealed, encapsulation };
  runner.save(staged, { ...names, length: sealed.length, since: 0 }, null);
}
