import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldErrorTexts } from '../../data/form-texts.ts';
import { findProcedure } from '../../data/procedures.ts';
import type { Kin, Route } from '../model/dossier.ts';
import { fillBlanks } from './bilingual-text.ts';
import { checkAnswer } from './check-answer.ts';
import {
  checkAnswers,
  listCopyCardRows,
  listNeededDocuments,
  listQuestions,
  prefillAnswers,
} from './fill-form.ts';
import type { FormDefinition, FormField } from './form-definition.ts';

const extract = findProcedure('2.000635')?.form as FormDefinition;
const mau = {
  fullName: 'NGUYỄN VĂN MẪU',
  dateOfBirth: '1947',
  personalId: '099047000123',
  residenceAsPrinted: 'Thôn Mẫu, Xã Ví Dụ',
  phone: '0912345678',
};
const forSelf = {
  relation: 'self',
  eventType: 'birth',
  registeredAt: 'Xã Ví Dụ, Huyện Thử',
  copies: 3,
  resultDelivery: 'electronic',
};
const forChild = {
  ...forSelf,
  relation: 'parent',
  subjectName: 'NGUYỄN THỊ BÉ',
  subjectDateOfBirth: '2015-03-02',
};
const listAsked = (route: Parameters<typeof listQuestions>[1], answers: object) =>
  listQuestions(extract, route, answers).map((question) => question.field.id);

describe('the questions of a form', () => {
  it('are at most ten after the card when the citizen files online', () => {
    for (const route of [undefined, 'selfOwnPhone', 'selfAtSession', 'relative', 'assistedAtCentre'] as const)
      expect(listAsked(route, forSelf).length).toBeLessThanOrEqual(10);
    expect(listAsked('selfOwnPhone', forChild).length).toBeLessThanOrEqual(10);
  });

  it('leave out what the portal knows, except where the whole form is filled in', () => {
    expect(listAsked('selfOwnPhone', forSelf)).not.toContain('requesterPersonalId');
    expect(listAsked('counter', forSelf)).toContain('requesterPersonalId');
    expect(listAsked('authorisedForward', forSelf)).toContain('requesterResidence');
  });

  it('ask about the other person only when it is another person', () => {
    expect(listAsked('selfOwnPhone', forSelf)).not.toContain('subjectName');
    expect(listAsked('selfOwnPhone', forChild)).toContain('subjectName');
  });

  it('are not opened by an answer left behind in a hidden field', () => {
    const hidden: FormDefinition = {
      ...extract,
      sections: [
        {
          id: 'only',
          title: { vi: 'a', en: 'a' },
          fields: [
            { id: 'first', label: { vi: 'a', en: 'a' }, type: 'yesNo', required: true, portalKnows: true },
            { id: 'second', label: { vi: 'a', en: 'a' }, type: 'yesNo', required: true, portalKnows: true, visibleWhen: [{ field: 'first', oneOf: [true] }] },
            { id: 'third', label: { vi: 'a', en: 'a' }, type: 'yesNo', required: true, portalKnows: true, visibleWhen: [{ field: 'second', oneOf: [true] }] },
          ],
        },
      ],
    }; // prettier-ignore
    const asked = listQuestions(hidden, 'counter', { first: false, second: true });
    expect(asked.map((question) => question.field.id)).toEqual(['first']);
  });
});

describe('checking a draft', () => {
  it('finds nothing wrong with a complete one', () => {
    expect(checkAnswers(extract, { route: 'selfOwnPhone', answers: forSelf })).toEqual([]);
    expect(checkAnswers(extract, { route: 'selfOwnPhone', answers: forChild })).toEqual([]);
    expect(
      checkAnswers(extract, { route: 'counter', answers: { ...prefillAnswers(extract, mau), ...forSelf } }),
    ).toEqual([]);
  });

  it('names every field that is missing at once', () => {
    const missing = checkAnswers(extract, { route: 'counter', answers: {} });
    expect(missing.map((error) => [error.fieldId, error.code])).toEqual([
      ['requesterName', 'missing'],
      ['requesterDateOfBirth', 'missing'],
      ['requesterPersonalId', 'missing'],
      ['requesterResidence', 'missing'],
      ['relation', 'missing'],
      ['eventType', 'missing'],
      ['registeredAt', 'missing'],
      ['copies', 'missing'],
      ['resultDelivery', 'missing'],
    ]);
  });

  it('says for every field what is wrong with it, in both languages', () => {
    const wrong = {
      requesterName: 'M'.repeat(101),
      requesterDateOfBirth: '1947-02-30',
      requesterPersonalId: '12345',
      requesterResidence: 7,
      requesterPhone: '12',
      relation: 'neighbour',
      eventType: ['birth'],
      registeredAt: '   ',
      registeredOn: 'hôm qua',
      copies: 0,
      resultDelivery: true,
    };
    const errors = checkAnswers(extract, { route: 'counter', answers: wrong });
    expect(Object.fromEntries(errors.map((error) => [error.fieldId, error.code]))).toEqual({
      requesterName: 'tooLong',
      requesterDateOfBirth: 'notADate',
      requesterPersonalId: 'notAPersonalId',
      requesterResidence: 'wrongType',
      requesterPhone: 'notAPhone',
      relation: 'notAChoice',
      eventType: 'wrongType',
      registeredAt: 'missing',
      registeredOn: 'notADate',
      copies: 'numberTooSmall',
      resultDelivery: 'wrongType',
    });
    for (const error of errors) {
      const text = fieldErrorTexts[error.code];
      for (const sentence of [text.vi, text.en])
        expect(fillBlanks(sentence, error.message.params)).not.toMatch(/[{}]/);
    }
  });

  it('refuses half copies and too many of them', () => {
    const findCode = (copies: unknown) =>
      checkAnswers(extract, { route: undefined, answers: { ...forSelf, copies } })[0]?.code;
    expect(findCode(1.5)).toBe('notANumber');
    expect(findCode('2')).toBe('notANumber');
    expect(findCode(51)).toBe('numberTooLarge');
    expect(findCode(50)).toBeUndefined();
  });

  it('takes a time of the day and no other', () => {
    const field: FormField = {
      id: 'at',
      label: { vi: 'a', en: 'a' },
      type: 'time',
      required: false,
      portalKnows: true,
    };
    for (const time of ['00:00', '23:59', '']) expect(checkAnswer(field, time)).toEqual([]);
    for (const time of ['24:00', '7:30', '14h30', '12:60'])
      expect(checkAnswer(field, time)[0]?.code).toBe('notATime');
    expect(checkAnswer(field, 1430)[0]?.code).toBe('wrongType');
  });

  it('never throws, whatever an older client or a file holds', () => {
    fc.assert(
      fc.property(fc.anything(), (answers) =>
        Array.isArray(checkAnswers(extract, { route: 'counter', answers })),
      ),
    );
    const ids = extract.sections.flatMap((section) => section.fields.map((field) => field.id));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.anything()), (answers) => {
        const errors = checkAnswers(extract, { route: 'counter', answers });
        const rows = listCopyCardRows(extract, { route: 'counter', answers });
        return errors.every((error) => ids.includes(error.fieldId)) && rows.every((row) => row.value !== '');
      }),
    );
  });
});

