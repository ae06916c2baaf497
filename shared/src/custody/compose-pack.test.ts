import { expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import { describePaper, listPapers } from './compose-pack.ts';
import type { FieldState, RecordState } from './server-types.ts';

const idOf = (letter: string): string => letter.repeat(21) + 'A';

function makeRecord(values: Readonly<Record<string, unknown>>): RecordState {
  const fields = Object.fromEntries(
    Object.entries(values).map(([path, value]) => [path, { value } as unknown as FieldState]),
  );
  return { collection: 'dossier', record: idOf('z') as RecordId, fields } as unknown as RecordState;
}

it('sends every page of a paper after the one before it, as an answer to the paper itself', () => {
  const dossier = makeRecord({
    'papers/leaseContract.10.kkkkkk': idOf('k'),
    'papers/leaseContract': idOf('a'),
    'papers/birthCertificate': idOf('g'),
    'papers/leaseContract.2.bbbbbb': idOf('b'),
    'papers/leaseContract.3.cccccc': null,
    'papersNotNeeded/passport': 'bringPaper',
  });
  const papers = listPapers(dossier);
  expect(papers.map(({ id, requirement, page }) => [requirement, id[0], page])).toEqual([
    ['birthCertificate', 'g', 1],
    ['leaseContract', 'a', 1],
    ['leaseContract', 'b', 2],
    ['leaseContract', 'k', 3],
  ]);
  const record = makeRecord({ title: 'Hợp đồng thuê', type: 'image/jpeg', size: 5 });
  expect(papers.map((paper) => describePaper(paper, record)['title'])).toEqual([
    'Hợp đồng thuê',
    'Hợp đồng thuê',
    'Hợp đồng thuê (trang 2)',
    'Hợp đồng thuê (trang 3)',
  ]);
});

it('says nothing new of a dossier whose papers have one page each: what was promised to a portal stays', () => {
  const papers = listPapers(makeRecord({ 'papers/b': idOf('b'), 'papers/a': idOf('a') }));
  expect(papers.map((paper) => describePaper(paper, undefined))).toEqual([
    { id: idOf('a'), title: 'a', sha256: '', size: 0, mime: '', requirement: 'a' },
    { id: idOf('b'), title: 'b', sha256: '', size: 0, mime: '', requirement: 'b' },
  ]);
});
