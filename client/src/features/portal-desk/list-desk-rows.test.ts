import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { describePapers } from './describe-papers.ts';
import { countPapers, listDeskPapers, listDeskRows } from './list-desk-rows.ts';
import { makeUpPack } from './made-up-pack.ts';
import type { Pack } from './read-pack.ts';

const vi = createTranslator('vi', messagesVi);
const answers = {
  requesterName: 'Hoàng Thị Mẫu',
  relation: 'authorised',
  eventType: 'birth',
  subjectName: 'Nông Văn Thử',
  copies: 2,
};

describe('what the officer types', () => {
  it('is in the order of the portal, and only what the portal does not know', () => {
    const rows = listDeskRows(makeUpPack('a', { answers }));
    expect(rows.map((row) => row.fieldId)).toEqual(['relation', 'eventType', 'subjectName', 'copies']);
    expect(rows[0]?.value).toBe('Người được ủy quyền khác');
  });

  it('is the whole form for paper at the counter, with gaps to be seen', () => {
    const rows = listDeskRows(makeUpPack('a', { answers, route: 'counter' }));
    expect(rows.find((row) => row.fieldId === 'requesterName')?.value).toBe('Hoàng Thị Mẫu');
    expect(rows.find((row) => row.fieldId === 'requesterDateOfBirth')?.value).toBe('');
  });

  it('is nothing for a procedure that this device does not know', () => {
    expect(listDeskRows(makeUpPack('a', { answers, procedure: undefined }))).toEqual([]);
  });
});

describe('the papers of a pack', () => {
  it('are those that the answers call for; a required one that is neither there nor explained is missing', () => {
    const papers = listDeskPapers(makeUpPack('a', { answers }));
    expect(papers.map(({ document }) => document.id)).toEqual(['oldCivilStatusPaper', 'authorisationPaper']);
    expect(countPapers(papers).missing).toBe(1);
  });

  it('are all there once photographed, or with the office already', () => {
    const photographed = makeUpPack('a', { answers, papers: { authorisationPaper: 'scan' } });
    const known = makeUpPack('a', { answers, papersNotNeeded: { authorisationPaper: 'inVault' } });
    expect(describePapers(photographed, vi)).toBe('giấy tờ đủ');
    expect(describePapers(known, vi)).toBe('giấy tờ đủ');
  });

  it('are not all there while somebody brings one, looks one up or photographs one', () => {
    const describeWaived = (papersNotNeeded: Pack['papersNotNeeded'], papers: Pack['papers'] = {}) =>
      describePapers(makeUpPack('a', { answers, papersNotNeeded, papers }), vi);
    expect(describeWaived({ authorisationPaper: 'bringPaper' })).toBe('mang giấy: 1');
    expect(describeWaived({ authorisationPaper: 'officeLooksUp', oldCivilStatusPaper: 'bringPaper' })).toBe(
      'mang giấy: 1 · xã tra: 1',
    );
    expect(describeWaived({ oldCivilStatusPaper: 'ownCamera' })).toBe('thiếu 1 giấy · chụp khi nộp: 1');
    expect(describeWaived({ authorisationPaper: 'bringPaper' }, { authorisationPaper: 'scan' })).toBe(
      'giấy tờ đủ',
    );
  });

  it('include one that was photographed although the answers no longer call for it', () => {
    const papers = listDeskPapers(makeUpPack('a', { papers: { familyAuthorisation: 'scan' } }));
    expect(papers.map(({ document }) => document.id)).toContain('familyAuthorisation');
  });
});
