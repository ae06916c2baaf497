/** The shape of a procedure's form as data: sections, fields, papers. Knows no procedure by name and draws nothing. */
import * as z from 'zod/mini';
import { type BilingualText, bilingualText, fillBlanks } from './bilingual-text.ts';
import { type Contradiction, contradiction } from './contradictions.ts';

/** Append-only: an id names an answer in records that exist, so it is never renamed and never given to another question. */
const id = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));
const count = z.int().check(z.gte(1), z.lte(999));

/** All conditions of a list must hold; each names an earlier field and the answers that satisfy it. */
export const formCondition = z.object({
  field: id,
  oneOf: z.array(z.union([z.string(), z.boolean(), z.number()])).check(z.minLength(1)),
});
export type FormCondition = z.infer<typeof formCondition>;

/** What is known of the citizen from the card or by hand; the names are those of the citizen's record. */
export const fillSources = [
  'fullName',
  'personalId',
  'oldIdNumber',
  'dateOfBirth',
  'sex',
  'residenceAsPrinted',
  'issueDate',
  'phone',
  'hamlet',
] as const;
export type FillSource = (typeof fillSources)[number];

/** `time`: `HH:mm` of the day. A `text` of more than 200 characters is written on several lines. */
const fieldTypes = ['text', 'date', 'phone', 'personalId', 'choice', 'number', 'yesNo', 'time'] as const;

const formChoice = z.object({ id, label: bilingualText });

export const formField = z.object({
  id,
  label: bilingualText,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  help: z.exactOptional(bilingualText),
  /** Type `choice` only. */
  choices: z.exactOptional(z.array(formChoice).check(z.minLength(2))),
  /** Characters, type `text`; 200 when absent. */
  maxLength: z.exactOptional(count),
  /** Type `number`: whole numbers only. */
  min: z.exactOptional(z.int()),
  max: z.exactOptional(z.int()),
  /** Type `date`: a year or a month alone is an answer. */
  allowPartial: z.exactOptional(z.boolean()),
  /** Type `date`: something that has happened, so never after today. */
  isPast: z.exactOptional(z.boolean()),
  from: z.exactOptional(z.enum(fillSources)),
  /** The portal fills it from the population base: asked only where the whole form is filled in (routes E and G). */
  portalKnows: z.boolean(),
  /** Place in the portal's own order, for the copy card. */
  portalOrder: z.exactOptional(count),
  portalScreen: z.exactOptional(count),
  /** Words or the name of the box on the portal's screen. */
  portalFieldHint: z.exactOptional(z.string().check(z.maxLength(120))),
  visibleWhen: z.exactOptional(z.array(formCondition)),
});
export type FormField = z.infer<typeof formField>;

export const formSection = z.object({
  id,
  title: bilingualText,
  fields: z.array(formField).check(z.minLength(1)),
});
export type FormSection = z.infer<typeof formSection>;

export const formDocument = z.object({
  id,
  label: bilingualText,
  /** Once its conditions hold; a paper that is not required only helps the officer. */
  required: z.boolean(),
  conditions: z.exactOptional(z.array(formCondition)),
  /** False where the original itself is shown or handed in: then nobody photographs it. */
  acceptPhoto: z.boolean(),
  /** The citizen's data vault on the portal may have it: then nobody photographs it again. */
  mayBeInVault: z.exactOptional(z.boolean()),
  note: z.exactOptional(bilingualText),
});
export type FormDocument = z.infer<typeof formDocument>;

const formShape = z.object({
  formVersion: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
  sections: z.array(formSection).check(z.minLength(1)),
  documents: z.array(formDocument),
  contradictions: z.exactOptional(z.array(contradiction)),
});
export type FormDefinition = z.infer<typeof formShape>;

export function listFields(form: FormDefinition): FormField[] {
  return form.sections.flatMap((section) => section.fields);
}

function listDuplicates(values: readonly (string | number)[], what: string): string[] {
  const twice = values.filter((value, at) => values.indexOf(value) !== at);
  return twice.map((value) => `${what} ${value} stands twice`);
}

