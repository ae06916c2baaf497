/**
 * Seals what is in memory only, record by record, as it would come next in this phone's sequence, and gives it no place there:
 * a place that the disk does not know of would be given twice (docs/decisions/0009). Sends nothing.
 */
import type { Run, WireItem } from '#shared/contracts/sync';
import { GENESIS_HASH } from '#shared/custody/device-disk';
import { ENCAPSULATION_BYTES, LIMITS } from '#shared/model/envelope';
import type { Json } from '#shared/model/operation';
import type { RecordId } from '#shared/ids';
import type { Clock } from '../platform/clock.ts';
import type { SealedOperation, Vault } from '../vault/vault-types.ts';
import { hashToBytes } from './chain-hash.ts';
import type { RecordEntry, RecordStore } from './record-store.ts';
import type { DeviceRunner } from './run-device.ts';
import { continueEntry, writeOperation } from './save-record.ts';

export interface UnsavedParts {
  readonly runner: DeviceRunner;
  readonly store: RecordStore;
  readonly vault: Vault;
  readonly clock: Clock;
}

export interface SealedUnsaved {
  readonly record: RecordId;
  /** What was sealed: typing on makes another one. */
  readonly unsaved: ReadonlyMap<string, Json>;
}

/** As much as one request holds. `run.items` are those of `sealed`, in order. */
export interface UnplacedRun {
  readonly run: Run;
  readonly sealed: readonly SealedUnsaved[];
}

/** The pieces of a scan lie on the disk, so that its paper must too: otherwise the commune would wait for pieces for ever. */
const ONLY_WITH_THE_DISK = 'paper';

/** Nobody's, whose person may still refuse. */
function listSendable({ runner, store }: UnsavedParts): [RecordId, RecordEntry][] {
  return [...store.listEntries()].filter(
    ([record, entry]) =>
      entry.unsaved.size > 0 && entry.collection !== ONLY_WITH_THE_DISK && !runner.isHeld(record),
  );
}

/** Runs of what can be sealed; what is too large for one item is in none. */
export async function sealUnsaved(parts: UnsavedParts): Promise<UnplacedRun[]> {
  const runs: UnplacedRun[] = [];
  let open: Batch = { items: [], sealed: [], bytes: 0 };
  const close = (): void => {
    if (open.items.length > 0) runs.push({ run: describeRun(parts.runner, open.items), sealed: open.sealed });
    open = { items: [], sealed: [], bytes: 0 };
  };
  for (const [record, entry] of listSendable(parts)) {
    const item = await sealEntry(parts, record, entry);
    if (!item) continue;
    const bytes = item.sealed.length + ENCAPSULATION_BYTES;
    if (open.items.length >= LIMITS.itemsPerBatch || open.bytes + bytes > LIMITS.defaultBatchBytes) close();
    open.items.push(item);
    open.sealed.push({ record, unsaved: entry.unsaved });
    open.bytes += bytes;
  }
  close();
  return runs;
}

interface Batch {
  readonly items: SealedOperation[];
  readonly sealed: SealedUnsaved[];
  bytes: number;
}

async function sealEntry(
  { runner, store, vault, clock }: UnsavedParts,
  record: RecordId,
  entry: RecordEntry,
): Promise<SealedOperation | undefined> {
  const { disk } = runner;
  const { ops = [], received } = entry.handedIn ?? {};
  const operation = writeOperation(record, continueEntry(disk, record, entry), {
    at: clock.wall(),
    knows: ops,
  });
  const sealed = await vault.sealOperation({ device: disk.device, operation });
  if (!sealed.ok) return undefined;
  // Before anything leaves: whatever is sealed after this one says that it knows of it, answered or not.
  store.change(record, entry.collection, {
    handedIn: { ops: [...ops, sealed.value.opId], received },
  });
  return sealed.value;
}

function describeRun({ disk }: DeviceRunner, items: readonly SealedOperation[]): Run {
  const { device, head } = disk;
  const encapsulations = [...new Map(items.map(({ encapsulation }) => [encapsulation.id, encapsulation]))];
  const names = encapsulations.map(([name]) => name);
  return {
    device,
    from: head.seq + 1,
    prev: hashToBytes(head.seq === 0 ? GENESIS_HASH : head.hash),
    encapsulations: encapsulations.map(([, { bytes }]) => bytes),
    items: items.map(({ opId, keyId, dictVersion, sealed, encapsulation }): WireItem => ({
      ...{ opId, keyId, dictVersion, sealed },
      encapsulation: names.indexOf(encapsulation.id),
    })),
  };
}
