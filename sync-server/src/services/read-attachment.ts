/** A whole paper for somebody who may see it: opened in memory, and written down before it is given. */
import type { WireError } from '#shared/contracts/error-codes';
import type { AttachmentId, RecordId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredDevice, StoredRecord } from '../storage/rows.ts';
import type { AttachmentStore, RecordStore } from '../storage/store.ts';
import { findFile } from './attachment-cipher.ts';
import { appendAudit, type AuditDeps } from './audit.ts';
import { findSubjectKey } from './record-cipher.ts';

export interface ReadAttachmentDeps extends AuditDeps {
  readonly store: AttachmentStore & RecordStore & AuditDeps['store'];
  readonly keys: KeyRing;
}

export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Absent, erased, not whole yet and out of sight are one answer: `notFound`. */
export async function readAttachment(
  deps: ReadAttachmentDeps,
  device: StoredDevice,
  id: AttachmentId,
): Promise<Result<OpenedFile, WireError>> {
  const { store, keys } = deps;
  const record = await store.findRecord(id as string as RecordId);
  const attachment = record && (await store.findAttachment(id));
  if (!attachment || !(await maySee(store, device, record))) return err({ error: 'notFound' });
  const file = await store.findContent(attachment.n);
  const key = file && findSubjectKey(keys, { id: file.subject, n: file.subjectN, wrapped: file.wrapped });
  if (!file || !key) return err({ error: 'notFound' });
  const { commune, member } = device;
  await appendAudit(deps, {
    commune,
    member,
    device: device.id,
    action: 'openScan',
    object: id,
    reason: null,
  });
  const bytes = findFile(key, file.content, id);
  if (!bytes) throw new Error(`Attachment ${id} cannot be opened with the keys of this server.`);
  return ok({ bytes, type: file.type });
}

async function maySee(store: RecordStore, device: StoredDevice, record: StoredRecord): Promise<boolean> {
  if (record.communeN !== device.communeN || record.collection !== 'paper') return false;
  return device.role === 'officer' ? record.office : store.isSeenByTeam(record.n, device.teamN);
}
