import { describe, expect, it } from 'vitest';
import { parseIdCard } from '#shared/rules/id-card';
import { listDoubts } from './list-doubts.ts';
import { emptyDraft, readCardIntoDraft } from './person-draft.ts';

const context = { today: '2026-11-22', practice: true };

function readCard(text: string) {
  const reading = parseIdCard(text, context.today, { practice: true });
  if (!reading.ok) throw new Error('The card of the test is not one.');
  const draft = readCardIntoDraft(emptyDraft, reading.value);
  return { draft, reading: reading.value };
}
const codes = (doubts: ReturnType<typeof listDoubts>) => doubts.map((doubt) => doubt.code);

describe('doubts about a card', () => {
  it('are none for a plain card', () => {
    const { draft, reading } = readCard('099158000110||HỒ THỊ CÚC|02031958|Nữ|Thôn Nam Giảng|20042021');
    expect(listDoubts(draft, reading, context)).toEqual([]);
  });

  it('ask to compare a birth year that is not the one in the number, until it is mended', () => {
    const { draft, reading } = readCard('099158000110||HỒ THỊ CÚC|02031959|Nữ|Thôn Nam Giảng|20042021');
    expect(codes(listDoubts(draft, reading, context))).toEqual(['birthYearDiffers']);
    expect(listDoubts({ ...draft, born: '02/03/1958' }, reading, context)).toEqual([]);
  });

  it('ask about a name that lost its marks, until somebody has typed it', () => {
    const { draft, reading } = readCard('099158000110||HO THI CUC|02031958|Nữ|Thôn Nam Giảng|20042021');
    expect(codes(listDoubts(draft, reading, context))).toEqual(['nameNeedsCheck']);
    expect(listDoubts({ ...draft, fullName: 'HỒ THỊ CÚC' }, reading, context)).toEqual([]);
  });

  it('ask about a name of which only the beginning was taken, until somebody has typed it', () => {
    const { draft, reading } = readCard(
      `099158000110||HỒ THỊ ${'Ấ'.repeat(1_400)}|02031958|Nữ|Thôn Nam Giảng|20042021`,
    );
    expect(draft.fullName).toHaveLength(200);
    expect(codes(listDoubts(draft, reading, context))).toEqual(['nameTooLong']);
    expect(listDoubts({ ...draft, fullName: 'HỒ THỊ CÚC' }, reading, context)).toEqual([]);
  });

  it('say so when a card was issued tomorrow, which may be the clock of the phone', () => {
    const { draft, reading } = readCard('099158000110||HỒ THỊ CÚC|02031958|Nữ|Thôn Nam Giảng|23112026');
    expect(codes(listDoubts(draft, reading, context))).toEqual(['issuedInFuture']);
  });

  it('are asked about boxes that were filled in by hand, too', () => {
    const byHand = { ...emptyDraft, fullName: 'Bé', born: '2030' };
    expect(codes(listDoubts(byHand, undefined, context))).toEqual(['bornInFuture']);
    const child = { ...byHand, born: '2015', personalId: '099315000110' };
    expect(codes(listDoubts(child, undefined, context))).toEqual(['underFourteen']);
  });
});