describe('what the card gives', () => {
  it('fills the requester and nothing else', () => {
    expect(prefillAnswers(extract, mau)).toEqual({
      requesterName: 'NGUYỄN VĂN MẪU',
      requesterDateOfBirth: '1947',
      requesterPersonalId: '099047000123',
      requesterResidence: 'Thôn Mẫu, Xã Ví Dụ',
      requesterPhone: '0912345678',
    });
  });

  it('fills nothing that the field would refuse', () => {
    expect(prefillAnswers(extract, { personalId: '123', phone: '', dateOfBirth: undefined })).toEqual({});
  });
});

describe('the copy card', () => {
  it("stands in the portal's order, written as in Vietnam", () => {
    const rows = listCopyCardRows(extract, {
      route: undefined,
      answers: { ...prefillAnswers(extract, mau), ...forChild },
    });
    expect(rows.map((row) => [row.screen, row.fieldId, row.value])).toEqual([
      [1, 'relation', 'Cha, mẹ'],
      [2, 'eventType', 'Khai sinh'],
      [2, 'subjectName', 'NGUYỄN THỊ BÉ'],
      [2, 'subjectDateOfBirth', '02/03/2015'],
      [2, 'registeredAt', 'Xã Ví Dụ, Huyện Thử'],
      [3, 'copies', '3'],
      [3, 'resultDelivery', 'Bản điện tử'],
    ]);
  });

  it('carries no number and no name of the person who files', () => {
    const rows = listCopyCardRows(extract, {
      route: undefined,
      answers: { ...prefillAnswers(extract, mau), ...forSelf },
    });
    expect(JSON.stringify(rows)).not.toMatch(/099047000123|NGUYỄN VĂN MẪU|0912/);
  });
});

describe('the papers', () => {
  const listPapers = (relation: string) =>
    listNeededDocuments(extract, { answers: { relation } }).map(({ id, required }) => [id, required]);

  it('are one old paper, if there is one, for oneself', () => {
    expect(listPapers('self')).toEqual([['oldCivilStatusPaper', false]]);
  });

  it('include a certified authorisation on route C wherever no rule spares this relative, and nowhere else', () => {
    const listFor = (code: string, kin: Kin, route: Route = 'relative') => {
      const form = findProcedure(code)?.form as FormDefinition;
      return listNeededDocuments(form, { answers: {}, route, relative: { kin } }).map(({ id }) => id);
    };
    for (const kin of ['child', 'spouse', 'parent', 'sibling', 'grandparent'] as const)
      for (const code of ['2.000635', '1.004873'])
        expect(listFor(code, kin)).not.toContain('authorisationPaper');
    for (const kin of ['grandchild', 'authorised'] as const)
      for (const code of ['2.000635', '1.004873']) expect(listFor(code, kin)).toContain('authorisationPaper');
    for (const code of ['1.004194', '1.004222', '1.010041']) {
      expect(listFor(code, 'child')).toContain('authorisationPaper');
      expect(listFor(code, 'child', 'selfOwnPhone')).not.toContain('authorisationPaper');
    }
    expect(listFor('1.001612', 'spouse')).toContain('filingAuthorisation');
    // Whoever registers a birth or a death is the requester by law.
    for (const code of ['1.001193', '1.000656', '3.000722'])
      expect(listFor(code, 'sibling')).not.toContain('authorisationPaper');
  });

  it('include a certified authorisation only for somebody who is no close relative', () => {
    expect(listPapers('authorised')).toContainEqual(['authorisationPaper', true]);
    expect(listPapers('child')).not.toContainEqual(['authorisationPaper', true]);
  });
});
