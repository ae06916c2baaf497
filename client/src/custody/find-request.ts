/** What somebody asks to be mended in a dossier, and whether it was mended here. Knows no clock, and no procedure by name. */
import { findProcedure } from '#data/procedures';
import type { Patch } from '#shared/model/operation';
import type { Lodging } from '#shared/model/dossier';
import { findSupplementDay } from '#shared/rules/deadlines';
import type { HolidayCalendar } from '#shared/rules/office-days';

export interface MendRequest {
  /** Names this request among all of the dossier: what `mends` holds once it was answered. */
  readonly key: number;
  readonly reason: string;
  /** Id of the form's field, or of its required document; neither where it is about the whole. */
  readonly field: string | undefined;
  readonly document: string | undefined;
  /** The officer; undefined where the portal asks. */
  readonly askedBy: string | undefined;
  /** yyyy-mm-dd; undefined where nobody and no rule has named a day. */
  readonly due: string | undefined;
  /** Mended and finished again on a phone of the team; the commune has not said that it has it. */
  readonly isMended: boolean;
  /** Of what is lodged, something was changed since it was asked; true where that stands in another record. */
  readonly isChanged: boolean;
}

/** `values`: a dossier's paths as they are shown. Undefined when nothing is asked for, or the commune has it. */
export function findRequest(values: Patch, calendar: HolidayCalendar): MendRequest | undefined {
  const lodging = values['lodging'] as Lodging | undefined;
  if (!lodging || !isAsked(lodging)) return undefined;
  const key = lodging.askedAt ?? lodging.at;
  const isAnswered = values['mends'] === key;
  const isLodged = lodging.state === 'lodged';
  return {
    key,
    reason: lodging.reason ?? '',
    field: lodging.field,
    document: lodging.document,
    askedBy: lodging.askedBy,
    due: lodging.due ?? findDue(values['procedure'], lodging, calendar),
    isChanged: values['changedFor'] === key || isOfPerson(lodging.field),
    isMended: isAnswered && (isLodged || typeof values['finishedAt'] === 'number'),
  };
}

function isOfPerson(field: string | undefined): boolean {
  return field !== undefined && /^(submitter|owner)\b/.test(field);
}

/** Undefined where nothing is asked of what is lodged. */
export function findLodgedRequest(lodging: Lodging | undefined): number | undefined {
  return lodging?.state === 'lodged' && isAsked(lodging) ? lodging.askedAt : undefined;
}

export function hasRequest(values: Patch): boolean {
  const lodging = values['lodging'] as Lodging | undefined;
  return lodging ? isAsked(lodging) : false;
}

function isAsked({ state, askedAt, mendedAt }: Lodging): boolean {
  if (state === 'needsFix') return true;
  return state === 'lodged' && askedAt !== undefined && mendedAt === undefined;
}

/** The portal's own request has a term where the procedure names one. */
function findDue(
  procedure: unknown,
  { state, askedAt, askedBy }: Lodging,
  calendar: HolidayCalendar,
): string | undefined {
  const time = findProcedure(String(procedure))?.supplementTime;
  const isOfPortal = state === 'lodged' && askedBy === undefined;
  if (time === undefined || askedAt === undefined || !isOfPortal) return undefined;
  return findSupplementDay(time, askedAt, calendar);
}
