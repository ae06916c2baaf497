/** How long readable data may stay without a word from the server. Ends by clock and days of use together, never by a jumping clock alone. */
import type { ContactNote } from './stored-keys.ts';

export const DEFAULT_LEASE_DAYS = 45;
const DAYS_OF_USE = 10;
const DAY_MS = 86_400_000;

/** After it only capturing is meant to be left, which no screen enforces yet; nothing is ever deleted. */
export function isLeaseOver(contact: ContactNote, now: number, leaseDays: number): boolean {
  return now - contact.lastAnswerAt > leaseDays * DAY_MS && contact.unlockDays.length >= DAYS_OF_USE;
}

/** The note after unlocking on `day` (YYYY-MM-DD); the same object when nothing changes. */
export function noteUnlockDay(contact: ContactNote, day: string): ContactNote {
  const { unlockDays } = contact;
  if (unlockDays.includes(day) || unlockDays.length >= DAYS_OF_USE) return contact;
  return { ...contact, unlockDays: [...unlockDays, day] };
}

/** The note after an answer; written at most once an hour. */
export function noteAnswer(contact: ContactNote, now: number): ContactNote {
  const isRecent = Math.abs(now - contact.lastAnswerAt) < DAY_MS / 24;
  return isRecent && contact.unlockDays.length === 0 ? contact : { lastAnswerAt: now, unlockDays: [] };
}
