import { describe, expect, it } from 'vitest';
import { procedures } from '../../data/procedures.ts';
import { dossier } from '../model/dossier.ts';
import { checkPatch } from '../model/collection.ts';
import { findPageDocument, listPages, nameNextPage, nameSamePage } from './paper-pages.ts';

const ID = 'AAECAwQFBgcICQoLDA0ODw';
const OTHER = '_-ECAwQFBgcICQoLDA0ODw';
const papers = {
  'leaseContract.10.cccccc': 'tenth',
  leaseContract: 'first',
  'leaseContract.2.bbbbbb': 'second of B',
  'leaseContract.2.aaaaaa': 'second of A',
  'leaseContractOfOthers.2.aaaaaa': 'of another paper',
  birthCertificate: 'another paper',
};

describe('the pages of a paper', () => {
  it('are read in their order, and two that were added unseen both stay', () => {
    expect(listPages(papers, 'leaseContract').map(({ attachment }) => attachment)).toEqual([
      'first',
      'second of A',
      'second of B',
      'tenth',
    ]);
    expect(listPages(papers, 'passport')).toEqual([]);
  });

  it('have names that every commune takes, older ones too', () => {
    const key = nameNextPage(listPages(papers, 'leaseContract'), {
      documentId: 'leaseContract',
      attachment: OTHER,
    });
    expect(key).toBe('leaseContract.11._-ECAw');
    expect(checkPatch(dossier, { [`papers/${key}`]: ID }, 'volunteer').ok).toBe(true);
    expect(findPageDocument(key)).toBe('leaseContract');
    expect(findPageDocument('leaseContract')).toBe('leaseContract');
  });

  it('keep their place when one is photographed anew', () => {
    const [first, second] = listPages(papers, 'leaseContract');
    if (!first || !second) throw new Error('There are pages.');
    const page = { documentId: 'leaseContract', attachment: ID };
    expect(nameSamePage(first, page)).toBe('leaseContract');
    expect(nameSamePage(second, page)).toBe('leaseContract.2.AAECAw');
  });

  it('are never mistaken for a paper of the catalogue', () => {
    const names = procedures.flatMap(({ form }) => form.documents.map(({ id }) => id));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => findPageDocument(name) !== name)).toEqual([]);
    // With order and mark it still is a segment of a path.
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(64 - '.10.123456'.length);
  });
});
