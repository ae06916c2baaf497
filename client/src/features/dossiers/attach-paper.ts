/** A photograph or file becomes a page of a paper: sealed by itself, then named by its dossier. Looks at no picture. */
import type { AttachmentId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import {
  findPageDocument,
  listPages,
  nameNextPage,
  nameSamePage,
  PAGE_LIMITS,
  type PaperPage,
} from '#shared/rules/paper-pages';
import type { Work } from '../../custody/work.ts';
import { amend } from './actions.ts';
import { toRecord } from './queries.ts';
import type { Dossier } from './read-dossier.ts';

export interface AcceptedPaper {
  readonly documentId: string;
  readonly title: string;
  readonly file: Blob;
  readonly type: string;
  /** A page behind those that are there, or in the place of one of them, by its key; without it the first page. */
  readonly page?: string | undefined;
}

export const NEW_PAGE = 'new';

type AttachFault = { readonly type: 'notKept' | 'noRoom' };

/** Sealed before anything says that it is kept; a retaken page is another attachment and takes the place of the first. */
export async function attachPaper(
  work: Work,
  dossier: Dossier,
  accepted: AcceptedPaper,
): Promise<Result<AttachmentId, AttachFault>> {
  const { documentId } = accepted;
  const kept = await work.papers.keep(accepted.file, accepted.type);
  if (!kept.ok) return err({ type: kept.error.type === 'noRoom' ? 'noRoom' : 'notKept' });
  const { attachment, type, size, pieces, sha256, keyId } = kept.value;
  const record = toRecord(attachment);
  const patch = {
    ...{ dossier: dossier.record, document: documentId, title: accepted.title },
    ...(dossier.citizen !== undefined && { citizen: dossier.citizen }),
    ...{ type, size, pieces, sha256, keyId, takenAt: work.now() },
  };
  work.drafts.editRecord({ collection: 'paper', record, patch });
  amend(work, dossier, {
    ...placePage(dossier, { documentId, attachment }, accepted.page),
    [`papersNotNeeded/${documentId}`]: null,
  });
  await work.drafts.finishEditing(record);
  // The dossier's word for it goes down too: a paper that no dossier names would be nobody's.
  await work.drafts.flushNow();
  return ok(attachment);
}

function placePage(
  { papers }: Dossier,
  page: { readonly documentId: string; readonly attachment: AttachmentId },
  wanted: string | undefined,
): Readonly<Record<string, AttachmentId | null>> {
  const pages = listPages(papers, page.documentId);
  if (wanted === NEW_PAGE && pages.length > 0)
    return { [`papers/${nameNextPage(pages, page)}`]: page.attachment };
  const replaced = pages.find(({ key }) => key === wanted);
  if (!replaced) return { [`papers/${page.documentId}`]: page.attachment };
  return { [`papers/${replaced.key}`]: null, [`papers/${nameSamePage(replaced, page)}`]: page.attachment };
}

/** Why no page may be added: the longest paper that is taken in photographs, or the fullest dossier. Said before it is tried. */
export function findPageLimit({ papers }: Dossier, documentId: string): keyof typeof PAGE_LIMITS | undefined {
  if (listPages(papers, documentId).length >= PAGE_LIMITS.perPaper) return 'perPaper';
  return Object.keys(papers).length >= PAGE_LIMITS.perDossier ? 'perDossier' : undefined;
}

/** Takes one of several pages out; the next one becomes the first where the first goes. Answers how to put it back. */
export function removePage(work: Work, dossier: Dossier, page: PaperPage<AttachmentId>): () => void {
  const documentId = findPageDocument(page.key);
  const others = listPages(dossier.papers, documentId).filter(({ key }) => key !== page.key);
  const [next] = others;
  if (!next) throw new Error('The only page of a paper is photographed anew, not taken out.');
  const isFirst = page.key === documentId;
  const moved = isFirst
    ? { [`papers/${documentId}`]: next.attachment, [`papers/${next.key}`]: null }
    : { [`papers/${page.key}`]: null };
  const back = isFirst
    ? { [`papers/${documentId}`]: page.attachment, [`papers/${next.key}`]: next.attachment }
    : { [`papers/${page.key}`]: page.attachment };
  amend(work, dossier, moved);
  return () => amend(work, dossier, back);
}
