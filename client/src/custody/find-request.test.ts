import { describe, expect, it } from 'vitest';
import type { Lodging } from '#shared/model/dossier';
import type { Json, Patch } from '#shared/model/operation';
import { holidayCalendar } from '#data/holidays';
import { findRequest as find } from './find-request.ts';

const findRequest = (given: Patch) => find(given, holidayCalendar);

const values = (lodging: Lodging, more: Patch = {}): Patch => ({
  ...{ procedure: '2.000635', finishedAt: 1, lodging: lodging as unknown as Json },
  ...more,
});
const returned: Lodging = {
  ...{ state: 'needsFix', at: 5, askedAt: 7, askedBy: 'Anh Tú' },
  ...{ reason: 'ảnh trang 2 mờ', document: 'oldCivilStatusPaper', due: '2026-11-25' },
};
const FRIDAY = Date.UTC(2026, 10, 20, 9, 30);
const supplement: Lodging = {
  ...{ state: 'lodged', at: 5, dossierNo: 'H57-1', evidence: 'portalRead' },
  ...{ status: 5, reason: 'Thiếu trang 2', askedAt: FRIDAY },
};

describe('what is asked to be mended', () => {
  it('is what an officer sent back, by name and day, until it was finished again', () => {
    expect(findRequest(values(returned))).toEqual({
      ...{ key: 7, reason: 'ảnh trang 2 mờ', field: undefined, document: 'oldCivilStatusPaper' },
      ...{ askedBy: 'Anh Tú', due: '2026-11-25', isMended: false, isChanged: false },
    });
    expect(findRequest(values(returned, { mends: 7 }))?.isMended).toBe(true);
    expect(findRequest(values(returned, { mends: 7, finishedAt: null }))?.isMended).toBe(false);
    expect(findRequest(values(returned, { mends: 6 }))?.isMended).toBe(false);
  });

  it('of a refused pack bears the instant of the refusal', () => {
    expect(findRequest(values({ state: 'needsFix', at: 5, reason: 'x' }))?.key).toBe(5);
  });

  it('of a lodged dossier goes when the commune says that it has it', () => {
    expect(findRequest(values(supplement))).toMatchObject({ key: FRIDAY, isMended: false });
    expect(findRequest(values(supplement, { mends: FRIDAY }))?.isMended).toBe(true);
    expect(findRequest(values({ ...supplement, mendedAt: 9 }, { mends: FRIDAY }))).toBeUndefined();
  });

  it('has a day where the procedure names a term and the portal asks', () => {
    const birth = { procedure: '3.000722' };
    expect(findRequest(values(supplement))?.due).toBeUndefined();
    expect(findRequest(values(supplement, birth))?.due).toBe('2026-12-01');
    expect(findRequest(values({ ...supplement, askedBy: 'Anh Tú' }, birth))?.due).toBeUndefined();
  });

  it('is nothing while nobody asks', () => {
    expect(findRequest({})).toBeUndefined();
    expect(findRequest(values({ state: 'lodged', at: 5, status: 2 }))).toBeUndefined();
    expect(findRequest(values({ state: 'needsPerson', at: 5, reason: 'twoNumbers' }))).toBeUndefined();
  });
});
