/**
 * Which questions a form asks, what the card already answers, and what goes on the copy card. Keeps no answers of its
 * own and never throws on rubbish: answers may come from an older client or from a file.
 */
import type { Relative, Route } from '../model/dossier.ts';
import type { TextParams } from './bilingual-text.ts';
import { formatDate, formatNumber } from './format-vietnamese.ts';
import { checkAnswer } from './check-answer.ts';
import { contradicts } from './contradictions.ts';
import type { FieldError, FieldErrorCode } from './check-answer.ts';
import type { FillSource, FormDefinition, FormDocument, FormField } from './form-definition.ts';
import { listFields } from './form-definition.ts';
import { getDayRange, isAfterDay, isPartialDate } from './partial-date.ts';
import { formatPhone } from './phone.ts';
import type { FilledForm } from './visible-fields.ts';
import { findAnswer, holdAll, isOfOwner, isTyped, listVisibleFields } from './visible-fields.ts';

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

/** What is asked, in the order of the form. Before a route is chosen only what no route can do without. */
export function listQuestions(form: FormDefinition, route: Route | undefined, answers: unknown): Question[] {
  const asksAll = WHOLE_FORM_ROUTES.includes(route);
  const visible = new Set(listVisibleFields(form, { route, answers }));
  return form.sections.flatMap((section) =>
    section.fields
      .filter((field) => visible.has(field) && (asksAll || isTyped(form, field, route)))
      .map((field) => ({ sectionId: section.id, field })),
  );
}

interface CheckedForm extends FilledForm {
  readonly today?: string | undefined;
}

/**
 * Every fault of every question that is asked on this route, contradictions between answers included; empty when the form
 * may be finished. Without `today` (`yyyy-mm-dd`) no date is called a future one.
 */
export function checkAnswers(form: FormDefinition, filled: CheckedForm): FieldError[] {
  const { route, answers, today } = filled;
  const asked = listQuestions(form, route, answers).map(({ field }) => field);
  const single = asked.flatMap((field) => {
    const answer = findAnswer(answers, field.id);
    const faults = checkAnswer(field, answer);
    if (faults.length > 0) return faults;
    const code = findMisfit(form, field, { answer, route, today });
    return code === undefined ? [] : [say(field.id, code)];
  });
  return [...single, ...listContradictions(form, asked, filled)];
}

interface Placed {
  readonly answer: unknown;
  readonly route: Route | undefined;
  readonly today: string | undefined;
}

/** Right by itself, wrong on this day or on this route. */
function findMisfit(
  { relativeFiles }: FormDefinition,
  { id, isPast, isAhead }: FormField,
  { answer, route, today }: Placed,
): FieldErrorCode | undefined {
  if (today !== undefined && isPartialDate(answer)) {
    if (isPast === true && isAfterDay(answer, today)) return 'inFuture';
    if (isAhead === true && getDayRange(answer).last < today) return 'inPast';
  }
  const isSelf = relativeFiles?.relation === id && answer === relativeFiles.self;
  return route === 'relative' && answer !== undefined && isSelf ? 'selfByRelative' : undefined;
}

function say(fieldId: string, code: FieldErrorCode, params: TextParams = {}): FieldError {
  return { fieldId, code, message: { key: `form.${code}`, params } };
}

/** Said only where it can be mended: at a question that is asked. */
function listContradictions(
  form: FormDefinition,
  asked: readonly FormField[],
  filled: FilledForm,
): FieldError[] {
  const { answers } = filled;
  const visible = new Map(listVisibleFields(form, filled).map((field) => [field.id, field]));
  return (form.contradictions ?? [])
    .filter(({ first, second }) => visible.has(first) && asked.some((field) => field.id === second))
    .filter(({ conditions }) => holdAll(conditions, visible, answers))
    .filter(({ rule, first, second }) =>
      contradicts(rule, findAnswer(answers, first), findAnswer(answers, second)),
    )
    .map(({ second, message }) => say(second, 'contradicts', message));
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

/** What decides on the papers: the answers, and on route C who files. */
export interface FiledForm {
  readonly answers: unknown;
  readonly route?: Route | undefined;
  readonly relative?: Pick<Relative, 'kin'> | undefined;
}

/** Papers that this dossier calls for, the optional ones included. */
export function listNeededDocuments(form: FormDefinition, filed: FiledForm): FormDocument[] {
  const { answers } = filed;
  const shown = listVisibleFields(form, { route: undefined, answers });
  const visible = new Map(shown.map((field) => [field.id, field]));
  return form.documents.filter((document) => {
    const { conditions, byKin } = document;
    const isOfEverybody = conditions !== undefined || byKin === undefined;
    return (isOfEverybody && holdAll(conditions, visible, answers)) || isOfFiler(document, filed);
  });
}

function isOfFiler({ byKin }: FormDocument, { route, relative }: FiledForm): boolean {
  return route === 'relative' && relative !== undefined && byKin?.includes(relative.kin) === true;
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

/** What a person copies into the portal, in its order: nothing that the portal knows on this route, nothing empty or faulty. */
export function listCopyCardRows(form: FormDefinition, { route, answers }: FilledForm): CopyCardRow[] {
  const fields = listVisibleFields(form, { route, answers }).filter((field) => isTyped(form, field, route));
  fields.sort((a, b) => (a.portalOrder ?? 0) - (b.portalOrder ?? 0));
  return fields.flatMap((field) => {
    const answer = findAnswer(answers, field.id);
    if (answer === undefined || answer === null || checkAnswer(field, answer).length > 0) return [];
    const value = formatAnswer(field, answer as Answer);
    if (value === '') return [];
    const hint = isOfOwner(form, field, route) ? OWNER_PART : field.portalFieldHint;
    return {
      fieldId: field.id,
      label: field.label,
      value,
      ...(field.portalScreen === undefined ? {} : { screen: field.portalScreen }),
      ...(hint === undefined ? {} : { hint }),
    };
  });
}

/** As the portal names the part about whose dossier it is, apart from who submits it. */
const OWNER_PART = 'Chủ hồ sơ';
