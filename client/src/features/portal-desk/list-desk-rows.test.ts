import { describe, expect, it } from 'vitest';
import { countMissingPapers, listDeskPapers, listDeskRows } from './list-desk-rows.ts';
import { makeUpPack } from './made-up-pack.ts';

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
    expect(countMissingPapers(papers)).toBe(1);
  });

  it('are complete once photographed or explained', () => {
    const photographed = makeUpPack('a', { answers, papers: { authorisationPaper: 'scan' } });
    const explained = makeUpPack('a', { answers, papersNotNeeded: { authorisationPaper: 'bringPaper' } });
    expect(countMissingPapers(listDeskPapers(photographed))).toBe(0);
    expect(countMissingPapers(listDeskPapers(explained))).toBe(0);
  });

  it('include one that was photographed although the answers no longer call for it', () => {
    const papers = listDeskPapers(makeUpPack('a', { papers: { familyAuthorisation: 'scan' } }));
    expect(papers.map(({ document }) => document.id)).toContain('familyAuthorisation');
  });
});
