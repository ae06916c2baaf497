/** English for vi/rescue.ts. */
import type { Translated } from '../message-types.ts';
import type { rescue as source } from '../vi/rescue.ts';

export const rescue = {
  title: 'Not saved to this phone',
  covered: 'Names are hidden, but the phone is not locked: locking now would lose what was just typed.',
  count: {
    one: '{count} piece of work is not saved yet. Do not switch off.',
    other: '{count} pieces of work are not saved yet. Do not switch off.',
  },
  safe: 'What was saved before is all still here, and is still sent by itself.',
  retrying: 'The phone tries again every 10 seconds.',
  allSaved: 'All saved. Nothing is lost.',

  'why.vaultStopped':
    'The part that holds the book’s key stopped half-way. Enter the PIN to open it again; what was typed is then saved.',
  'why.tooLarge': 'Something typed is too long to keep. Open again and write it shorter.',
  'why.checkFailed': 'What was written did not read back the same. Try to save again.',
  'why.broken': 'Something went wrong while saving. Try to save again.',

  retry: 'Try to save again',
  goOn: 'Carry on',
  pinText: 'Enter the PIN to open the book again and go on.',
  lockAnyway: 'Lock now, give up what is not saved',
  lockAnywayText: {
    one: '{count} piece of work that is not saved will be lost. Saved work is not.',
    other: '{count} pieces of work that are not saved will be lost. Saved work is not.',
  },
  lockAnywaySure: 'Lose it and lock now',
} as const satisfies Translated<typeof source>;
