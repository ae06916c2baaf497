/** English for vi/shell.ts. */
import type { Translated } from '../message-types.ts';
import type { shell as source } from '../vi/shell.ts';

export const shell = {
  'app.name': 'Gõ Cửa',
  skip: 'Go to the main part',

  'action.add': 'Add',
  'action.back': 'Back',
  'action.call': 'Call',
  'action.cancel': 'Cancel',
  'action.change': 'Change',
  'action.choose': 'Choose',
  'action.close': 'Close',
  'action.continue': 'Continue',
  'action.delete': 'Delete',
  'action.done': 'Done',
  'action.later': 'Later',
  'action.lock': 'Lock',
  'action.next': 'Next',
  'action.no': 'No',
  'action.open': 'Open',
  'action.retry': 'Try again',
  'action.undo': 'Undo',
  'action.view': 'View',
  'action.yes': 'Yes',

  'field.optional': 'optional',
  'field.required': 'This is still empty.',
  'field.dateInvalid': 'Not a date yet. Type day/month/year, for example 02/03/1947.',
  'field.phoneInvalid': 'A telephone number has 10 digits and begins with 0.',
  'field.timeHint': 'For example 8:00 or 14:30',
  'field.timeInvalid': 'Write the time, for example 8:00.',

  opening: 'Opening…',

  'update.title': 'A new version is here',
  'update.text': 'What you are doing stays as it is. It takes about a minute and needs no signal.',
  'update.action': 'Update',
  'update.unsaved':
    'Not updated: something you typed is not saved yet. Press the bar at the top, then press again.',

  'crash.title': 'This screen is stuck',
  'crash.text': 'Everything with a ✓ is still on this phone. Open it again and go on where you were.',
  'crash.reload': 'Open again',

  'tooOld.title': 'This browser is too old',
  'tooOld.text': 'Update Chrome in the Play Store and open again. Nothing has been written on this phone.',
} as const satisfies Translated<typeof source>;
