import { describe, expect, it } from 'vitest';
import { commonTimes } from '#data/office-times';
import type { LodgedRow } from '#shared/contracts/review';
import { findOnline, findOnTime } from './month-figures.ts';

const at = (text: string): number => Date.parse(`2026-${text}:00+07:00`);
const now = at('11-27T10:00');

function makeUpRow(changes: Partial<LodgedRow> = {}): LodgedRow {
  const lodgedAt = changes.lodgedAt ?? at('11-26T09:00');
  return {
    ...{ session: null, procedure: '2.000635', route: 'selfOwnPhone', evidence: 'portalRead' },
    ...{ lodgedAt, receivedAt: lodgedAt, status: 2, ended: null, supplements: [], due: null },
    ...{ handedOverAt: null, closedAt: null },
    ...changes,
  };
}

describe('the share of online lodging', () => {
  it('counts the month by how it was lodged, against the month before, and says on whose word', () => {
    const lodged = [
      makeUpRow(),
      makeUpRow({ route: 'assistedAtCentre', evidence: 'officerEntered' }),
      makeUpRow({ route: 'counter', evidence: 'officerEntered' }),
      makeUpRow({ route: 'post', evidence: 'citizenShown' }),
      makeUpRow({ lodgedAt: at('10-05T09:00') }),
      makeUpRow({ lodgedAt: at('10-06T09:00'), route: 'counter' }),
      makeUpRow({ lodgedAt: at('10-31T23:59'), route: 'counter' }),
      makeUpRow({ lodgedAt: at('09-30T09:00') }),
    ];
    const found = findOnline({ at: now, lodged });
    expect(found.share).toEqual({ part: 2, whole: 4, percent: 50 });
    expect(found.trend).toBe(16.7);
    expect(found.byPortal).toBe(1);
    expect(found.rows).toEqual(lodged.slice(0, 4));
  });

  it('of a month without any is none, and has no trend', () => {
    expect(findOnline({ at: now, lodged: [] })).toMatchObject({ share: { percent: null }, trend: undefined });
    expect(findOnline({ at: now, lodged: [makeUpRow()] }).trend).toBeUndefined();
  });
});

describe('the share on time', () => {
  it('has both denominators, and each row its standing', () => {
    const found = findOnTime(
      {
        at: now,
        lodged: [
          makeUpRow({ closedAt: at('11-26T16:00') }),
          // Handed over in time, closed the day after: late on the software.
          makeUpRow({ handedOverAt: at('11-26T16:00'), closedAt: at('11-27T08:00') }),
          makeUpRow({ procedure: '1.004222' }),
          makeUpRow({ status: 1, receivedAt: null }),
          makeUpRow({ lodgedAt: at('10-05T09:00'), ended: { status: 9, at: at('10-05T10:00') } }),
        ],
      },
      commonTimes,
    );
    expect(found.ofAll).toEqual({ part: 2, whole: 3, percent: 66.67 });
    expect(found.ofResolved).toEqual({ part: 1, whole: 2, percent: 50 });
    expect(found.rows.map(({ standing, cause }) => [standing, cause])).toEqual([
      ['onTime', undefined],
      ['late', 'late.recordedLate'],
      ['within', undefined],
      ['notCounted', undefined],
    ]);
  });

  it('of a month that is over is as it stood at its end', () => {
    const lodged = [
      makeUpRow({ lodgedAt: at('09-02T09:00'), ended: { status: 9, at: at('11-05T09:00') } }),
      makeUpRow({ lodgedAt: at('11-06T09:00') }),
    ];
    const found = findOnTime({ at: at('10-31T23:59'), lodged }, commonTimes);
    expect(found.rows.map(({ standing }) => standing)).toEqual(['overdue']);
  });

  it('gives back the time in which the team was asked for something', () => {
    const late = { lodgedAt: at('11-25T09:00'), closedAt: at('11-26T16:00') };
    const judge = (row: LodgedRow) => findOnTime({ at: now, lodged: [row] }, commonTimes).rows[0]?.standing;
    expect(judge(makeUpRow(late))).toBe('late');
    const supplements = [{ requestedAt: at('11-25T10:00'), completedAt: at('11-26T10:00') }];
    expect(judge(makeUpRow({ ...late, supplements }))).toBe('onTime');
  });

  it('goes by the day on the receipt where somebody has entered it', () => {
    const due = { day: '2026-11-26', at: at('11-25T09:00') };
    const row = makeUpRow({ lodgedAt: at('11-25T09:00'), closedAt: at('11-26T16:00'), due });
    const [judged] = findOnTime({ at: now, lodged: [row] }, commonTimes).rows;
    expect(judged).toMatchObject({ standing: 'onTime', dueAt: at('11-26T17:00') });
  });

  it('counts a dossier as late that was asked for papers twice, even if it was quick', () => {
    const supplements = [
      { requestedAt: at('11-26T10:00'), completedAt: at('11-26T10:30') },
      { requestedAt: at('11-26T11:00'), completedAt: at('11-26T11:30') },
    ];
    const row = makeUpRow({ supplements, closedAt: at('11-26T14:00') });
    const [judged] = findOnTime({ at: now, lodged: [row] }, commonTimes).rows;
    expect(judged).toMatchObject({ standing: 'late', cause: 'late.supplementedTwice' });
  });
});
