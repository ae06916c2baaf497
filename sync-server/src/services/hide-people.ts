/** Takes people out of a note that is to be read by somebody who needs no names. Knows only those whom it is given. */
import type { RecordState } from '#shared/custody/server-types';

/** Any number as long as a telephone's or a card's. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){7,}/g;
const HIDDEN = '…';

export function hidePeople(note: string, citizens: readonly RecordState[]): string {
  const names = citizens.map((citizen) => String(citizen.fields['fullName']?.value ?? ''));
  const hidden = names.filter((name) => name.trim() !== '').reduce(hideName, note.normalize('NFC'));
  return hidden.replaceAll(LONG_NUMBER, HIDDEN);
}

function hideName(note: string, name: string): string {
  const escaped = name
    .normalize('NFC')
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return note.replaceAll(new RegExp(escaped.replaceAll(/\s+/g, '\\s+'), 'giu'), HIDDEN);
}
