/** The shape of a procedure's form as data: sections, fields, papers. Knows no procedure by name and draws nothing. */
import * as z from 'zod/mini';
import { kin } from '../model/dossier.ts';
import { bilingualText } from './bilingual-text.ts';
import { contradiction } from './contradictions.ts';
import { formCondition, formId as id } from './form-condition.ts';

const count = z.int().check(z.gte(1), z.lte(999));

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
  /** Type `date`: something that is still to come, so never before today. */
  isAhead: z.exactOptional(z.boolean()),
  /** Counts in conditions while nobody has answered: how it was before the question was there. */
  assumed: z.exactOptional(z.union([z.string(), z.boolean()])),
  from: z.exactOptional(z.enum(fillSources)),
  /** Route C: the citizen stands here, and is filled in, where the own answer to the question of the relation was this one. */
  ofCitizen: z.exactOptional(z.object({ source: z.enum(fillSources), relation: z.string() })),
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
  /** Route C: needed, too, when whoever files is one of these to the citizen; alone, on that route only. */
  byKin: z.exactOptional(z.array(z.enum(kin)).check(z.minLength(1))),
  /** The conditions in words, for whoever reads before anything is answered: "Khi đi thay theo ủy quyền". */
  when: z.exactOptional(bilingualText),
  /** False where the original itself is shown or handed in: then nobody photographs it. */
  acceptPhoto: z.boolean(),
  /** The citizen's data vault on the portal may have it: then nobody photographs it again. */
  mayBeInVault: z.exactOptional(z.boolean()),
  note: z.exactOptional(bilingualText),
});
export type FormDocument = z.infer<typeof formDocument>;

/**
 * Route C: the portal fills in the relative, whose account it is. Where that leaves the citizen: `owner` stands in the
 * requester's boxes, which are then asked and copied (so it is where nothing is said); `subject` in the fields with
 * `ofCitizen`; `outside`: the relative is the requester (a birth, a death). `mustFile`: nobody files for another.
 */
const relativeFiles = z.object({
  citizenIs: z.enum(['owner', 'subject', 'outside', 'mustFile']),
  /** The question what the requester is to whom it is about: on route C it is asked about the relative. */
  relation: z.exactOptional(id),
  /** The answer to it that only the citizen can give. */
  self: z.exactOptional(z.string()),
});

export const formShape = z.object({
  formVersion: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
  sections: z.array(formSection).check(z.minLength(1)),
  documents: z.array(formDocument),
  contradictions: z.exactOptional(z.array(contradiction)),
  relativeFiles: z.exactOptional(relativeFiles),
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
  return [
    ...listDuplicates(ids, 'field'),
    ...listDuplicates(form.documents.map((document) => document.id), 'document'),
    ...listDuplicates(fields.flatMap((field) => field.portalOrder ?? []), 'portalOrder'),
    ...fields.flatMap((field, at) => listFieldFaults(field, ids.slice(0, at))),
    ...listStrangers(form, ids),
    ...form.documents
      .filter(({ conditions, byKin, when }) => ((conditions ?? byKin) === undefined) !== (when === undefined))
      .map((document) => `${document.id}: conditions and the words for them go together`),
  ]; // prettier-ignore
}

function listFieldFaults(field: FormField, earlier: readonly string[]): string[] {
  const faults: string[] = [];
  if ((field.type === 'choice') !== (field.choices !== undefined))
    faults.push(`${field.id}: choices belong to type choice, and only there`);
  if (!field.portalKnows && field.portalOrder === undefined)
    faults.push(`${field.id}: the copy card needs its portalOrder`);
  for (const condition of field.visibleWhen ?? [])
    if (!earlier.includes(condition.field))
      faults.push(`${field.id}: ${condition.field} is no earlier field`);
  return faults;
}

/** Names of fields that the form has not. */
function listStrangers(
  { documents, contradictions = [], relativeFiles: rule }: FormDefinition,
  ids: string[],
) {
  const named = [
    ...contradictions.flatMap(({ first, second, conditions = [] }) =>
      [first, second, ...conditions.map(({ field }) => field)].map(
        (name) => ['contradictions', name] as const,
      ),
    ),
    ...documents.flatMap(({ id: owner, conditions = [] }) =>
      conditions.map(({ field }) => [owner, field] as const),
    ),
    ...(rule?.relation === undefined ? [] : [['relativeFiles', rule.relation] as const]),
  ];
  return named
    .filter(([, name]) => !ids.includes(name))
    .map(([where, name]) => `${where}: ${name} is no field`);
}

export const formDefinition = formShape.check(
  z.superRefine((form, context) => {
    for (const message of listFormFaults(form)) context.addIssue({ code: 'custom', message });
  }),
);
