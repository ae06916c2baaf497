/** A form as a person writes it, with parts that repeat, and as it is used, with every part written out. Checks nothing. */
import * as z from 'zod/mini';
import { type BilingualText, fillBlanks } from './bilingual-text.ts';
import type { Contradiction } from './contradictions.ts';
import { type FormCondition, formId } from './form-condition.ts';
import {
  type FormDefinition,
  type FormField,
  formSection,
  type FormSection,
  formShape,
} from './form-definition.ts';

/** Asked once for each of several people or places; `count` names the earlier number question that says how many. */
const repetition = z.object({ count: formId, upTo: z.int().check(z.gte(2), z.lte(12)) });
type Repetition = z.infer<typeof repetition>;

const writtenSection = z.object({ ...formSection.shape, repeat: z.exactOptional(repetition) });
type WrittenSection = z.infer<typeof writtenSection>;

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

/** Between two questions of a repeated part once for each person or place; of one with itself, for each two of them. */
function writeOutContradiction(one: Contradiction, sections: readonly WrittenSection[]): Contradiction[] {
  const find = (id: string) => sections.find(({ fields }) => fields.some((field) => field.id === id));
  const [firstPart, secondPart] = [find(one.first), find(one.second)];
  const upTo = secondPart?.repeat?.upTo ?? firstPart?.repeat?.upTo;
  if (upTo === undefined) return [one];
  const numbers = Array.from({ length: upTo }, (_, at) => at + 1);
  const pairs =
    one.first === one.second
      ? numbers.flatMap((m) => numbers.slice(m).map((n) => [m, n] as const))
      : numbers.map((n) => [n, n] as const);
  return pairs.map(([m, n]) => ({
    ...one,
    first: firstPart?.repeat ? `${one.first}${m}` : one.first,
    second: secondPart?.repeat ? `${one.second}${n}` : one.second,
    message: { vi: fillBlanks(one.message.vi, { m, n }), en: fillBlanks(one.message.en, { m, n }) },
  }));
}

/** One part for each: `name` becomes `name1`, `name2`…, and `{n}` in a title or a label becomes the number. */
function writeOutSection({ repeat, ...section }: WrittenSection): FormSection[] {
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
