import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../data/holidays.ts';
import { commonTimes, createOfficeTimes } from '../../data/office-times.ts';
import { countDeadline } from './deadlines.ts';
import { isWorkingDay } from './office-days.ts';
import { layOver, type OwnCalendarDay } from './lay-over.ts';
import { findCalendarFault, listDayChanges, listTermChanges } from './own-calendar.ts';

const day = (date: string, more: Partial<OwnCalendarDay> = {}): OwnCalendarDay => ({
  ...{ date, kind: 'holiday', status: 'confirmed', legalBasis: '12/TB-UBND' },
  ...more,
});
const CULTURE_DAY = '2026-11-24';

describe('what a commune says of its days', () => {
  it('takes the place of the country’s word: confirmed, refused, or a day of its own', () => {
    const count = (days: readonly OwnCalendarDay[]) =>
      countDeadline({
        time: { unit: 'workingDay', amount: 1 },
        receivedAt: Date.parse('2026-11-23T09:00+07:00'),
        hours: commonTimes.getHours('hoTich'),
        calendar: layOver(holidayCalendar, days),
      });
    const due = (date: string) => Date.parse(`${date}T17:00+07:00`);
    expect(count([])).toMatchObject({ dueAt: due('2026-11-25'), isDoubtful: true });
    expect(count([day(CULTURE_DAY)])).toMatchObject({ dueAt: due('2026-11-25'), isDoubtful: false });
    expect(count([day(CULTURE_DAY, { status: 'refused' })])).toMatchObject({
      ...{ dueAt: due('2026-11-24'), isDoubtful: false },
    });
    expect(count([day(CULTURE_DAY), day('2026-11-25')])).toMatchObject({ dueAt: due('2026-11-26') });
  });

  it('swaps a Saturday for a working day, and back', () => {
    const swap = day('2026-11-28', { kind: 'workingSwap' });
    expect(isWorkingDay(layOver(holidayCalendar, [swap]), swap.date)).toBe(true);
    const known = layOver(holidayCalendar, [day('2026-08-22', { kind: 'workingSwap', status: 'refused' })]);
    expect([isWorkingDay(holidayCalendar, '2026-08-22'), isWorkingDay(known, '2026-08-22')]).toEqual([
      true,
      false,
    ]);
  });

  it('names the first thing that cannot be meant', () => {
    const judge = (days: readonly OwnCalendarDay[]) => findCalendarFault({ days, hours: null });
    expect(judge([day(CULTURE_DAY)])).toBeUndefined();
    expect(judge([day('2026-02-30')])).toMatchObject({ type: 'noDate' });
    expect(judge([day(CULTURE_DAY), day(CULTURE_DAY)])).toMatchObject({ type: 'twice', date: CULTURE_DAY });
    expect(judge([day(CULTURE_DAY, { kind: 'workingSwap' })])).toMatchObject({ type: 'swapOnWeekday' });
    expect(judge([day(CULTURE_DAY, { legalBasis: ' ' })])).toMatchObject({ type: 'noBasis' });
    const hours = { opens: '07:00', closes: '16:30', saturdayCloses: null };
    const judgeHours = (more: Partial<typeof hours> | { saturdayCloses: string }) =>
      findCalendarFault({ days: [], hours: { ...hours, ...more } });
    expect(judgeHours({})).toBeUndefined();
    expect(judgeHours({ closes: '07:00' })).toMatchObject({ type: 'closesFirst' });
    expect(judgeHours({ saturdayCloses: '06:30' })).toMatchObject({ type: 'saturdayFirst' });
  });
});

describe('what an edited calendar changes', () => {
  it('is said by day, and by term for what comes in today', () => {
    const after = layOver(holidayCalendar, [day(CULTURE_DAY, { status: 'refused' }), day('2026-12-01')]);
    expect(listDayChanges(holidayCalendar, after)).toEqual([
      { date: CULTURE_DAY, from: 'doubtful', to: 'working' },
      { date: '2026-12-01', from: 'working', to: 'off' },
    ]);
    expect(listTermChanges(holidayCalendar, after, '2026-11-27')).toContainEqual({
      ...{ term: 3, from: '2026-12-02', to: '2026-12-03' },
    });
    expect(listDayChanges(holidayCalendar, layOver(holidayCalendar, []))).toEqual([]);
  });
});

describe('the hours of a commune', () => {
  const times = createOfficeTimes({
    ...{ days: [], hours: { opens: '07:00', closes: '16:30', saturdayCloses: '11:00' } },
  });

  it('are those of each of its offices; the cut-off stays the procedure’s, and Saturday that of residence', () => {
    expect(times.getHours('hoTich')).toEqual({ opens: '07:00', closes: '16:30', cutOff: '15:00' });
    expect(times.getHours('cuTru')).toEqual({ opens: '07:00', closes: '16:30', saturdayCloses: '11:00' });
    expect(times.getHours('dinhDanh')).toEqual({ opens: '07:00', closes: '16:30' });
    const closed = createOfficeTimes({
      ...{ days: [], hours: { opens: '07:00', closes: '16:30', saturdayCloses: null } },
    });
    expect(closed.getHours('cuTru')).toEqual({ opens: '07:00', closes: '16:30' });
  });
});
