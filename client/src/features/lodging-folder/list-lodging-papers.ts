/** The papers of a dossier as files to lodge: in the order of the procedure, named by what they are and never by whose. */
import { findProcedure } from '#data/procedures';
import type { AttachmentId, RecordId } from '#shared/ids';
import { listEntries } from '#shared/model/collection';
import { listPages } from '#shared/rules/paper-pages';
import { foldText } from '#shared/rules/search-text';
import type { Work } from '../../custody/work.ts';
import type { LodgingPaper } from '../../custody/lodging-folder.ts';
import { joinPages } from '../../platform/join-pages.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};
const LONGEST = 60;
/** More would not be taken by a portal in one file. */
const MOST_JOINED = 11_000_000;

interface NamedScan {
  readonly label: string;
  /** Several where they are pages of one file. */
  readonly attachments: readonly AttachmentId[];
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
    fetch: () => fetchScan(work, scan),
  }));
}

/** Of several pages all or none: half a contract would be lodged as if it were whole. */
async function fetchScan(
  { papers }: Pick<Work, 'papers'>,
  { attachments }: NamedScan,
): Promise<Blob | undefined> {
  try {
    const files: Blob[] = [];
    for (const attachment of attachments) {
      const file = await papers.view(attachment);
      if (!file) return undefined;
      files.push(file);
    }
    return files.length > 1 ? await joinPages(files) : files[0];
  } catch {
    return undefined;
  }
}

function listScans({ store }: Pick<Work, 'store'>, dossier: RecordId): NamedScan[] {
  const values = store.findRecord(dossier)?.values ?? {};
  const papers = Object.fromEntries(listEntries<AttachmentId>(values, 'papers'));
  const documents = findProcedure(String(values['procedure'] ?? ''))?.form.documents ?? [];
  // A scan's record bears the scan's own id.
  const find = (attachment: AttachmentId) => store.findRecord(attachment as string as RecordId)?.values ?? {};
  return documents.flatMap(({ id, label: { vi: label } }): NamedScan[] => {
    const attachments = listPages(papers, id).map(({ attachment }) => attachment);
    const types = attachments.map((attachment) => String(find(attachment)['type'] ?? ''));
    const size = attachments.reduce((sum, attachment) => sum + Number(find(attachment)['size'] ?? 0), 0);
    const isOneFile = size < MOST_JOINED && types.every((type) => type.startsWith('image/'));
    if (attachments.length > 1 && isOneFile) return [{ label, attachments, type: 'application/pdf' }];
    return attachments.map((attachment, at) => ({
      label: at === 0 ? label : `${label} trang ${at + 1}`,
      ...{ attachments: [attachment], type: types[at] ?? '' },
    }));
  });
}
