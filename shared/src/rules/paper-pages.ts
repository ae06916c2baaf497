/**
 * Several photographs of one paper: front and back of a card, the sheets of a contract. Each is sealed by itself the moment it
 * is accepted and stands in the dossier under a name of its own, so that two phones' pages add up. Opens and joins none of them.
 */

/** A portal takes forty files with one pack; longer papers come as one PDF from a scanner. */
export const PAGE_LIMITS = { perPaper: 10, perDossier: 40 } as const;

export interface PaperPage<Id extends string> {
  /** What stands behind `papers/` in the dossier. */
  readonly key: string;
  readonly attachment: Id;
  readonly order: number;
}

/** `leaseContract` is the first page; `leaseContract.2.QmFzZT` another: its order, and a mark that no other page has. */
const OTHER_PAGE = /^(.+)\.(\d{1,4})\.[A-Za-z0-9_-]{1,8}$/;
const MARK_LENGTH = 6;

/** In the order in which they are read. */
export function listPages<Id extends string>(
  papers: Readonly<Record<string, Id>>,
  documentId: string,
): PaperPage<Id>[] {
  return Object.entries(papers)
    .flatMap(([key, attachment]) => {
      const [, name, order] = OTHER_PAGE.exec(key) ?? [];
      if (key === documentId) return [{ key, attachment, order: 1 }];
      return name === documentId ? [{ key, attachment, order: Number(order) }] : [];
    })
    .sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1));
}

/** The required document that a page belongs to. */
export function findPageDocument(key: string): string {
  return OTHER_PAGE.exec(key)?.[1] ?? key;
}

/** A page behind all that are there. */
export function nameNextPage(pages: readonly PaperPage<string>[], page: NewPage): string {
  return namePage(page, Math.max(1, ...pages.map(({ order }) => order)) + 1);
}

export interface NewPage {
  readonly documentId: string;
  readonly attachment: string;
}

/** Another photograph in the place of one: the first page keeps the paper's own name. */
export function nameSamePage({ order, key }: PaperPage<string>, page: NewPage): string {
  return key === page.documentId ? key : namePage(page, order);
}

function namePage({ documentId, attachment }: NewPage, order: number): string {
  return `${documentId}.${order}.${attachment.slice(0, MARK_LENGTH)}`;
}
