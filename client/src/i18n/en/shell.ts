/** English for vi/shell.ts. */
import type { Translated } from '../message-types.ts';
import type { shell as source } from '../vi/shell.ts';

export const shell = {
  'app.name': 'Gõ Cửa',
  skip: 'Go to the main part',

  'nav.label': 'Main places',
  'nav.today': 'Today',
  'nav.sessions': 'Sessions',
  'nav.people': 'People',
  'nav.lookup': 'Look up',
  'nav.dossiers': 'Dossiers',
  'nav.appointments': 'Appointments',
  'nav.overview': 'Overview',
  'nav.sessionLog': 'Session log',
  'nav.desk': 'To handle',
  'nav.leaderboard': 'Leaderboard',
  'nav.teams': 'Teams & phones',
  'nav.catalogue': 'Catalogue',

  'add.open': 'Add something new',
  'add.title': 'What now?',
  'add.newPerson': 'New person',
  'add.newPersonDetail': 'Ask for consent first, then scan the card',
  'add.houseVisit': 'House visit',
  'add.houseVisitDetail': 'Met, away, come back',
  'add.findProcedure': 'Find a procedure',
  'add.findProcedureDetail': 'In everyday words: “mất giấy khai sinh”',
  'add.repairVneid': 'Mend VNeID',
  'add.repairVneidDetail': 'Forgotten password, new phone, SIM…',

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

  'actor.question': 'Who did this step?',
  'actor.self': 'Self',
  'actor.guided': 'Guided',
  'actor.assisted': 'Together',
  'actor.onBehalf': 'For them',

  'field.optional': 'optional',
  'field.required': 'This is still empty.',
  'field.dateInvalid': 'Not a date yet. Type day/month/year, for example 02/03/1947.',
  'field.phoneInvalid': 'A telephone number has 10 digits and begins with 0.',

  dataAsOf: 'Figures as of {time}',
  opening: 'Opening…',
  'empty.search': 'Nothing found for “{text}”',
  'empty.searchHint': 'Try fewer words, or type without accents.',

  'update.title': 'A new version is here',
  'update.text': 'What you are doing stays as it is. It takes about a minute and needs no signal.',
  'update.action': 'Update',
  'update.unsaved':
    'Not updated: something you typed is not saved yet. Press the bar at the top, then press again.',

  'crash.title': 'This screen is stuck',
  'crash.text': 'Everything with a ✓ is still on this phone. Open it again and go on where you were.',
  'crash.reload': 'Open again',

  'notFound.title': 'No such page',
  'notFound.text': 'It may have been given to somebody else, or part of the address is missing.',

  'tooOld.title': 'This browser is too old',
  'tooOld.text': 'Update Chrome in the Play Store and open again. Nothing has been written on this phone.',

  'language.label': 'Language',
  'language.vi': 'Tiếng Việt',
  'language.en': 'English',
  'language.unavailable': 'English is not on this phone yet. Choose it again when there is signal.',
} as const satisfies Translated<typeof source>;
