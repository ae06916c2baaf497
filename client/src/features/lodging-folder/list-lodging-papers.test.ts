import { beforeEach, expect, it } from 'vitest';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import { listLodgingPapers } from './list-lodging-papers.ts';

let work: Work;
const DOSSIER = rigRecord(30);

beforeEach(async () => {
  const { vault } = await createRigVault();
  work = createRigWork(await openRigTab(await createRigDatabase(), vault));
  work.drafts.editRecord({ collection: 'dossier', record: DOSSIER, patch: { procedure: '2.000635' } });
});

function addPage(number: number, type: string): void {
  const scan = rigRecord(40 + number);
  const key = number === 1 ? 'oldCivilStatusPaper' : `oldCivilStatusPaper.${number}.abcdef`;
  work.drafts.editRecord({ collection: 'paper', record: scan, patch: { type, size: 50 } });
  work.drafts.editRecord({ collection: 'dossier', record: DOSSIER, patch: { [`papers/${key}`]: scan } });
}

const listNames = (): string[] => listLodgingPapers(work, DOSSIER).map(({ name }) => name);

it('is one file of a paper, whether it has one page or three', () => {
  addPage(1, 'image/jpeg');
  expect(listNames()).toEqual([expect.stringMatching(/^01-giay-ho-tich-cu[a-z-]*\.jpg$/)]);
  addPage(2, 'image/png');
  addPage(3, 'image/jpeg');
  expect(listNames()).toEqual([expect.stringMatching(/^01-giay-ho-tich-cu[a-z-]*\.pdf$/)]);
});

it('are files of their own where one of them is a PDF already', () => {
  addPage(1, 'image/jpeg');
  addPage(2, 'application/pdf');
  expect(listNames()).toEqual([
    expect.stringMatching(/^01-[a-z-]*\.jpg$/),
    expect.stringMatching(/^02-[a-z-]*trang-2\.pdf$/),
  ]);
});
