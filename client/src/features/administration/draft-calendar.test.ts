import { describe, expect, it } from 'vitest';
import { createOfficeTimes } from '#data/office-times';
import { findCalendarFault, getDayState } from '#shared/rules/own-calendar';
import { type DayDraft, listComingDays, putDay, putHours } from './draft-calendar.ts';

const draft = (date: string, choice: DayDraft['choice']): DayDraft => ({
  ...{ date, choice, legalBasis: ' 12/TB-UBND ' },
});

describe('a day put into a commune’s calendar', () => {
  it.each([
    ['2026-11-24', 'off'],
    ['2026-11-24', 'working'],
    ['2026-11-25', 'doubtful'],
    ['2026-11-28', 'working'],
    ['2026-08-22', 'off'],
  ] as const)('%s is %s afterwards, and can be meant', (date, choice) => {
    const request = putDay(undefined, draft(date, choice));
    expect(findCalendarFault(request)).toBeUndefined();
    expect(getDayState(createOfficeTimes(request).calendar, date)).toBe(choice);
    expect(request).toMatchObject({ version: 0, days: [{ legalBasis: '12/TB-UBND' }] });
  });

  it('takes the place of what was said of it, and goes when the country’s word is to hold', () => {
    const own = { ...putDay(undefined, draft('2026-11-24', 'off')), version: 3 };
    const other = putDay(own, draft('2026-11-20', 'off'));
    expect(other).toMatchObject({ version: 3, days: [{ date: '2026-11-20' }, { date: '2026-11-24' }] });
    expect(putDay(own, draft('2026-11-24', 'working')).days).toHaveLength(1);
    expect(putDay(own, draft('2026-11-24', 'common')).days).toEqual([]);
  });

  it('leaves the hours alone, and the hours the days', () => {
    const hours = { opens: '07:00', closes: '16:30', saturdayCloses: null };
    const own = { ...putHours(undefined, hours), version: 1 };
    expect(putDay(own, draft('2026-11-24', 'off')).hours).toEqual(hours);
    expect(putHours({ ...own, ...putDay(own, draft('2026-11-24', 'off')) }, null).days).toHaveLength(1);
  });
});

describe('the days that are shown', () => {
  it('are to come, with everything that the commune has said among them', () => {
    const own = { ...putDay(undefined, draft('2027-12-24', 'off')), version: 1 };
    const days = listComingDays(createOfficeTimes(own).calendar, own, '2026-11-27');
    expect(days[0]).toMatchObject({ date: '2027-01-01', isOwn: false });
    expect(days.at(-1)).toMatchObject({ date: '2027-12-24', isOwn: true });
    expect(days).toHaveLength(6);
  });

  it('have the next ones of the country, however many days of its own the commune has before them', () => {
    const dates = ['01', '02', '03', '04', '07', '08'].map((day) => `2026-12-${day}`);
    const own = dates.reduce(
      (before, date) => ({ ...putDay(before, draft(date, 'off')), version: 1 }),
      undefined as Parameters<typeof putDay>[0],
    );
    const days = listComingDays(createOfficeTimes(own).calendar, own, '2026-11-27');
    expect(days.filter(({ isOwn }) => isOwn)).toHaveLength(6);
    expect(days.filter(({ isOwn }) => !isOwn)[0]).toMatchObject({ date: '2027-01-01' });
  });

  it('have one that the commune has refused, so that it can be taken back', () => {
    const own = { ...putDay(undefined, draft('2026-11-24', 'working')), version: 1 };
    const [day] = listComingDays(createOfficeTimes(own).calendar, own, '2026-11-20');
    expect(day).toMatchObject({ date: '2026-11-24', isOwn: true });
  });
});
