/** Route C: what becomes of a form's answers when a relative files after all, or no longer. Stores nothing and asks nobody. */
import type { Kin } from '../model/dossier.ts';
import { checkAnswer } from './check-answer.ts';
import type { Answer, Answers, CitizenFacts } from './fill-form.ts';
import { prefillAnswers } from './fill-form.ts';
import type { FillSource, FormDefinition, FormField } from './form-definition.ts';
import { listFields } from './form-definition.ts';

/** New answers by field; `null` takes one away. */
export type AnswerChanges = Readonly<Record<string, Answer | null>>;

export interface RelativeCase {
  /** What the citizen had answered to the question of the relation; undefined where it was open. */
  readonly own: Answer | undefined;
  /** What the relative is to the citizen. */
  readonly kin: Kin;
  readonly citizen: CitizenFacts;
}

/**
 * The requester is the relative now. The citizen is written where the form is about the citizen; the question of the
 * relation is answered for the relative where that is certain, else it is open again.
 */
export function answerForRelative(form: FormDefinition, { own, kin, citizen }: RelativeCase): AnswerChanges {
  const rule = form.relativeFiles;
  if (rule?.relation === undefined) return {};
  const said = own ?? rule.self;
  const field = listFields(form).find(({ id }) => id === rule.relation);
  const isCertain = rule.self !== undefined && said === rule.self && isAnswer(field, kin);
  return { ...fillInCitizen(form, said, citizen), [rule.relation]: isCertain ? kin : null };
}

function fillInCitizen(form: FormDefinition, said: Answer | undefined, citizen: CitizenFacts) {
  const filled: Record<string, Answer> = {};
  for (const field of listOfCitizen(form, said)) {
    const value = citizen[field.source];
    if (value !== undefined && value !== '' && isAnswer(field.field, value)) filled[field.field.id] = value;
  }
  return filled;
}

interface CitizenField {
  readonly field: FormField;
  readonly source: FillSource;
}

function listOfCitizen(form: FormDefinition, said: Answer | undefined): CitizenField[] {
  return listFields(form).flatMap((field) => {
    const of = field.ofCitizen;
    return of && of.relation === said ? [{ field, source: of.source }] : [];
  });
}

function isAnswer(field: FormField | undefined, value: Answer): boolean {
  return field !== undefined && checkAnswer(field, value).length === 0;
}

/** The citizen files after all: the own answer is back, and what the relative's account stood for is filled in again. */
export function answerForCitizen(
  form: FormDefinition,
  { own, citizen, answers }: Omit<RelativeCase, 'kin'> & { readonly answers: Answers },
): AnswerChanges {
  const rule = form.relativeFiles;
  if (rule?.relation === undefined) return {};
  const known = Object.entries(prefillAnswers(form, citizen)).filter(([id]) => answers[id] === undefined);
  const written = listOfCitizen(form, own ?? rule.self).map(({ field }) => [field.id, null] as const);
  return { ...Object.fromEntries(known), ...Object.fromEntries(written), [rule.relation]: own ?? null };
}
