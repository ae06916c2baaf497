/** The papers of a dossier as files to lodge: in the order of the procedure, named by what they are and never by whose. */
import { findProcedure } from '#data/procedures';
import type { AttachmentId, RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import { foldText } from '#shared/rules/search-text';
import type { Work } from '../../custody/work.ts';
import type { LodgingPaper } from '../../custody/lodging-folder.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};
const LONGEST = 60;

interface NamedScan {
  readonly label: string;
  readonly attachment: AttachmentId;
  readonly type: string;
}

/** 01-giay-chung-sinh.jpg: no mark and no space, which old upload pages stumble over. */
function nameFile({ label, type }: Pick<NamedScan, 'label' | 'type'>, at: number): string {
  const words = foldText(label).replaceAll(' ', '-').slice(0, LONGEST);
  return `${String(at + 1).padStart(2, '0')}-${words}.${ENDINGS[type] ?? 'bin'}`;
}

export function listLodgingPapers(work: Pick<Work, 'store' | 'papers'>, dossier: RecordId): LodgingPaper[] {
  return listScans(work, dossier).map((scan, at) => ({
    name: nameFile(scan, at),
    fetch: async () => {
      try {
        return await work.papers.view(scan.attachment);
      } catch {
        return undefined;
      }
    },
  }));
}

function listScans({ store }: Pick<Work, 'store'>, dossier: RecordId): NamedScan[] {
  const values = store.findRecord(dossier)?.values ?? {};
  const papers = new Map(listEntries<AttachmentId>(values, 'papers'));
  const documents = findProcedure(String(values['procedure'] ?? ''))?.form.documents ?? [];
  return documents.flatMap(({ id, label }) => {
    const attachment = papers.get(id);
    if (attachment === undefined) return [];
    // A scan's record bears the scan's own id.
    const type = String(store.findRecord(attachment as string as RecordId)?.values['type'] ?? '');
    return { label: label.vi, attachment, type };
  });
}
