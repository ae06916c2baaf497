/**
 * Which questions a form asks, what the card already answers, and what goes on the copy card. Keeps no answers of its
 * own and never throws on rubbish: answers may come from an older client or from a file.
 */
import type { Route } from '../model/dossier.ts';
import { formatDate, formatNumber } from './format-vietnamese.ts';
import { checkAnswer } from './check-answer.ts';
import { contradicts } from './contradictions.ts';
import type { FieldError } from './check-answer.ts';
import type {
  FillSource,
  FormCondition,
  FormDefinition,
  FormDocument,
  FormField,
} from './form-definition.ts';
import { listFields } from './form-definition.ts';
import { isAfterDay, isPartialDate } from './partial-date.ts';
import { formatPhone } from './phone.ts';

export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;
export type CitizenFacts = Readonly<Partial<Record<FillSource, string | undefined>>>;

export interface Question {
  readonly sectionId: string;
  readonly field: FormField;
}

export interface CopyCardRow {
  readonly fieldId: string;
  readonly label: FormField['label'];
  /** As it is typed into the portal, in Vietnamese. */
  readonly value: string;
  readonly screen?: number;
  readonly hint?: string;
}

/** Routes on which an officer or a system takes the whole form, without the population base filling it in. */
const WHOLE_FORM_ROUTES: readonly (Route | undefined)[] = ['counter', 'authorisedForward'];

function findAnswer(answers: unknown, fieldId: string): unknown {
  if (typeof answers !== 'object' || answers === null || !Object.hasOwn(answers, fieldId)) return undefined;
  return (answers as Record<string, unknown>)[fieldId];
}

/** Fields whose conditions hold. An answer left behind in a hidden field opens nothing. */
function listVisibleFields(form: FormDefinition, answers: unknown): FormField[] {
  const visible = new Set<string>();
  return listFields(form).filter((field) => {
    const isShown = (field.visibleWhen ?? []).every(
      (condition) => visible.has(condition.field) && isSatisfied(condition, answers),
    );
    if (isShown) visible.add(field.id);
    return isShown;
  });
}

function isSatisfied({ field, oneOf }: FormCondition, answers: unknown): boolean {
  const answer = findAnswer(answers, field);
  return oneOf.some((wanted) => wanted === answer);
}

/** What is asked, in the order of the form. Before a route is chosen only what no route can do without. */
export function listQuestions(form: FormDefinition, route: Route | undefined, answers: unknown): Question[] {
  const asksAll = WHOLE_FORM_ROUTES.includes(route);
  const visible = new Set(listVisibleFields(form, answers));
  return form.sections.flatMap((section) =>
    section.fields
      .filter((field) => visible.has(field) && (asksAll || !field.portalKnows))
      .map((field) => ({ sectionId: section.id, field })),
  );
}

interface FilledForm {
  readonly route: Route | undefined;
  readonly answers: unknown;
  readonly today?: string | undefined;
}

/**
 * Every fault of every question that is asked on this route, contradictions between answers included; empty when the form
 * may be finished. Without `today` (`yyyy-mm-dd`) no date is called a future one.
 */
export function checkAnswers(form: FormDefinition, { route, answers, today }: FilledForm): FieldError[] {
  const asked = listQuestions(form, route, answers).map(({ field }) => field);
  const single = asked.flatMap((field) => {
    const answer = findAnswer(answers, field.id);
    const faults = checkAnswer(field, answer);
    return faults.length === 0 && isInFuture(field, answer, today) ? [sayInFuture(field.id)] : faults;
  });
  return [...single, ...listContradictions(form, asked, answers)];
}

function isInFuture(field: FormField, answer: unknown, today: string | undefined): boolean {
  return field.isPast === true && today !== undefined && isPartialDate(answer) && isAfterDay(answer, today);
}

function sayInFuture(fieldId: string): FieldError {
  return { fieldId, code: 'inFuture', message: { key: 'form.inFuture', params: {} } };
}

/** Said only where it can be mended: at a question that is asked. */
function listContradictions(
  form: FormDefinition,
  asked: readonly FormField[],
  answers: unknown,
): FieldError[] {
  const visible = new Set(listVisibleFields(form, answers).map((field) => field.id));
  return (form.contradictions ?? [])
    .filter(({ first, second }) => visible.has(first) && asked.some((field) => field.id === second))
    .filter(({ rule, first, second }) =>
      contradicts(rule, findAnswer(answers, first), findAnswer(answers, second)),
    )
    .map(({ second, message }) => ({
      fieldId: second,
      code: 'contradicts',
      message: { key: 'form.contradicts', params: message },
    }));
}

/** Answers that the citizen's record gives at once; a value that the field would refuse is not filled in. */
export function prefillAnswers(form: FormDefinition, citizen: CitizenFacts): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const field of listFields(form)) {
    const value = field.from === undefined ? undefined : citizen[field.from];
    if (value !== undefined && value !== '' && checkAnswer(field, value).length === 0)
      answers[field.id] = value;
  }
  return answers;
}

/** Papers that these answers call for, the optional ones included. */
export function listNeededDocuments(form: FormDefinition, answers: unknown): FormDocument[] {
  const visible = new Set(listVisibleFields(form, answers).map((field) => field.id));
  return form.documents.filter((document) =>
    (document.conditions ?? []).every(
      (condition) => visible.has(condition.field) && isSatisfied(condition, answers),
    ),
  );
}

/** The answer as a person writes it in Vietnamese. */
export function formatAnswer(field: FormField, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'Có' : 'Không';
  if (typeof answer === 'number') return formatNumber(answer);
  if (field.type === 'date' && isPartialDate(answer)) return formatDate(answer);
  if (field.type === 'phone') return formatPhone(answer);
  if (field.type === 'choice') return field.choices?.find((choice) => choice.id === answer)?.label.vi ?? '';
  return answer.trim();
}

/** What a person copies into the portal, in its order: nothing that the portal knows, nothing empty or faulty. */
export function listCopyCardRows(form: FormDefinition, answers: unknown): CopyCardRow[] {
  const fields = listVisibleFields(form, answers).filter((field) => !field.portalKnows);
  fields.sort((a, b) => (a.portalOrder ?? 0) - (b.portalOrder ?? 0));
  return fields.flatMap((field) => {
    const answer = findAnswer(answers, field.id);
    if (answer === undefined || answer === null || checkAnswer(field, answer).length > 0) return [];
    const value = formatAnswer(field, answer as Answer);
    if (value === '') return [];
    return {
      fieldId: field.id,
      label: field.label,
      value,
      ...(field.portalScreen === undefined ? {} : { screen: field.portalScreen }),
      ...(field.portalFieldHint === undefined ? {} : { hint: field.portalFieldHint }),
    };
  });
}
