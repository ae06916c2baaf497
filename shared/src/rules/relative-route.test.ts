import { describe, expect, it } from 'vitest';
import { findProcedure, procedures } from '../../data/procedures.ts';
import { checkAnswers, listCopyCardRows, listQuestions, prefillAnswers } from './fill-form.ts';
import type { FormDefinition } from './form-definition.ts';
import { answerForCitizen, answerForRelative } from './relative-route.ts';

const mau = {
  fullName: 'HOÀNG THỊ MẪU',
  dateOfBirth: '1947-03-02',
  personalId: '099147000123',
  sex: 'female',
  residenceAsPrinted: 'Thôn Mẫu, Xã Ví Dụ',
};
const find = (code: string) => findProcedure(code)?.form as FormDefinition;
const copy = (form: FormDefinition, answers: object) =>
  listCopyCardRows(form, { route: 'relative', answers }).map(({ value }) => value);

describe('a relative files from the own account', () => {
  it('and the copy card names the citizen with the birth, wherever the form is about the citizen', () => {
    const about = procedures.filter(
      ({ channels, form: { relativeFiles: rule } }) =>
        channels.includes('online') && (rule === undefined || rule.citizenIs === 'subject'),
    );
    expect(about.map(({ code }) => code).sort()).toEqual([
      ...['1.001612', '1.004194', '1.004222', '1.004873', '1.010041', '2.000635'],
    ]);
    for (const { form } of about) {
      const known = prefillAnswers(form, mau);
      const changed = answerForRelative(form, { own: undefined, kin: 'child', citizen: mau });
      const values = copy(form, { ...known, ...changed });
      expect(values).toEqual(expect.arrayContaining(['HOÀNG THỊ MẪU', '02/03/1947']));
    }
  });

  it('and on no other way does the card repeat what the citizen’s own account knows', () => {
    for (const { form } of procedures) {
      const answers = prefillAnswers(form, mau);
      const values = listCopyCardRows(form, { route: 'selfOwnPhone', answers }).map(({ value }) => value);
      expect(values).not.toContain('HOÀNG THỊ MẪU');
    }
  });

  it('and says in which part of the portal the citizen stands', () => {
    const [first] = listCopyCardRows(find('1.004222'), {
      route: 'relative',
      answers: prefillAnswers(find('1.004222'), mau),
    });
    expect(first).toMatchObject({ fieldId: 'requesterName', hint: 'Chủ hồ sơ' });
  });

  it('and cannot be the citizen: the relation has to be another one', () => {
    const form = find('2.000635');
    const check = (route: 'relative' | 'selfOwnPhone') =>
      checkAnswers(form, { route, answers: { relation: 'self' } }).filter(
        ({ fieldId }) => fieldId === 'relation',
      );
    expect(check('relative').map(({ code }) => code)).toEqual(['selfByRelative']);
    expect(check('selfOwnPhone')).toEqual([]);
  });

  it('and is asked what they are to a child, whose mother the citizen is', () => {
    const form = find('1.001193');
    const changed = answerForRelative(form, { own: 'mother', kin: 'spouse', citizen: mau });
    expect(changed).toEqual({ relation: null, motherPersonalId: '099147000123' });
    const asked = listQuestions(form, 'relative', { relation: 'father', birthPaper: 'birthNotice', ...mau });
    expect(asked.map(({ field }) => field.id)).toContain('motherPersonalId');
    expect(asked.map(({ field }) => field.id)).not.toContain('requesterName');
  });

  it('and is asked the relation anew where the citizen asked for somebody else', () => {
    const changed = answerForRelative(find('2.000635'), { own: 'parent', kin: 'spouse', citizen: mau });
    expect(changed).toEqual({ relation: null });
  });

  it('is no contradiction: the number of the citizen stands where the citizen does', () => {
    const form = find('1.004873');
    const answers = {
      ...prefillAnswers(form, mau),
      ...answerForRelative(form, { own: 'self', kin: 'child', citizen: mau }),
    };
    const codes = checkAnswers(form, { route: 'relative', answers }).map(({ code }) => code);
    expect(codes).not.toContain('contradicts');
    expect(checkAnswers(form, { route: 'selfOwnPhone', answers }).map(({ code }) => code)).toContain(
      'contradicts',
    );
  });
});

it('gives the citizen the own answer back, and the boxes that a relative’s account stood for', () => {
  const form = find('2.000635');
  const changed = answerForCitizen(form, { own: 'self', citizen: mau, answers: { relation: 'child' } });
  expect(changed).toMatchObject({ relation: 'self', requesterName: 'HOÀNG THỊ MẪU', subjectName: null });
});
