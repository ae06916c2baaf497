import { describe, expect, it } from 'vitest';
import { findAppointmentFault, settleAppointment } from './appointment-draft.ts';
import { isWeekend, listNextDays, mayBeHoliday } from './possible-holidays.ts';

const TODAY = '2026-11-22';
const draft = (day: string) => ({ day, part: 'morning' as const, place: ' quán cô Lý ' });

describe('an appointment', () => {
  it('is needed for the way to the centre and free to leave open for the citizen’s own phone', () => {
    expect(findAppointmentFault('assistedAtCentre', draft(''), TODAY)).toBe('pickDay');
    expect(findAppointmentFault('selfOwnPhone', draft(''), TODAY)).toBeUndefined();
    expect(settleAppointment('selfOwnPhone', draft(''))).toBeUndefined();
  });

  it('is a day of the calendar that is not over', () => {
    expect(findAppointmentFault('counter', draft('25/11'), TODAY)).toBe('dayInvalid');
    expect(findAppointmentFault('counter', draft('2026-11-21'), TODAY)).toBe('dayPast');
    expect(findAppointmentFault('counter', draft('2026-11-22'), TODAY)).toBeUndefined();
  });

  it('does not exist where lodging happens now', () => {
    expect(settleAppointment('selfAtSession', draft('2026-11-25'))).toBeUndefined();
    expect(settleAppointment('relative', draft('2026-11-25'))?.place).toBe('quán cô Lý');
  });
});

describe('the days that are offered', () => {
  it('go on over the end of a month and of a year', () => {
    expect(listNextDays('2026-12-30', 3)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it('say so when an office may be closed', () => {
    expect(mayBeHoliday('2026-11-24')).toBe(true);
    expect(mayBeHoliday('2026-11-25')).toBe(false);
    expect(isWeekend('2026-11-22')).toBe(true);
    expect(isWeekend('2026-11-23')).toBe(false);
  });
});
