import { describe, expect, it } from 'vitest';
import { holidayCalendar } from '../../data/holidays.ts';
import { getOfficeHours } from '../../data/office-hours.ts';
import { judgeAppointmentDay } from './appointment-day.ts';

const ask = (day: string, part: 'morning' | 'afternoon' = 'morning', field: 'hoTich' | 'cuTru' = 'hoTich') =>
  judgeAppointmentDay({
    ...{ calendar: holidayCalendar, hours: getOfficeHours(field), day, part, isAtOffice: true },
  });

describe('the day of an appointment at the office', () => {
  it('may be a holiday though it is only proposed: 24 November', () => {
    expect(ask('2026-11-24')).toBe('maybeHoliday');
    expect(ask('2026-11-25')).toBeUndefined();
  });

  it('is a closed door on Sunday, and on Saturday where that office does not work', () => {
    expect(ask('2026-11-28')).toBe('weekend');
    expect(ask('2026-11-29')).toBe('weekend');
  });

  it('is a closed door on Saturday afternoon only where Saturday morning is worked', () => {
    expect(ask('2026-11-28', 'morning', 'cuTru')).toBeUndefined();
    expect(ask('2026-11-28', 'afternoon', 'cuTru')).toBe('weekend');
    expect(ask('2026-11-29', 'morning', 'cuTru')).toBe('weekend');
  });

  it('is worked on a Saturday in exchange for another day', () => {
    expect(ask('2026-08-22', 'afternoon')).toBeUndefined();
  });
});

it('elsewhere than at the office only a holiday is a reason to ask first', () => {
  const base = {
    calendar: holidayCalendar,
    hours: getOfficeHours('hoTich'),
    part: 'morning',
    isAtOffice: false,
  } as const;
  expect(judgeAppointmentDay({ ...base, day: '2026-11-29' })).toBeUndefined();
  expect(judgeAppointmentDay({ ...base, day: '2026-11-24' })).toBe('maybeHoliday');
});
