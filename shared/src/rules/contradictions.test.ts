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
    .filter((fault) => ['contradicts', 'inFuture', 'inPast'].includes(fault.code))
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

  it.each([
    ['1.004222', 'member', 'memberCount'],
    ['1.004194', 'member', 'memberCount'],
    ['1.001612', 'familyMember', 'familyMemberCount'],
  ])(
    '%s says a member twice, and a member who is the one who asks, at the later one',
    (code, member, count) => {
      const [one, two] = ['099147000123', '099147000124'];
      const household = {
        [count]: 3,
        requesterPersonalId: one,
        founderType: 'family',
        registrationKind: 'household',
      };
      const list = (ids: readonly string[]) => {
        const numbers = ids.map((id, at) => [`${member}PersonalId${at + 1}`, id] as const);
        return listCodes(code, { ...household, ...Object.fromEntries(numbers) });
      };
      expect(list([two, '099147000125', '099147000126'])).toEqual([]);
      expect(list([two, '099147000125', two])).toEqual([`${member}PersonalId3: contradicts`]);
      expect(list([two, one])).toEqual([`${member}PersonalId2: contradicts`]);
      // Who is not counted is not there.
      expect(listCodes(code, { ...household, [count]: 1, [`${member}PersonalId2`]: one })).toEqual([]);
    },
  );

  it('says both members by their numbers, with the way out', () => {
    const form = findProcedure('1.004222')!.form;
    const twice = { memberCount: 3, memberPersonalId1: '099147000124', memberPersonalId3: '099147000124' };
    const [said] = checkAnswers(form, { route: 'selfOwnPhone', answers: twice }).filter(
      ({ code }) => code === 'contradicts',
    );
    expect(said?.message.params['vi']).toBe(
      'Thành viên thứ 3 trùng số với thành viên thứ 1. Xem lại hai thẻ, hoặc bớt số thành viên.',
    );
  });

  it.each(['1.004222', '1.004194'])('%s says a householder who is the one who asks', (code) => {
    const asks = { requesterPersonalId: '099147000123', householderPersonalId: '099147000123' };
    expect(listCodes(code, { ...asks, isHouseholder: false })).toEqual([
      'householderPersonalId: contradicts',
    ]);
    expect(listCodes(code, { ...asks, isHouseholder: true })).toEqual([]);
  });

  it('says a stay that has ended already, once today is known', () => {
    expect(listCodes('1.004194', { stayUntil: '2026-11-21' }, TODAY)).toEqual(['stayUntil: inPast']);
    expect(listCodes('1.004194', { stayUntil: TODAY }, TODAY)).toEqual([]);
    expect(listCodes('1.004194', { stayUntil: '2026-11-21' })).toEqual([]);
  });

  it.each(['1.001193', '3.000722'])(
    '%s says a mother as the father, and a mother younger than her child',
    (code) => {
      const mother = {
        ...{ relation: 'mother', birthPaper: 'birthNotice', requesterPersonalId: '099147000123' },
        ...{ requesterDateOfBirth: '2026-11-01', childDateOfBirth: '2026-10-01' },
      };
      expect(listCodes(code, { ...mother, fatherPersonalId: '099147000123' }).sort()).toEqual([
        'childDateOfBirth: contradicts',
        'fatherPersonalId: contradicts',
      ]);
      expect(listCodes(code, { ...mother, relation: 'relative' })).toEqual([]);
    },
  );

  it('says somebody who would marry the own number, only where the one who asks is the one who marries', () => {
    const answers = {
      purpose: 'marriage',
      requesterPersonalId: '099147000123',
      intendedSpousePersonalId: '099147000123',
    };
    expect(listCodes('1.004873', { ...answers, relation: 'self' })).toEqual([
      'intendedSpousePersonalId: contradicts',
    ]);
    expect(listCodes('1.004873', { ...answers, relation: 'authorised' })).toEqual([]);
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
