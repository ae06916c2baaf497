/**
 * When which office takes dossiers. Saturday morning and 15:00 are from the published procedures (crawl of 07/2026); opening
 * and closing hours are set by each province and are here the common ones, unverified: they move a term by hours, not by days.
 */
import type { OfficeHours } from '../src/rules/office-days.ts';
import type { ProcedureField } from '../src/rules/procedure.ts';

const CENTRE: OfficeHours = { opens: '07:30', closes: '17:00' };
const CUT_OFF: OfficeHours = { ...CENTRE, cutOff: '15:00' };

const officeHours: Readonly<Partial<Record<ProcedureField, OfficeHours>>> = {
  hoTich: CUT_OFF,
  chungThuc: CUT_OFF,
  /** Residence at the commune police. Level-2 identification (3.000228) is another field: Monday to Friday only. */
  cuTru: { ...CENTRE, saturdayCloses: '11:30' },
};

export function getOfficeHours(field: ProcedureField): OfficeHours {
  return officeHours[field] ?? CENTRE;
}
