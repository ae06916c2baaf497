import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { checkPatch } from '#shared/model/collection';
import { dossier as dossierCollection } from '#shared/model/dossier';
import type { Patch } from '#shared/model/operation';
import { paper as paperCollection } from '#shared/model/paper';
import { listPages, PAGE_LIMITS } from '#shared/rules/paper-pages';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { createDossier, waivePaper } from './actions.ts';
import { attachPaper, findPageLimit, NEW_PAGE, removePage } from './attach-paper.ts';
import { findOpenDossier, type OpenDossier, toRecord } from './queries.ts';

let vault: Vault;
let work: Work;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  work = createRigWork(await openRigTab(await createRigDatabase(), vault));
});

const getValues = (record: RecordId): Patch => work.store.findRecord(record)?.values ?? {};
const start = (): RecordId => createDossier(work, { citizen: rigRecord(20), procedure: '2.000635' });

function open(record: RecordId): OpenDossier {
  const found = findOpenDossier(work, record);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('a paper', () => {
  const scan = { documentId: 'authorisationPaper', title: 'Văn bản ủy quyền', type: 'image/jpeg' };
  const attach = (record: RecordId, letter: string, page?: string) =>
    attachPaper(work, open(record).dossier, { ...scan, file: new Blob([letter.repeat(300_000)]), page });

  it('is sealed in pieces and named by the dossier, in fields that the commune takes', async () => {
    const record = start();
    const kept = await attach(record, 'a');
    if (!kept.ok) throw new Error(kept.error.type);
    expect(open(record).dossier.papers).toEqual({ authorisationPaper: kept.value });
    const values = getValues(toRecord(kept.value));
    expect(values).toMatchObject({ dossier: record, size: 300_000, pieces: 2 });
    expect(checkPatch(paperCollection, values, 'volunteer')).toEqual({ ok: true, value: undefined });
    expect(work.papers.countHere(kept.value)).toBe(2);
  });

  it('that is taken again is another one and takes the place of the first', async () => {
    const record = start();
    const first = await attach(record, 'a');
    const second = await attach(record, 'b');
    expect(second).not.toEqual(first);
    expect(open(record).dossier.papers).toEqual({ authorisationPaper: second.ok && second.value });
  });

  it('that turns up after all takes its excuse away', async () => {
    const record = start();
    waivePaper(work, open(record).dossier, { documentId: scan.documentId, reason: 'officeLooksUp' });
    expect(open(record).dossier.papersNotNeeded).toEqual({ authorisationPaper: 'officeLooksUp' });
    await attach(record, 'a');
    expect(open(record).dossier.papersNotNeeded).toEqual({});
  });

  const read = (record: RecordId) => listPages(open(record).dossier.papers, scan.documentId);
  const take = async (record: RecordId, letter: string, page?: string) => {
    const kept = await attach(record, letter, page);
    if (!kept.ok) throw new Error(kept.error.type);
    return kept.value;
  };

  it('has as many pages as were added, each sealed by itself under a name that the commune takes', async () => {
    const record = start();
    const ids = [
      await take(record, 'a', NEW_PAGE),
      await take(record, 'b', NEW_PAGE),
      await take(record, 'c', NEW_PAGE),
    ];
    expect(read(record).map(({ attachment }) => attachment)).toEqual(ids);
    expect(read(record)[0]?.key).toBe(scan.documentId);
    const values = getValues(record);
    expect(checkPatch(dossierCollection, values, 'volunteer')).toEqual({ ok: true, value: undefined });
    for (const id of ids) {
      expect(work.papers.countHere(id)).toBe(2);
      expect(getValues(toRecord(id))).toMatchObject({ dossier: record, document: scan.documentId });
    }
  });

  it('whose second page is taken again keeps the others and their order', async () => {
    const record = start();
    const [one, two, three] = [
      await take(record, 'a'),
      await take(record, 'b', NEW_PAGE),
      await take(record, 'c', NEW_PAGE),
    ];
    const again = await take(record, 'd', read(record)[1]?.key);
    expect(read(record).map(({ attachment }) => attachment)).toEqual([one, again, three]);
    expect(two).not.toBe(again);
    const first = await take(record, 'e');
    expect(read(record).map(({ attachment }) => attachment)).toEqual([first, again, three]);
  });

  it('loses the page that is taken out, the first one too, and has it again on undo', async () => {
    const record = start();
    const [one, two, three] = [
      await take(record, 'a'),
      await take(record, 'b', NEW_PAGE),
      await take(record, 'c', NEW_PAGE),
    ];
    const shown = () => read(record).map(({ attachment }) => attachment);
    for (const at of [0, 1, 2]) {
      const page = read(record)[at];
      if (!page) throw new Error('There are three.');
      const undo = removePage(work, open(record).dossier, page);
      expect(shown()).toEqual([one, two, three].filter((_id, place) => place !== at));
      expect(read(record)[0]?.key).toBe(scan.documentId);
      undo();
      expect(shown()).toEqual([one, two, three]);
    }
  });

  it('says that it has as many pages as are taken, and so does the dossier', () => {
    const { dossier } = open(start());
    const id = toRecord as unknown as () => never;
    const fill = (count: number, name: (at: number) => string) =>
      ({
        ...dossier,
        papers: Object.fromEntries(Array.from({ length: count }, (_v, at) => [name(at), id])),
      }) as never;
    const page = (at: number) => (at === 0 ? scan.documentId : `${scan.documentId}.${at + 1}.abcdef`);
    expect(findPageLimit(fill(PAGE_LIMITS.perPaper - 1, page), scan.documentId)).toBeUndefined();
    expect(findPageLimit(fill(PAGE_LIMITS.perPaper, page), scan.documentId)).toBe('perPaper');
    const other = (at: number) => `paper${at}`;
    expect(findPageLimit(fill(PAGE_LIMITS.perDossier - 1, other), scan.documentId)).toBeUndefined();
    expect(findPageLimit(fill(PAGE_LIMITS.perDossier, other), scan.documentId)).toBe('perDossier');
  });
});