/** Faults that the shape alone cannot show, in words for whoever writes the form; empty when it is sound. */
export function listFormFaults(form: FormDefinition): string[] {
  const fields = listFields(form);
  const ids = fields.map((field) => field.id);
  const faults = [
    ...listDuplicates(ids, 'field'),
    ...listDuplicates(form.documents.map((document) => document.id), 'document'),
    ...listDuplicates(fields.flatMap((field) => field.portalOrder ?? []), 'portalOrder'),
  ]; // prettier-ignore
  for (const [at, field] of fields.entries()) {
    if ((field.type === 'choice') !== (field.choices !== undefined))
      faults.push(`${field.id}: choices belong to type choice, and only there`);
    if (!field.portalKnows && field.portalOrder === undefined)
      faults.push(`${field.id}: the copy card needs its portalOrder`);
    for (const condition of field.visibleWhen ?? [])
      if (!ids.slice(0, at).includes(condition.field))
        faults.push(`${field.id}: ${condition.field} is no earlier field`);
  }
  for (const { first, second } of form.contradictions ?? [])
    for (const name of [first, second])
      if (!ids.includes(name)) faults.push(`contradictions: ${name} is no field`);
  for (const document of form.documents)
    for (const condition of document.conditions ?? [])
      if (!ids.includes(condition.field)) faults.push(`${document.id}: ${condition.field} is no field`);
  return faults;
}

export const formDefinition = formShape.check(
  z.superRefine((form, context) => {
    for (const message of listFormFaults(form)) context.addIssue({ code: 'custom', message });
  }),
);

/** Asked once for each of several people or places; `count` names the earlier number question that says how many. */
const repetition = z.object({ count: id, upTo: z.int().check(z.gte(2), z.lte(12)) });
type Repetition = z.infer<typeof repetition>;

const writtenSection = z.object({ ...formSection.shape, repeat: z.exactOptional(repetition) });

/** As a person writes it, repeated sections and all. */
export const writtenForm = z.object({ ...formShape.shape, sections: z.array(writtenSection) });

export function writeOutForm({
  sections,
  contradictions,
  ...form
}: z.infer<typeof writtenForm>): FormDefinition {
  return {
    ...form,
    sections: sections.flatMap(writeOutSection),
    ...(contradictions && {
      contradictions: contradictions.flatMap((one) => writeOutContradiction(one, sections)),
    }),
  };
}

/** Between two questions of a repeated part: once for each person or place. */
function writeOutContradiction(
  one: Contradiction,
  sections: readonly z.infer<typeof writtenSection>[],
): Contradiction[] {
  const has = (section: FormSection, id: string): boolean => section.fields.some((field) => field.id === id);
  const upTo = sections.find((section) => has(section, one.second))?.repeat?.upTo;
  if (upTo === undefined) return [one];
  return Array.from({ length: upTo }, (_, at) => ({
    ...one,
    first: `${one.first}${at + 1}`,
    second: `${one.second}${at + 1}`,
  }));
}

/** One part for each: `name` becomes `name1`, `name2`…, and `{n}` in a title or a label becomes the number. */
function writeOutSection({ repeat, ...section }: z.infer<typeof writtenSection>): FormSection[] {
  if (repeat === undefined) return [section];
  return Array.from({ length: repeat.upTo }, (_, at) => writeOutOne(section, repeat, at + 1));
}

function writeOutOne(section: FormSection, { count: counted, upTo }: Repetition, n: number): FormSection {
  const own = section.fields.map((field) => field.id);
  const isThere = { field: counted, oneOf: Array.from({ length: upTo - n + 1 }, (_, more) => n + more) };
  const rename = (condition: FormCondition): FormCondition =>
    own.includes(condition.field) ? { ...condition, field: `${condition.field}${n}` } : condition;
  const writeOutField = ({ portalOrder, portalFieldHint, ...field }: FormField): FormField => ({
    ...field,
    id: `${field.id}${n}`,
    label: numberText(field.label, n),
    ...(portalOrder !== undefined && { portalOrder: portalOrder + (n - 1) * own.length }),
    ...(portalFieldHint !== undefined && { portalFieldHint: fillBlanks(portalFieldHint, { n }) }),
    visibleWhen: [isThere, ...(field.visibleWhen ?? []).map(rename)],
  });
  const fields = section.fields.map(writeOutField);
  return { id: `${section.id}${n}`, title: numberText(section.title, n), fields };
}

function numberText({ vi, en }: BilingualText, n: number): BilingualText {
  return { vi: fillBlanks(vi, { n }), en: fillBlanks(en, { n }) };
}
