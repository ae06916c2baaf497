/** Takes people out of a note that is to be read by somebody who needs no names. Knows only those whom it is given. */

/** Any number as long as a telephone's or a card's. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){7,}/g;
const HIDDEN = '…';

/** `names`: full names as they were written down, in any letters. */
export function hidePeople(note: string, names: readonly string[]): string {
  const written = note.normalize('NFC');
  const searched = flatten(written);
  const hidden = names
    .filter((name) => name.trim() !== '' && searched.includes(flatten(name)))
    .reduce(hideName, written);
  return hidden.replaceAll(LONG_NUMBER, HIDDEN);
}

function flatten(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function hideName(note: string, name: string): string {
  const escaped = name
    .normalize('NFC')
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return note.replaceAll(new RegExp(escaped.replaceAll(/\s+/g, '\\s+'), 'giu'), HIDDEN);
}
