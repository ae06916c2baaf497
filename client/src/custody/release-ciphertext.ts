/** Which sealed items must stay although the server and its backup have them: those of dossiers that are not lodged. */
import type { DeviceDisk } from '#shared/custody/device-types';
import type { AttachmentId, RecordId } from '#shared/ids';
import { deletePieces, listBackedUpPieces } from '../storage/keep-pieces.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import type { DeviceRunner } from './run-device.ts';
import type { RecordStore, RecordView } from './record-store.ts';

export interface PieceReleaseParts {
  readonly connection: VaultConnection;
  readonly runner: Pick<DeviceRunner, 'disk'>;
  readonly store: Pick<RecordStore, 'listRecords'>;
}

/** Lets go of scans that the commune has in its backup and no dossier needs here. */
export class PieceRelease {
  readonly #parts: PieceReleaseParts;
  #upTo = 0;

  constructor(parts: PieceReleaseParts) {
    this.#parts = parts;
  }

  /** Only when the backup has moved: what it holds and no dossier needs is not kept twice. */
  async releaseOnNews(): Promise<void> {
    const { backedUp } = this.#parts.runner.disk;
    if (backedUp === this.#upTo) return;
    this.#upTo = backedUp;
    await this.#release(backedUp);
  }

  /** Whatever may go, and what the second copy has grown by. */
  async makeRoom(): Promise<void> {
    await this.#release(this.#parts.runner.disk.backedUp);
    await this.#parts.connection.renewSecondCopy();
  }

  async #release(backedUp: number): Promise<void> {
    const { connection, store } = this.#parts;
    const held = await connection.run((db) => listBackedUpPieces(db, backedUp));
    const free = held.ok ? [...held.value].filter((one) => !isPaperKept(store, one)) : [];
    if (free.length > 0) await connection.run((db) => deletePieces(db, free));
  }
}

/** Which scans must stay whatever the backup holds. */
function isPaperKept(store: Pick<RecordStore, 'listRecords'>, attachment: AttachmentId): boolean {
  return listKeptRecords(store).has(attachment as string as RecordId);
}

/** The first sequence that custody still needs; above the head when nothing is needed. */
export function findKeepFrom(disk: DeviceDisk, store: Pick<RecordStore, 'listRecords'>): number {
  const kept = listKeptRecords(store);
  const first = disk.queue.find((item) => kept.has(item.record));
  return first?.seq ?? disk.head.seq + 1;
}

function listKeptRecords(store: Pick<RecordStore, 'listRecords'>): ReadonlySet<RecordId> {
  const open = store.listRecords('dossier').filter((dossier) => !isLodged(dossier));
  const dossiers = new Set(open.map(({ record }) => record as string));
  const papers = store.listRecords('paper').filter(({ values }) => dossiers.has(String(values['dossier'])));
  return new Set([...open, ...papers].map(({ record }) => record));
}

function isLodged({ values }: RecordView): boolean {
  const lodging = values['lodging'];
  return (
    typeof lodging === 'object' && lodging !== null && 'state' in lodging && lodging['state'] === 'lodged'
  );
}
