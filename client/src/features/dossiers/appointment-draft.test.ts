import { describe, expect, it } from 'vitest';
import type { Route } from '#shared/model/dossier';
import { findAppointmentFault, settleAppointment } from './appointment-draft.ts';

const TODAY = '2026-11-22';
const by = (route: Route, hasSignal = false) => ({ route, hasSignal });
const draft = (day: string) => ({ day, part: 'morning' as const, place: ' quán cô Lý ' });

describe('an appointment', () => {
  it('is needed for the way to the centre and free to leave open for the citizen’s own phone', () => {
    expect(findAppointmentFault(by('assistedAtCentre'), draft(''), TODAY)).toBe('pickDay');
    expect(findAppointmentFault(by('policeInPerson'), draft(''), TODAY)).toBe('pickDay');
    expect(findAppointmentFault(by('selfOwnPhone'), draft(''), TODAY)).toBeUndefined();
    expect(settleAppointment(by('selfOwnPhone'), draft(''))).toBeUndefined();
  });

  it('is a day of the calendar that is not over', () => {
    expect(findAppointmentFault(by('counter'), draft('25/11'), TODAY)).toBe('dayInvalid');
    expect(findAppointmentFault(by('counter'), draft('2026-11-21'), TODAY)).toBe('dayPast');
    expect(findAppointmentFault(by('counter'), draft('2026-11-22'), TODAY)).toBeUndefined();
  });

  it('does not exist where lodging happens now', () => {
    expect(settleAppointment(by('selfAtSession', true), draft('2026-11-25'))).toBeUndefined();
    expect(settleAppointment(by('selfAtSession'), draft('2026-11-25'))?.day).toBe('2026-11-25');
    expect(settleAppointment(by('authorisedForward'), draft('2026-11-25'))).toBeUndefined();
    expect(settleAppointment(by('relative'), draft('2026-11-25'))?.place).toBe('quán cô Lý');
  });
});
