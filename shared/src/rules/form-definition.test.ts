import { describe, expect, it } from 'vitest';
import { procedures } from '../../data/procedures.ts';
import { listQuestions } from './fill-form.ts';
import type { FormDefinition } from './form-definition.ts';
import { formDefinition, listFormFaults } from './form-definition.ts';
import { writeOutForm, writtenForm } from './write-out-form.ts';

const label = { vi: 'a', en: 'a' };
const buildForm = (fields: readonly object[], documents: readonly object[] = []) =>
  ({ formVersion: '1', sections: [{ id: 'one', title: label, fields }], documents }) as FormDefinition;
const text = { id: 'name', label, type: 'text', required: true, portalKnows: false, portalOrder: 1 };

describe('a form that somebody writes', () => {
  it('is told about a question that stands twice', () => {
    expect(listFormFaults(buildForm([text, text]))).toEqual([
      'field name stands twice',
      'portalOrder 1 stands twice',
    ]);
  });

  it('is told about choices in the wrong place', () => {
    expect(listFormFaults(buildForm([{ ...text, type: 'choice' }]))).toEqual([
      'name: choices belong to type choice, and only there',
    ]);
  });

  it('is told about a condition on a question that comes later or nowhere', () => {
    const early = { ...text, visibleWhen: [{ field: 'later', oneOf: [true] }] };
    const later = { id: 'later', label, type: 'yesNo', required: true, portalKnows: true };
    expect(listFormFaults(buildForm([early, later]))).toEqual(['name: later is no earlier field']);
    const paper = {
      id: 'paper',
      label,
      required: true,
      acceptPhoto: true,
      conditions: [{ field: 'x', oneOf: ['a'] }],
    };
    expect(listFormFaults(buildForm([text], [{ ...paper, when: label }]))).toEqual(['paper: x is no field']);
    expect(listFormFaults(buildForm([text], [paper]))).toContain(
      'paper: conditions and the words for them go together',
    );
  });

  it('is told about a question that the copy card could not place', () => {
    const { portalOrder: _, ...unplaced } = text;
    expect(listFormFaults(buildForm([unplaced]))).toEqual(['name: the copy card needs its portalOrder']);
    expect(formDefinition.safeParse(buildForm([unplaced])).success).toBe(false);
  });
});

describe('a part that is asked once for each person', () => {
  const howMany = { id: 'people', label, type: 'number', required: true, portalKnows: false, portalOrder: 1 };
  const numbered = { vi: 'Người thứ {n}', en: 'Person {n}' };
  const person = { ...text, label: numbered, portalOrder: 2, portalFieldHint: 'Dòng {n}' };
  const note = {
    ...text,
    id: 'note',
    portalOrder: 3,
    visibleWhen: [{ field: 'name', oneOf: ['a'] }],
  };
  const repeat = { count: 'people', upTo: 3 };
  const written = writtenForm.parse({
    formVersion: '1',
    documents: [],
    sections: [
      { id: 'one', title: label, fields: [howMany] },
      { id: 'person', title: numbered, fields: [person, note], repeat },
    ],
  });

  it('is written out with a number in ids, titles, labels and conditions', () => {
    const { sections } = writeOutForm(written);
    expect(sections.map(({ id, title }) => [id, title.vi])).toEqual([
      ['one', 'a'],
      ['person1', 'Người thứ 1'],
      ['person2', 'Người thứ 2'],
      ['person3', 'Người thứ 3'],
    ]);
    expect(sections[2]?.fields[0]).toEqual({
      ...person,
      ...{
        id: 'name2',
        label: { vi: 'Người thứ 2', en: 'Person 2' },
        portalOrder: 4,
        portalFieldHint: 'Dòng 2',
      },
      visibleWhen: [{ field: 'people', oneOf: [2, 3] }],
    });
    expect(sections[3]?.fields[1]?.visibleWhen).toEqual([
      { field: 'people', oneOf: [3] },
      { field: 'name3', oneOf: ['a'] },
    ]);
  });

  it('asks about as many people as there are, and no more', () => {
    const form = writeOutForm(written);
    const list = (people: unknown) =>
      listQuestions(form, undefined, { people }).map((question) => question.field.id);
    expect(list(0)).toEqual(['people']);
    expect(list(2)).toEqual(['people', 'name1', 'name2']);
    expect(list('2')).toEqual(['people']);
  });

  it('needs a question that says how many, and places of its own on the copy card', () => {
    const lost = { ...written, sections: written.sections.slice(1) };
    expect(listFormFaults(writeOutForm(lost))).toContain('name1: people is no earlier field');
    const late = { ...howMany, id: 'late', type: 'number', portalOrder: 4 } as const;
    const crowded = [...written.sections, { id: 'last', title: label, fields: [late] }];
    expect(listFormFaults(writeOutForm({ ...written, sections: crowded }))).toEqual([
      'portalOrder 4 stands twice',
    ]);
  });
});

describe('the catalogue', () => {
  it('has each code once and only sound forms', () => {
    const codes = procedures.flatMap((entry) => [entry.code, ...entry.aliases]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const entry of procedures) expect(formDefinition.safeParse(entry.form).success).toBe(true);
  });
});
