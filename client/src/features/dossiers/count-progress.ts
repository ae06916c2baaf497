/** How far a dossier is, in counts: questions that this route asks, papers that these answers call for, who did what. */
import { type ActedBy, actors } from '#shared/model/field-kinds';
import { checkAnswers, listNeededDocuments, listQuestions } from '#shared/rules/fill-form';
import type { FormDefinition, FormDocument } from '#shared/rules/form-definition';
import type { Dossier } from './read-dossier.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Filled = Pick<Dossier, 'answers' | 'route' | 'relative' | 'papers' | 'papersNotNeeded'>;

/** Counts what must be answered; an optional question counts only while what stands in it is wrong. */
export function countAnswers(form: FormDefinition, { answers, route }: Filled, today?: string): Progress {
  const faulty = new Set(checkAnswers(form, { route, answers, today }).map((fault) => fault.fieldId));
  const counted = listQuestions(form, route, answers).filter(
    ({ field }) => field.required || faulty.has(field.id),
  );
  return { done: counted.length - faulty.size, total: counted.length };
}

/** Photographed, or said why not. */
export function isSettled(document: FormDocument, { papers, papersNotNeeded }: Filled): boolean {
  return papers[document.id] !== undefined || papersNotNeeded[document.id] !== undefined;
}

/** Counts required papers; one that only helps the officer is never owed. */
export function countPapers(form: FormDefinition, filled: Filled): Progress {
  const required = listNeededDocuments(form, filled).filter((document) => document.required);
  return {
    done: required.filter((document) => isSettled(document, filled)).length,
    total: required.length,
  };
}

/** Parts of the dossier by who did them, nobody's left out. */
export function countActors({
  actedBy,
}: Pick<Dossier, 'actedBy'>): readonly { readonly actor: ActedBy; readonly count: number }[] {
  const done = Object.values(actedBy);
  return actors
    .map((actor) => ({ actor, count: done.filter((one) => one === actor).length }))
    .filter(({ count }) => count > 0);
}
