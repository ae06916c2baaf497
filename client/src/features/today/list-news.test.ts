import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import type { Json, Patch } from '#shared/model/operation';
import { holidayCalendar } from '#data/holidays';
import { findMendPlace } from './find-mend-place.ts';
import { listNews } from './list-news.ts';

const today = '2026-11-26';
const dossier = (record: string, lodging: Partial<Lodging>, more: Patch = {}) => ({
  record: record as RecordId,
  collection: 'dossier',
  values: {
    ...{ citizen: 'mau', procedure: '2.000635', finishedAt: 1 },
    lodging: { state: 'lodged', at: 1, evidence: 'portalRead', ...lodging } as unknown as Json,
    ...more,
  },
  conflicts: {},
});
const told = { at: 9, by: 'Lành' };
const list = (...dossiers: ReturnType<typeof dossier>[]) =>
  listNews(dossiers, today, holidayCalendar).map(({ dossier: { record }, kind }) => `${record} ${kind}`);

describe('whom to tell', () => {
  it('puts what can lapse first, then what went wrong, then what is ready', () => {
    expect(
      list(
        dossier('number', { status: 2 }),
        dossier('ready', { status: 9, statusAt: 5 }),
        dossier('fee', { status: 6, statusAt: 5 }),
        dossier('stopped', { status: 8, statusAt: 5 }),
        dossier('refused', { status: 3, statusAt: 5 }),
        dossier('open', { status: 5, askedAt: 3, reason: 'x' }),
        dossier('due', { state: 'needsFix', askedAt: 4, reason: 'x', due: '2026-11-30' }),
        dossier('sent', { state: 'needsFix', askedAt: 4, reason: 'x', due: '2026-11-20' }, { mends: 4 }),
        dossier('missed', { state: 'needsFix', askedAt: 4, reason: 'x', due: '2026-11-25' }),
      ),
    ).toEqual([
      ...['missed mend', 'due mend', 'open mend', 'refused rejected', 'stopped stopped'],
      ...['fee payment', 'ready result', 'number lodged', 'sent mend'],
    ]);
    const [missed] = listNews(
      [dossier('a', { state: 'needsFix', due: '2026-11-25' })],
      today,
      holidayCalendar,
    );
    expect(missed?.isOverdue).toBe(true);
  });

  it('is silent where the citizen knows: own receipt, own withdrawal, result in the hand', () => {
    expect(
      list(
        dossier('shown', { evidence: 'citizenShown' }),
        dossier('shown and read', {
          evidence: 'portalRead',
          status: 2,
          wordBefore: { evidence: 'citizenShown', at: 1 },
        }),
        dossier('withdrawn', { status: 7 }),
        dossier('handed', { status: 10 }),
        dossier('waits', { state: 'awaitingCitizen' }),
        dossier('looked at', { state: 'needsPerson', reason: 'twoNumbers' }),
      ),
    ).toEqual([]);
  });

  it('is the result too where only the officer can say so, as at the counter and by post', () => {
    const noted = { at: 7, by: 'Tú' };
    const closed = { closedOnSoftware: noted };
    const counter = { evidence: 'officerEntered' } as const;
    expect(list(dossier('a', counter, closed))).toEqual(['a result']);
    expect(list(dossier('a', { evidence: 'citizenShown' }, closed))).toEqual(['a result']);
    expect(list(dossier('a', { ...counter, status: 4 }, closed))).toEqual(['a result']);
    expect(list(dossier('a', counter, { ...closed, handedOver: noted }))).toEqual([]);
    expect(list(dossier('a', counter, { handedOver: noted }))).toEqual([]);
    expect(list(dossier('a', { status: 3, statusAt: 5 }, closed))).toEqual(['a rejected']);
  });

  it('tells of one result once, whoever tells of it second', () => {
    const closed = { closedOnSoftware: { at: 7, by: 'Tú' }, 'told/result-7': told };
    expect(list(dossier('a', { evidence: 'officerEntered' }, closed))).toEqual([]);
    expect(list(dossier('a', { status: 9, statusAt: 8 }, closed))).toEqual([]);
  });

  it('goes once it was told, and comes back with the next piece of news', () => {
    expect(list(dossier('a', { status: 1 }, { 'told/lodged': told }))).toEqual([]);
    expect(list(dossier('a', { status: 4 }, { 'told/lodged': told }))).toEqual([]);
    const ready = { status: 9, statusAt: 5 };
    expect(list(dossier('a', ready, { 'told/lodged': told }))).toEqual(['a result']);
    expect(list(dossier('a', ready, { 'told/result-5': told }))).toEqual([]);
  });

  it('keeps what is to be mended although the citizen was told, until the commune has it', () => {
    const asked = { status: 5, askedAt: 3, reason: 'x' };
    const [news] = listNews([dossier('a', asked, { 'told/mend-3': told })], today, holidayCalendar);
    expect(news).toMatchObject({ kind: 'mend', told });
    expect(list(dossier('a', { ...asked, mendedAt: 4 }, { mends: 3 }))).toEqual([]);
  });
});

describe('where a request leads', () => {
  const find = (request: Partial<Lodging>) => {
    const [news] = listNews([dossier('d', { state: 'needsFix', ...request })], today, holidayCalendar);
    if (!news) throw new Error('No news.');
    return findMendPlace(news);
  };

  it('is the very paper, the very box, or the person; else the dossier', () => {
    const paper = '/ho-so/d?giay=oldCivilStatusPaper';
    expect(find({ document: 'oldCivilStatusPaper' })).toEqual({ key: 'retake', href: paper });
    expect(find({ field: 'copies' })).toEqual({ key: 'field', href: '/ho-so/d/thong-tin?o=copies' });
    expect(find({ field: 'submitter.personalId' }).href).toBe('/nguoi-dan/mau?sua=1');
    expect(find({ field: 'owner.personalId' }).href).toBe('/nguoi-dan/mau?sua=1');
    expect(find({ field: 'page2', document: 'nothing' })).toEqual({ key: 'open', href: '/ho-so/d' });
  });
});
