import { describe, expect, it } from 'vitest';
import { procedures } from '#data/procedures';
import { listFields } from '#shared/rules/form-definition';
import type { Procedure } from '#shared/rules/procedure';
import { answerForm } from '../../../../fixtures/forms/answer-form.ts';
import { type CopyCode, readCopyCode } from '../../copy-page/copy-code.ts';
import { LONGEST_LINK, writeCopyLinks } from './write-copy-links.ts';

const citizen = {
  fullName: 'Hoàng Thị Mẫu',
  personalId: '099147000123',
  phone: '0912000111',
};
const byCitizen = { route: undefined, relative: undefined };
const today = '2026-11-22';
const place = { origin: 'https://xa.vi-du.example.vn', today };

function writeFor(procedure: Procedure, answers: Record<string, string | number | boolean>) {
  const dossier = { answers, papers: {}, papersNotNeeded: {}, appointment: undefined, ...byCitizen };
  return writeCopyLinks({ procedure, dossier, citizen }, place);
}

function open(link: string, day = today): CopyCode {
  const code = readCopyCode(new URL(link).hash.slice(1), day);
  if (typeof code === 'string') throw new Error(code);
  return code;
}

const online = procedures.filter(({ channels }) => channels.includes('online'));

describe('the copy card as a square code', () => {
  it.each(online.map((procedure) => [procedure.name.vi, procedure] as const))(
    '%s: every row in order, no identity number and no name of who lodges, small enough for a camera',
    (_name, procedure) => {
      // The worst that may happen: whatever is text names the submitter, or nobody.
      const texts = listFields(procedure.form).filter(({ type }) => type === 'text');
      const named = Object.fromEntries(texts.map(({ id }) => [id, 'Bà HOÀNG THỊ MẪU']));
      for (const wishes of [{}, named]) {
        const answers = answerForm(procedure.form, 'counter', wishes);
        const { links, withheld, tooLong } = writeFor(procedure, answers);
        const codes = links.map((link) => open(link));
        const said = JSON.stringify(codes);
        expect(said).not.toMatch(/\d{9}/);
        expect(said.toLowerCase()).not.toContain('hoàng thị mẫu');
        expect(said).not.toContain('099183000123');
        for (const link of links) expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
        expect(tooLong).toEqual([]);
        const blank = codes.flatMap(({ rows }) => rows).filter(({ value }) => value === '');
        expect(blank).toHaveLength(withheld.length);
        expect(codes.map(({ part }) => part)).toEqual(codes.map((_, at) => at + 1));
      }
    },
  );

  it('says on the other phone, too, that it is practice', () => {
    const birth = online.find(({ code }) => code === '1.001193') as Procedure;
    const answers = answerForm(birth.form, 'counter');
    const dossier = { answers, papers: {}, papersNotNeeded: {}, appointment: undefined, ...byCitizen };
    const source = { procedure: birth, dossier, citizen };
    const { links } = writeCopyLinks(source, { ...place, mark: 'TẬP HUẤN' });
    expect(open(links[0] ?? '').title).toBe(`TẬP HUẤN · ${birth.name.vi}`);
    expect(open(writeCopyLinks(source, place).links[0] ?? '').title).toBe(birth.name.vi);
  });

  it('holds the birth of a child in at most two codes', () => {
    const birth = online.find(({ code }) => code === '1.001193') as Procedure;
    expect(writeFor(birth, answerForm(birth.form, 'selfOwnPhone')).links.length).toBeLessThanOrEqual(2);
  });

  it('names the row whose value is larger than a code and carries the others', () => {
    const birth = online.find(({ code }) => code === '1.001193') as Procedure;
    const answers = answerForm(birth.form, 'selfOwnPhone');
    const [long] = listFields(birth.form).filter(({ type, portalKnows }) => type === 'text' && !portalKnows);
    if (!long) throw new Error('The form has no text.');
    const procedure = {
      ...birth,
      form: {
        ...birth.form,
        sections: birth.form.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) =>
            field.id === long.id ? { ...field, maxLength: 999 } : field,
          ),
        })),
      },
    };
    const noise = Array.from({ length: 999 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
    );
    const { tooLong, links } = writeFor(procedure, { ...answers, [long.id]: noise.join('') });
    expect(tooLong.map(({ fieldId }) => fieldId)).toEqual([long.id]);
    const rows = links.flatMap((link) => open(link).rows);
    expect(rows.find(({ label }) => label === long.label.vi)?.value).toBe('');
    expect(rows.filter(({ value }) => value !== '').length).toBeGreaterThan(3);
  });

  it('on the way of a relative tells the citizen’s name and birth, and not the relative’s own name', () => {
    const extract = online.find(({ code }) => code === '2.000635') as Procedure;
    const answers = answerForm(extract.form, 'relative', {
      ...{ relation: 'child', subjectName: 'HOÀNG THỊ MẪU', subjectDateOfBirth: '1947-03-02' },
      purpose: 'gửi cho anh NÔNG VĂN VÍ',
    });
    const relative = { name: 'Nông Văn Ví', kin: 'child', agreedAt: 0 } as const;
    const dossier = { answers, papers: {}, papersNotNeeded: {}, appointment: undefined };
    const source = {
      procedure: extract,
      dossier: { ...dossier, route: 'relative', relative },
      citizen,
    } as const;
    const { links, withheld } = writeCopyLinks(source, place);
    const values = links.flatMap((link) => open(link).rows).map(({ value }) => value);
    expect(values).toContain('HOÀNG THỊ MẪU');
    expect(values).toContain('02/03/1947');
    expect(withheld.map(({ fieldId }) => fieldId)).toEqual(['purpose']);
  });

  it('lapses after the appointment, or after a week', () => {
    const [procedure] = online;
    if (!procedure) throw new Error('No procedure is lodged online.');
    const answers = answerForm(procedure.form, 'selfOwnPhone');
    expect(writeFor(procedure, answers).until).toBe('2026-11-29');
    const base = { answers, papers: {}, papersNotNeeded: {}, ...byCitizen };
    const appointment = { day: '2026-11-25', part: 'morning', place: '' } as const;
    const { links, until } = writeCopyLinks({ procedure, dossier: { ...base, appointment }, citizen }, place);
    expect(until).toBe('2026-11-25');
    const text = new URL(links[0] ?? '').hash.slice(1);
    expect(typeof readCopyCode(text, '2026-11-25')).toBe('object');
    expect(readCopyCode(text, '2026-11-26')).toBe('lapsed');
  });

  it.each(['1', '2abc', '1!!', '1AAAA', `1${'A'.repeat(5_000)}`, 'undefined'])(
    'a code that was cut or made up is said to be unreadable: %s',
    (text) => {
      expect(readCopyCode(text, today)).toBe('unreadable');
    },
  );

  it('no code is no fault of the code', () => {
    expect(readCopyCode('', today)).toBe('none');
  });
});
