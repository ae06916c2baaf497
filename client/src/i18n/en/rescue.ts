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

  received: {
    one: 'The commune has {count} piece of it: losing the phone loses none of that.',
    other: 'The commune has {count} pieces of it: losing the phone loses none of those.',
  },

  'why.vaultStopped':
    'The part that holds the book’s key stopped half-way. Enter the PIN to open it again; what was typed is then saved.',
  'why.quota':
    'The phone is full. Delete photos or videos, then try to save again; Gõ Cửa deletes nothing by itself.',
  'why.tooLarge': 'Something typed is too long to keep. Open again and write it shorter.',
  'why.checkFailed': 'What was written did not read back the same. Try to save again.',
  'why.broken': 'Something went wrong while saving. Try to save again.',

  retry: 'Try to save again',

  'send.now': 'Send straight to the commune',
  'send.done': 'The commune has all of it. The phone saves it when it can, and sends nothing twice.',
  'send.some':
    'The commune took {received}, {left} are left. Scans, and people not finished with Done, can be sent only once the phone has saved.',
  'send.noSignal': 'No signal, so nothing was sent. Keep the app open, or take a rescue file.',
  'send.captivePage':
    'This network wants a sign-in first, or the commune does not take this yet. Nothing was sent.',

  'file.save': 'Save a rescue file',
  'file.share': 'Send the rescue file on',
  'file.hint':
    'The rescue file holds all that is not saved, sealed: only this book and the commune can open it. If the phone is full, send it to another one.',
  'file.saved': 'The file was given to the browser. Look for it among the downloads before you rely on it.',
  'file.shared': 'Sent. When the phone saves again, open the file on the page Sent yet?.',
  'file.nothing': 'Nothing is left unsaved.',
  'file.failed': 'The file could not be made. What was typed is still on the screen; try again.',

  'back.title': 'Rescue file',
  'back.text': 'Open a rescue file here that was taken when the phone could not save.',
  'back.open': 'Open a rescue file',
  'back.working': 'Opening the file…',
  'back.own': {
    one: 'Written at {when}; {count} piece of work in it is not on this phone.',
    other: 'Written at {when}; {count} pieces of work in it are not on this phone.',
  },
  'back.old': {
    one: 'The file is {count} day old. Look it through with the person before you finish.',
    other: 'The file is {count} days old. Look it through with the person before you finish.',
  },
  'back.differing': {
    one: '{count} answer is something else here by now, or is gone. The phone keeps what it has.',
    other: '{count} answers are something else here by now, or are gone. The phone keeps what it has.',
  },
  'back.evenDiffering': 'Take those too, in place of what is here',
  'back.take': 'Bring back as drafts',
  'back.taken': 'Brought back and saved on this phone. The file may be thrown away.',
  'back.notSaved': 'Brought back, but the phone still cannot save. Keep the file.',
  'back.nothing': 'Everything in the file is on this phone. It may be thrown away.',
  'back.other': {
    one: 'This file belongs to another book, and this phone cannot read it. Send it for them: the commune can open {count} piece of work.',
    other:
      'This file belongs to another book, and this phone cannot read it. Send it for them: the commune can open {count} pieces of work.',
  },
  'back.otherNothing':
    'This file belongs to another book, and holds nothing that the commune can open. Open it on the phone that wrote it.',
  'back.carry': 'Send it to the commune',
  'back.carried': 'The commune has all of this file. It may be thrown away.',
  'back.overtaken':
    'The phone that wrote this has sent more since, so the commune does not take the older words. Open it on that phone.',
  'back.gap':
    'The phone that wrote this has work that is not sent yet. Let it send first, then open the file again.',
  'back.strange': 'This is no rescue file of Gõ Cửa. Nothing was changed; choose another one.',
  'back.broken':
    'The file is cut short or altered and cannot be opened. Nothing was changed; look for another copy.',
  'back.newer': 'The file was written by a newer Gõ Cửa. Update the app and open it again.',
  'back.tooLarge': 'The file is too large to be a rescue file. Nothing was changed.',
  'back.otherCommune': 'This file belongs to another commune. Nothing was changed; take it there.',
  'back.spent': 'This file was brought back and saved before. It may be thrown away.',
  goOn: 'Carry on',
  pinText: 'Enter the PIN to open the book again and go on.',
  lockAnyway: 'Lock now, give up what is not saved',
  lockAnywayText: {
    one: '{count} piece of work that is not saved will be lost. Saved work is not.',
    other: '{count} pieces of work that are not saved will be lost. Saved work is not.',
  },
  lockAnywayReceived: 'The commune has all of it, so nothing is lost; this phone will have no copy.',
  lockAnywaySure: 'Lose it and lock now',
} as const satisfies Translated<typeof source>;
