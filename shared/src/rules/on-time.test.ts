import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../data/holidays.ts';
import { getOfficeHours } from '../../data/office-hours.ts';
import { onTimeTexts } from '../../data/on-time-texts.ts';
import { fillBlanks } from './bilingual-text.ts';
import { countDeadline } from './deadlines.ts';
import { formatNumber } from './format-vietnamese.ts';
import { getVietnamInstant } from './office-days.ts';
import type { HandledDossier, StandingCounts } from './on-time.ts';
import { computeOnTimeShare, countStandings, judgeOnTime, listReminders } from './on-time.ts';

/** `04/12 16:20` of 2026, in Vietnam. */
const at = (text: string) => getVietnamInstant(`2026-${text.slice(3, 5)}-${text.slice(0, 2)}`, text.slice(6));

const END = at('31/12 23:59');
const RECEIVED: HandledDossier = {
  receivedAt: at('01/12 09:00'),
  dueAt: at('04/12 17:00'),
  dueSetAt: null,
  latestByLaw: null,
  resolvedAt: null,
  returnedAt: null,
  stoppedAt: null,
  supplements: [],
  handedOverAt: null,
};
const judge = (changes: Partial<HandledDossier>, periodEnd = END) =>
  judgeOnTime({ ...RECEIVED, ...changes }, periodEnd);
const ask = (from: string, to: string | null) => ({
  requestedAt: at(from),
  completedAt: to === null ? null : at(to),
});

describe('a dossier that has ended', () => {
  it('is early before the due day, on time until the due instant, then late', () => {
    expect(judge({ resolvedAt: at('03/12 17:00') })).toEqual({ standing: 'early' });
    expect(judge({ resolvedAt: at('04/12 17:00') })).toEqual({ standing: 'onTime' });
    expect(judge({ resolvedAt: at('04/12 17:01') })).toEqual({
      standing: 'late',
      cause: 'late.finishedLate',
    });
  });

  it('ends with status 9 even when 10 was recorded before it', () => {
    const both = { returnedAt: at('04/12 16:00'), resolvedAt: at('05/12 08:00') };
    expect(judge(both)).toEqual({ standing: 'late', cause: 'late.recordedLate' });
    expect(judge({ returnedAt: at('04/12 16:00') }).standing).toBe('onTime');
  });

  it('ends with a stop, a refusal or a withdrawal, if it was ever received', () => {
    expect(judge({ stoppedAt: at('04/12 10:00') }).standing).toBe('onTime');
    expect(judge({ stoppedAt: at('04/12 10:00'), receivedAt: null }).standing).toBe('notCounted');
  });

  it('names what was handed over in time and recorded late', () => {
    const late = { handedOverAt: at('04/12 16:00'), resolvedAt: at('07/12 08:00') };
    expect(judge(late).cause).toBe('late.recordedLate');
    expect(onTimeTexts['late.recordedLate'].vi).toBe('Trả đúng hạn nhưng kết thúc trễ trên phần mềm');
    expect(judge({ ...late, handedOverAt: at('05/12 16:00') }).cause).toBe('late.finishedLate');
  });
});

describe('a supplement', () => {
  it('gives back the time in which it was awaited', () => {
    const supplements = [ask('02/12 09:00', '05/12 09:00')];
    expect(judge({ supplements, resolvedAt: at('07/12 16:00') }).standing).toBe('onTime');
    expect(judge({ supplements, resolvedAt: at('07/12 17:01') }).standing).toBe('late');
  });

  it('that was asked for after the end changes nothing', () => {
    const supplements = [ask('10/12 09:00', '11/12 09:00')];
    expect(judge({ supplements, resolvedAt: at('04/12 16:00') }).standing).toBe('onTime');
  });

  it('that is still awaited ends the count with the request', () => {
    expect(judge({ supplements: [ask('03/12 09:00', null)] }).standing).toBe('within');
    expect(judge({ supplements: [ask('05/12 09:00', null)] }).standing).toBe('overdue');
  });

  it('asked for more than once makes it late, whatever the time', () => {
    const supplements = [ask('02/12 09:00', '02/12 10:00'), ask('02/12 11:00', '02/12 12:00')];
    const resolvedAt = at('03/12 09:00');
    expect(judge({ supplements, resolvedAt })).toEqual({
      standing: 'late',
      cause: 'late.supplementedTwice',
    });
    expect(judge({ supplements: supplements.slice(1), resolvedAt }).standing).toBe('early');
  });
});

describe('a fee that is awaited', () => {
  it('gives back its time, and is no supplement however often it is asked for', () => {
    const fee = (from: string, to: string | null) => ({ ...ask(from, to), isPayment: true });
    const supplements = [fee('02/12 09:00', '03/12 09:00'), fee('03/12 10:00', '04/12 10:00')];
    expect(judge({ supplements, resolvedAt: at('06/12 16:00') }).standing).toBe('onTime');
    expect(judge({ supplements, resolvedAt: at('06/12 17:01') }).standing).toBe('late');
    expect(judge({ supplements: [fee('03/12 09:00', null)] }).standing).toBe('within');
  });
});

