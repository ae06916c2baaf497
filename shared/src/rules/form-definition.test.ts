import { describe, expect, it } from 'vitest';
import { procedures } from '../../data/procedures.ts';
import type { FormDefinition } from './form-definition.ts';
import { formDefinition, listFormFaults } from './form-definition.ts';

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
    expect(listFormFaults(buildForm([text], [paper]))).toEqual(['paper: x is no field']);
  });

  it('is told about a question that the copy card could not place', () => {
    const { portalOrder: _, ...unplaced } = text;
    expect(listFormFaults(buildForm([unplaced]))).toEqual(['name: the copy card needs its portalOrder']);
    expect(formDefinition.safeParse(buildForm([unplaced])).success).toBe(false);
  });
});

describe('the catalogue', () => {
  it('has each code once and only sound forms', () => {
    const codes = procedures.flatMap((entry) => [entry.code, ...entry.aliases]);
    expect(new Set(codes).size).toBe(codes.length);
    for (const entry of procedures) expect(formDefinition.safeParse(entry.form).success).toBe(true);
  });
});
