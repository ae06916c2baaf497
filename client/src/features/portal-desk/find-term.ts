/** By when a lodged pack is due, and what the officer is reminded of. The calendar and the instant come in. */
import { getOfficeHours } from '#data/office-hours';
import type { Deadline } from '#shared/rules/deadlines';
import { findDeadline, type LodgedFacts, readLodgedFacts, toHandledDossier } from '#shared/rules/handled-dossier';
import type { HolidayCalendar } from '#shared/rules/office-days';
import { listReminders, type ReminderKey } from '#shared/rules/on-time';
import type { DeskEntry } from './arrange-desk.ts';
import type { Pack } from './read-pack.ts';

function findLodgedFacts({ lodging, due, handedOver, closed }: Pack): LodgedFacts | undefined {
  return readLodgedFacts(lodging, { due, handedOver, closed });
}

function getTerm({ procedure }: Pack, calendar: HolidayCalendar) {
  return { time: procedure?.processingTime, hours: getOfficeHours(procedure?.field ?? 'hoTich'), calendar };
}

export function findTerm(pack: Pack, calendar: HolidayCalendar): Deadline | undefined {
  const facts = findLodgedFacts(pack);
  return facts && findDeadline(facts, getTerm(pack, calendar));
}

export interface Reminder {
  readonly key: ReminderKey;
  readonly entries: readonly DeskEntry[];
}

/** First what a minute at the software still saves. */
export function remindOfDesk(
  entries: readonly DeskEntry[],
  now: number,
  calendar: HolidayCalendar,
): readonly Reminder[] {
  const lodged = entries.flatMap((entry) => {
    const facts = findLodgedFacts(entry.pack);
    return facts ? [{ entry, dossier: toHandledDossier(facts, getTerm(entry.pack, calendar)) }] : [];
  });
  const reminders = listReminders(
    lodged.map(({ dossier }) => dossier),
    now,
  );
  return reminders.map(({ key, places }) => ({
    key,
    entries: places.flatMap((place) => lodged[place]?.entry ?? []),
  }));
}
