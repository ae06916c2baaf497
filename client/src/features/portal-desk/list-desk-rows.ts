/** What is typed from a pack into the portal or the one-stop software, in order; and which papers are there. Copies nothing. */
import {
  type CopyCardRow,
  formatAnswer,
  listCopyCardRows,
  listNeededDocuments,
  listQuestions,
} from '#shared/rules/fill-form';
import type { FormDocument } from '#shared/rules/form-definition';
import { listPages } from '#shared/rules/paper-pages';
import type { Pack } from './read-pack.ts';

/** Nobody fills in anything by itself there: the whole form is typed. */
const WHOLE_FORM_ROUTES: readonly Pack['route'][] = ['counter', 'authorisedForward'];

export interface DeskRow extends CopyCardRow {
  /** Empty where the form asks and nobody has answered. */
  readonly value: string;
}

export function isWholeForm({ route }: Pick<Pack, 'route'>): boolean {
  return WHOLE_FORM_ROUTES.includes(route);
}

export function listDeskRows({ procedure, answers, route }: Pack): readonly DeskRow[] {
  if (!procedure) return [];
  if (!isWholeForm({ route })) return listCopyCardRows(procedure.form, { route, answers });
  return listQuestions(procedure.form, route, answers).map(({ field }) => {
    const answer = answers[field.id];
    return {
      fieldId: field.id,
      label: field.label,
      value: answer === undefined ? '' : formatAnswer(field, answer),
    };
  });
}

export interface DeskPaper {
  readonly document: FormDocument;
  /** Undefined where nobody has photographed it. */
  readonly attachment: string | undefined;
  /** All of its photographs, the first included, in the order in which they are read. */
  readonly pages: readonly string[];
  readonly notNeeded: string | undefined;
}

/** Papers that the answers call for, and any other that was photographed all the same. */
export function listDeskPapers(pack: Pack): readonly DeskPaper[] {
  const { procedure, papers, papersNotNeeded } = pack;
  if (!procedure) return [];
  const needed = listNeededDocuments(procedure.form, pack);
  return procedure.form.documents
    .filter((document) => needed.includes(document) || papers[document.id] !== undefined)
    .map((document) => ({
      document,
      attachment: papers[document.id],
      pages: listPages(papers, document.id).map(({ attachment }) => attachment),
      notNeeded: papersNotNeeded[document.id],
    }));
}

/** Reasons that leave a paper outside of this dossier: somebody brings it, looks it up, or photographs it when lodging. */
export const outstanding = ['bringPaper', 'officeLooksUp', 'ownCamera'] as const;
export type Outstanding = (typeof outstanding)[number];

export type PaperCounts = Readonly<Record<Outstanding | 'missing' | 'settled', number>>;

/** `missing`: required, neither there nor explained; `settled`: photographed, or nobody's errand any more. */
export function countPapers(papers: readonly DeskPaper[]): PaperCounts {
  const counts = { bringPaper: 0, officeLooksUp: 0, ownCamera: 0, missing: 0, settled: 0 };
  for (const { document, attachment, notNeeded } of papers) {
    const open = attachment === undefined ? outstanding.find((reason) => reason === notNeeded) : undefined;
    if (open) counts[open] += 1;
    else if (attachment !== undefined || notNeeded !== undefined) counts.settled += 1;
    else if (document.required) counts.missing += 1;
  }
  return counts;
}
