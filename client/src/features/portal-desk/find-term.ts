/** By when a lodged pack is due, and what the officer is reminded of. The hours and the instant come in. */
import type { OfficeTimes } from '#data/office-times';
import type { Deadline } from '#shared/rules/deadlines';
import {
  findDeadline,
  type LodgedFacts,
  readLodgedFacts,
  toHandledDossier,
} from '#shared/rules/handled-dossier';
import { listReminders, type ReminderKey } from '#shared/rules/on-time';
import { findProcessingTime } from '#shared/rules/processing-time';
import type { DeskEntry } from './arrange-desk.ts';
import type { Pack } from './read-pack.ts';

function findLodgedFacts({ lodging, due, handedOver, closed }: Pack): LodgedFacts | undefined {
  return readLodgedFacts(lodging, { due, handedOver, closed });
}

function getTerm({ procedure, answers }: Pack, { calendar, getHours }: OfficeTimes) {
  return {
    time: procedure && findProcessingTime(procedure, answers),
    hours: getHours(procedure?.field ?? 'hoTich'),
    calendar,
  };
}

export function findTerm(pack: Pack, times: OfficeTimes): Deadline | undefined {
  const facts = findLodgedFacts(pack);
  return facts && findDeadline(facts, getTerm(pack, times));
}

export interface Reminder {
  readonly key: ReminderKey;
  readonly entries: readonly DeskEntry[];
}

/** First what a minute at the software still saves. */
export function remindOfDesk(
  entries: readonly DeskEntry[],
  now: number,
  times: OfficeTimes,
): readonly Reminder[] {
  const lodged = entries.flatMap((entry) => {
    const facts = findLodgedFacts(entry.pack);
    return facts ? [{ entry, dossier: toHandledDossier(facts, getTerm(entry.pack, times)) }] : [];
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
