import { describe, expect, it } from 'vitest';
import { findAppointmentFault, settleAppointment } from './appointment-draft.ts';

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
