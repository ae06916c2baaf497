/** English for vi/copy-card.ts. */
import type { Translated } from '../message-types.ts';
import type { copyCard as source } from '../vi/copy-card.ts';

export const copyCard = {
  'phone.open': 'Onto their own phone',
  'phone.title': 'Scan with their own phone',
  'phone.openFiler': 'Onto the relative’s phone',
  'phone.titleFiler': 'Scan with the relative’s phone',
  'phone.howFiler':
    'The relative opens the camera and holds it at the code. The words go straight to that phone, not through the commune.',
  'phone.how':
    'Open the camera and hold it at the code. The words go straight to that phone, not through the commune.',
  'phone.code': 'Code {part} of {parts} of the copy card, to be scanned with a phone',
  'phone.part': 'Code {part} of {parts}',
  'phone.next': 'Next code',
  'phone.before': 'Code before',
  'phone.until': 'The code is good until the end of {day}.',
  'phone.withheld': 'Not in the code, to be typed from the ID card: {labels}.',
  'phone.tooLong': 'Too long for a code, to be typed by hand: {labels}.',

  'signOut.title': 'The person before has not signed out of VNeID',
  'signOut.text': 'Open the public service portal on this machine, sign out, then tick below.',
  'signOut.go': 'Open this person’s copy card',

  'folder.title': 'Lodging folder',
  'folder.text':
    'The portal wants files. Pick an empty folder on this computer: the papers of this dossier go into it, and it is emptied when you are done.',
  'folder.pick': 'Pick a folder',
  'folder.filling': 'Fetching the papers from the commune…',
  'folder.filled': { one: '{count} file in “{folder}”', other: '{count} files in “{folder}”' },
  'folder.done': 'Done, empty the folder',
  'folder.emptied': '“{folder}” is empty again.',
  'folder.missing': {
    one: '{count} paper could not be fetched. With signal, empty the folder and pick it again.',
    other: '{count} papers could not be fetched. With signal, empty the folder and pick it again.',
  },
  'folder.notEmpty':
    'There are other files in “{folder}”. Pick an empty folder so that papers are not mixed up.',
  'folder.refused': 'The browser may not write into this folder. Pick it again and press Allow.',
  'folder.noRoom': '“{folder}” cannot be written: the disk is full or was taken out. Pick another folder.',
  'folder.otherDossier': 'The folder holds the papers of another dossier. Empty it before this one goes in.',
  'folder.left': 'Files are left in the lodging folder: delete them by hand',
  'folder.leftText':
    'A citizen’s papers are still in the folder “{folder}”. Press Empty; where that fails, open the folder and delete them by hand.',
  'folder.strangers': {
    one: '{count} file in “{folder}” was not put there by this app. Open the folder, look and delete it by hand.',
    other:
      '{count} files in “{folder}” were not put there by this app. Open the folder, look and delete them by hand.',
  },
  'folder.clean': 'Empty',
  'folder.deleted': 'Deleted by hand',
} as const satisfies Translated<typeof source>;
