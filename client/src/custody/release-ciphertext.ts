/** Which sealed items must stay although the server and its backup have them: those of dossiers that are not lodged. */
import type { DeviceDisk } from '#shared/custody/device-types';
import type { AttachmentId, RecordId } from '#shared/ids';
import type { RecordStore, RecordView } from './record-store.ts';

/** Which scans must stay whatever the backup holds. */
export function isPaperKept(store: Pick<RecordStore, 'listRecords'>, attachment: AttachmentId): boolean {
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
