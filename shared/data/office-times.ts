/** When the offices of a commune are open: the country's calendar and the common hours, and above them what the commune says. */
import type { HolidayCalendar, OfficeHours } from '../src/rules/office-days.ts';
import { layOver, type OwnCalendar } from '../src/rules/lay-over.ts';
import type { ProcedureField } from '../src/rules/procedure.ts';
import { holidayCalendar } from './holidays.ts';
import { getOfficeHours } from './office-hours.ts';

export interface OfficeTimes {
  readonly calendar: HolidayCalendar;
  readonly getHours: (field: ProcedureField) => OfficeHours;
  /** As they would be if the commune said this, whatever it says now. */
  readonly suppose: (own: OwnCalendar) => OfficeTimes;
}

export function createOfficeTimes(own: OwnCalendar | undefined): OfficeTimes {
  const suppose = createOfficeTimes;
  if (!own) return { calendar: holidayCalendar, getHours: getOfficeHours, suppose };
  const { days, hours } = own;
  return {
    calendar: layOver(holidayCalendar, days),
    getHours: (field) => settleHours(getOfficeHours(field), hours),
    suppose,
  };
}

/** The cut-off is the procedure's own, and Saturdays are for those offices alone that the country opens on them. */
function settleHours({ saturdayCloses, ...common }: OfficeHours, own: OwnCalendar['hours']): OfficeHours {
  if (own === null) return { ...common, ...(saturdayCloses !== undefined && { saturdayCloses }) };
  const saturday = saturdayCloses === undefined ? null : own.saturdayCloses;
  return {
    ...{ ...common, opens: own.opens, closes: own.closes },
    ...(saturday !== null && { saturdayCloses: saturday }),
  };
}

/** As long as a commune has said nothing of its own. */
export const commonTimes = createOfficeTimes(undefined);
