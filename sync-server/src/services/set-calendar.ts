/** A commune's own days and hours: written down in the audit before they are carried out, and told to whoever has another version. */
import type { WireError } from '#shared/contracts/error-codes';
import { type CalendarRequest } from '#shared/contracts/administration';
import { communeCalendar, type CommuneCalendar } from '#shared/contracts/enrolment';
import { err, ok, type Result } from '#shared/result';
import { findCalendarFault } from '#shared/rules/own-calendar';
import type { CalendarStore } from '../storage/store.ts';
import type { Administration, Asker } from './administer-devices.ts';

export interface CalendarKeeper extends Pick<Administration, 'recordAudit' | 'now'> {
  readonly store: CalendarStore;
}

/** `fieldInvalid` with `version` when somebody else has written since: nobody's day is overwritten unseen. */
export async function setCalendar(
  { store, recordAudit, now }: CalendarKeeper,
  { device, commune, communeN }: Asker,
  { version: before, ...calendar }: CalendarRequest,
): Promise<Result<{ version: number }, WireError>> {
  const fault = findCalendarFault(calendar);
  if (fault) {
    const detail = fault.field === 'days' ? { type: fault.type, date: fault.date } : { type: fault.type };
    return err({ error: 'fieldInvalid', field: fault.field, detail });
  }
  const changed = err<WireError>({ error: 'fieldInvalid', field: 'version' });
  const body = JSON.stringify(calendar);
  const stored = await store.findCalendar(communeN);
  // The answer to this very request was lost on the way.
  if (stored?.body === body) return ok({ version: stored.version });
  if ((stored?.version ?? 0) !== before) return changed;
  const version = before + 1;
  const enteredBy = device?.member ?? null;
  const who = { commune, member: enteredBy, device: device?.id ?? null };
  const reason = describe(calendar);
  await recordAudit({ ...who, action: 'setCalendar', object: `version ${version}`, reason });
  const row = { communeN, version, body, enteredBy, enteredAt: now() };
  return (await store.putCalendar(row)) ? ok({ version }) : changed;
}

function describe({ days, hours }: Omit<CalendarRequest, 'version'>): string {
  const said = days.map(({ date, kind, status, legalBasis }) => `${date} ${kind} ${status} (${legalBasis})`);
  const open = hours && `${hours.opens}-${hours.closes} Saturday ${hours.saturdayCloses ?? '-'}`;
  return [...said, open ?? 'common hours'].join('; ');
}

/** Undefined where the device has this version, or the commune has said nothing. */
export async function findNewerCalendar(
  store: CalendarStore,
  communeN: number,
  known: number,
): Promise<CommuneCalendar | undefined> {
  const stored = await store.findCalendar(communeN);
  if (!stored || stored.version === known) return undefined;
  return communeCalendar.parse({ ...(JSON.parse(stored.body) as object), version: stored.version });
}
