import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProcedure, procedures } from '../../data/procedures.ts';
import { contradicts } from './contradictions.ts';
import { checkAnswers } from './fill-form.ts';
import { listFields, listFormFaults } from './form-definition.ts';

const TODAY = '2026-11-22';

describe('two answers', () => {
  it('contradict each other only where it is certain', () => {
    expect(contradicts('notBefore', '1947', '1946-12-31')).toBe(true);
    expect(contradicts('notBefore', '1947', '1947-01-01')).toBe(false);
    expect(contradicts('notBefore', '1947-03-02', '1947-03')).toBe(false);
    expect(contradicts('notBefore', '1947-03-02', '1947-02')).toBe(true);
    expect(contradicts('differs', ' Nguyễn  Văn Dụ', 'nguyễn văn dụ')).toBe(true);
    expect(contradicts('differs', '', ' ')).toBe(false);
  });

  it('of rubbish contradict nothing and throw nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('notBefore', 'differs'),
        fc.anything(),
        fc.anything(),
        (rule, one, other) => {
          const said = contradicts(rule, one, other);
          return typeof one === 'string' && typeof other === 'string' ? typeof said === 'boolean' : !said;
        },
      ),
    );
  });
});

function listCodes(code: string, answers: Record<string, unknown>, today?: string): string[] {
  const form = findProcedure(code)?.form;
  if (!form) throw new Error(`no procedure ${code}`);
  return checkAnswers(form, { route: 'counter', answers, today })
    .filter((fault) => fault.code === 'contradicts' || fault.code === 'inFuture')
    .map((fault) => `${fault.fieldId}: ${fault.code}`);
}

describe('a form', () => {
  it('says a death before the birth, and a notice before the death', () => {
    const answers = { deceasedDateOfBirth: '1950', deathDate: '1949-05-01', deathNoticeDate: '1949-04-30' };
    expect(listCodes('1.000656', answers)).toContain('deathDate: contradicts');
    expect(listCodes('1.000656', { ...answers, deathDate: '1950' })).not.toContain('deathDate: contradicts');
  });

  it('says one person on both sides of a marriage', () => {
    const answers = { requesterPersonalId: '099147000123', otherPersonalId: '099147000123' };
    expect(listCodes('1.000894', answers)).toEqual(['otherPersonalId: contradicts']);
    expect(listCodes('1.000894', { ...answers, otherPersonalId: '099147000124' })).toEqual([]);
  });

  it('says a birth that is still to come, once today is known', () => {
    const born = { childDateOfBirth: '2026-11-23' };
    expect(listCodes('1.001193', born, TODAY)).toEqual(['childDateOfBirth: inFuture']);
    expect(listCodes('1.001193', { childDateOfBirth: TODAY }, TODAY)).toEqual([]);
    expect(listCodes('1.001193', born)).toEqual([]);
  });

  it('names the field that a contradiction has and the form has not', () => {
    const form = findProcedure('1.000894')?.form;
    if (!form) throw new Error('no form');
    const message = { vi: 'x', en: 'x' };
    const wrong = {
      ...form,
      contradictions: [{ rule: 'differs' as const, first: 'nobody', second: 'otherPersonalId', message }],
    };
    expect(listFormFaults(wrong)).toEqual(['contradictions: nobody is no field']);
  });

  it('has only dates for what must not come before, in every shipped procedure', () => {
    for (const { form } of procedures)
      for (const { rule, first, second } of form.contradictions ?? []) {
        const types = listFields(form)
          .filter(({ id }) => id === first || id === second)
          .map(({ type }) => type);
        if (rule === 'notBefore') expect(types).toEqual(['date', 'date']);
      }
  });
});
