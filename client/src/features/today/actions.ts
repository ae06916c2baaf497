/** Notes that a citizen was told, and takes that back. Calls nobody. */
import type { RecordId } from '#shared/ids';
import type { Told } from '#shared/model/dossier';
import type { Json } from '#shared/model/operation';
import type { Work } from '../../custody/work.ts';

/** Answers how to take it back. */
export function noteTold(work: Work, dossier: RecordId, key: string): () => void {
  const told: Told = { at: work.now(), by: work.member.name };
  writeTold(work, dossier, { [`told/${key}`]: told as unknown as Json });
  return () => writeTold(work, dossier, { [`told/${key}`]: null });
}

function writeTold(work: Work, record: RecordId, patch: Record<string, Json>): void {
  work.drafts.editRecord({ collection: 'dossier', record, patch });
  void work.drafts.finishEditing(record);
}
