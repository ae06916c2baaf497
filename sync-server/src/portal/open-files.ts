/** The papers of a pack as bytes, one after the other, each written down before it leaves the house. */
import type { PackDocument } from '#shared/contracts/portal';
import type { AttachmentId } from '#shared/ids';
import { findFile } from '../services/attachment-cipher.ts';
import { appendAudit, type AuditDeps } from '../services/audit.ts';
import { findSubjectKey } from '../services/record-cipher.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import type { AttachmentStore } from '../storage/store.ts';
import type { PackFile } from './connector.ts';

export interface FileSource extends AuditDeps {
  readonly store: AuditDeps['store'] & AttachmentStore;
  readonly keys: KeyRing;
}

export interface FilesToOpen {
  readonly papers: readonly AttachmentId[];
  readonly documents: readonly PackDocument[];
  readonly commune: string;
}

export async function* openFiles(source: FileSource, order: FilesToOpen): AsyncGenerator<PackFile> {
  for (const paper of order.papers) {
    const document = order.documents.find((one) => one.id === paper);
    if (!document) throw new Error('A pack lacks a paper that its dossier names.');
    const who = { commune: order.commune, member: null, device: null };
    await appendAudit(source, { ...who, action: 'forwardScan', object: paper, reason: null });
    const bytes = await openFile(source, paper);
    yield { sha256: document.sha256, mime: document.mime, bytes };
  }
}

async function openFile({ store, keys }: FileSource, paper: AttachmentId): Promise<Uint8Array> {
  const attachment = await store.findAttachment(paper);
  const file = attachment && (await store.findContent(attachment.n));
  const key = file && findSubjectKey(keys, { id: file.subject, n: file.subjectN, wrapped: file.wrapped });
  const bytes = key && findFile(key, file.content, paper);
  if (!bytes) throw new Error(`Attachment ${paper} is not whole, or not of this server's keys.`);
  return bytes;
}
