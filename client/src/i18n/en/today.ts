/** English for vi/today.ts. */
import type { Translated } from '../message-types.ts';
import type { today as source } from '../vi/today.ts';

export const today = {
  title: 'Today',
  greeting: 'Hello {name}',
  unfinished: 'Unfinished',
  agenda: 'Today’s work',
  tellPeople: 'News to pass on ({count})',
  told: 'Told',
  empty: 'Nothing planned today',
  emptyHint: 'Open a session when people come together. To help one person, press + and choose New person.',
  openSession: 'Open a session',
  enterSession: 'Go to the session',
  sentBack: 'The commune sent the session of {day} back',
  mendSession: 'Look and answer',
  sessionOpen: 'Session open · since {time}',
  sessionDay: 'Session on {day}',
  draft: 'Dossier being prepared',
  appointment: 'Appointment, {part}',
  morning: 'morning',
  afternoon: 'afternoon',
} as const satisfies Translated<typeof source>;