describe('a wait', () => {
  it('that overlaps another counts once', () => {
    const supplements = [
      { ...ask('02/12 09:00', '04/12 09:00'), isPayment: true },
      ask('03/12 09:00', '04/12 09:00'),
    ];
    expect(judge({ supplements, resolvedAt: at('06/12 17:00') }).standing).toBe('onTime');
    expect(judge({ supplements, resolvedAt: at('06/12 17:01') }).standing).toBe('late');
  });

  it('before the dossier was received is none of the office’s', () => {
    const supplements = [ask('29/11 09:00', '01/12 08:00'), ask('02/12 09:00', '02/12 10:00')];
    expect(judge({ supplements, resolvedAt: at('03/12 09:00') }).standing).toBe('early');
    expect(judge({ supplements, resolvedAt: at('04/12 18:01') }).standing).toBe('late');
  });

  it('that was over when the due date was read from the receipt is in that date', () => {
    const waited = { supplements: [ask('02/12 09:00', '03/12 09:00')], resolvedAt: at('05/12 09:00') };
    expect(judge(waited).standing).toBe('onTime');
    expect(judge({ ...waited, dueSetAt: at('03/12 10:00') }).standing).toBe('late');
  });
});

describe('an open dossier', () => {
  it('is measured at the end of the period', () => {
    expect(judge({}, at('03/12 17:00'))).toEqual({ standing: 'within' });
    expect(judge({}, at('05/12 17:00'))).toEqual({ standing: 'overdue', cause: 'late.stillOpen' });
  });

  it('is open in a period that ended before it did', () => {
    const resolvedAt = at('07/12 09:00');
    expect(judge({ resolvedAt }, at('03/12 17:00')).standing).toBe('within');
    expect(judge({ resolvedAt }, at('04/12 18:00')).standing).toBe('overdue');
  });
});

describe('a dossier without a due date', () => {
  it('is measured by the statutory maximum', () => {
    const { dueAt: latestByLaw } = countDeadline({
      time: { unit: 'workingDay', amount: 3 },
      receivedAt: at('01/12 09:00'),
      hours: getOfficeHours('baoTroXaHoi'),
      calendar: holidayCalendar,
    });
    const undated = { dueAt: null, latestByLaw };
    expect(judge({ ...undated, resolvedAt: at('04/12 16:00') }).standing).toBe('onTime');
    expect(judge({ ...undated, resolvedAt: at('07/12 16:00') }).standing).toBe('late');
    const supplements = [ask('02/12 09:00', '05/12 09:00')];
    expect(judge({ ...undated, supplements, resolvedAt: at('07/12 16:00') }).standing).toBe('onTime');
  });

  it('and without one is not counted', () => {
    expect(judge({ dueAt: null, resolvedAt: at('04/12 16:00') })).toEqual({ standing: 'notCounted' });
  });
});

describe('the share on time', () => {
  it('counts what is open and within its term, as the index does', () => {
    const counts = countStandings(
      [
        { ...RECEIVED, resolvedAt: at('02/12 09:00') },
        { ...RECEIVED, resolvedAt: at('07/12 09:00') },
        { ...RECEIVED, dueAt: at('30/12 17:00') },
        { ...RECEIVED, receivedAt: null },
      ],
      at('10/12 17:00'),
    );
    expect(counts).toEqual({ early: 1, onTime: 0, late: 1, within: 1, overdue: 0, notCounted: 1 });
    expect(computeOnTimeShare(counts)).toEqual({ part: 2, whole: 3, percent: 66.67 });
  });

  it('gives the published 99,75 % from 86 late of 33.973', () => {
    const counts: StandingCounts = {
      early: 0,
      onTime: 33_887,
      late: 86,
      within: 0,
      overdue: 0,
      notCounted: 4,
    };
    expect(formatNumber(computeOnTimeShare(counts).percent ?? NaN, 2)).toBe('99,75');
  });
});

describe('the officer', () => {
  const handedOver = { ...RECEIVED, handedOverAt: at('04/12 16:00') };
  const read = (dossiers: HandledDossier[], now: string) =>
    listReminders(dossiers, at(now)).map(({ key, params }) => fillBlanks(onTimeTexts[key].vi, params));

  it('is told of results in hand that the software does not know, before they are late', () => {
    expect(read([handedOver, handedOver, handedOver], '04/12 16:20')).toEqual([
      '3 hồ sơ trả tay rồi nhưng chưa kết thúc trên phần mềm',
    ]);
    expect(judgeOnTime(handedOver, at('04/12 16:20')).standing).toBe('within');
    expect(judgeOnTime(handedOver, at('04/12 17:01'))).toEqual({
      standing: 'overdue',
      cause: 'late.recordedLate',
    });
  });

  it('is told no more once the software knows', () => {
    expect(read([{ ...handedOver, resolvedAt: at('04/12 16:10') }], '04/12 16:20')).toEqual([]);
  });

  it('is told three days before, and of what is past', () => {
    expect(read([RECEIVED], '01/12 16:59')).toEqual([]);
    expect(read([RECEIVED], '01/12 17:00')).toEqual(['1 hồ sơ tới hạn trong 3 ngày']);
    expect(read([RECEIVED], '04/12 17:01')).toEqual(['1 hồ sơ đã quá hẹn trả']);
    expect(read([{ ...RECEIVED, supplements: [ask('02/12 09:00', null)] }], '04/12 16:00')).toEqual([]);
  });
});

it('never gets better by ending later', () => {
  const rank = { early: 0, onTime: 1, late: 2, within: NaN, overdue: NaN, notCounted: NaN };
  const minutes = fc.nat({ max: 20 * 1_440 });
  const stories = fc.record({ asked: minutes, waited: minutes, ended: minutes, later: minutes });
  fc.assert(
    fc.property(stories, ({ asked, waited, ended, later }) => {
      const instant = (minute: number) => at('01/12 09:00') + minute * 60_000;
      const supplements = [{ requestedAt: instant(asked), completedAt: instant(asked + waited) }];
      const end = (minute: number) =>
        rank[judge({ supplements, resolvedAt: instant(minute) }, instant(100_000)).standing];
      expect(end(ended + later)).toBeGreaterThanOrEqual(end(ended));
    }),
  );
});
