/** English for vi/locked.ts. */
import type { Translated } from '../message-types.ts';
import type { locked as source } from '../vi/locked.ts';

export const locked = {
  write: 'Write down a new person',
  writeHint: 'Can be written, cannot be read. Unlock to confirm.',
  waiting: {
    one: '{count} person written down while locked, to be confirmed',
    other: '{count} people written down while locked, to be confirmed',
  },
  halfErased:
    'Somebody half written on this phone was not sent and cannot be opened any more: write them down again.',
  newBook: 'A book for somebody else on this machine',
  waitingErased:
    'The old PIN opens nothing any more, so they cannot be read on this phone. They are still sealed here: do not clear the browser’s data, and tell the commune.',

  overline: 'The phone is locked',
  backToLock: 'Back to the lock',
  helperBlank: '(your name)',
  hamletBlank: '(the hamlet)',
  sealedAsTyped: 'Sealed as you type. Once you leave this screen only the PIN shows it again.',
  kept: 'Written down',
  keptText: 'Sealed on this phone. Unlock to confirm it; only then does it go to the commune.',
  nothingWritten: 'Nothing was written',
  another: 'One more person',
  failed: 'Not on the phone yet. What you typed is still on the screen; press Done again.',
  noRoom:
    'The phone is full, so it could not be written. Delete some photos or videos and press Done again; do not close this screen.',
  takenOver:
    'This person was looked through on another page that is open on this phone, so they cannot be dropped here. Unlock, and drop or withdraw them there.',
  coveredUnkept:
    'The screen is covered because nobody touched it for long. The person you had begun is not on the phone yet.',
  leaveTitle: 'This person is not finished',
  leaveText: 'Keep it and go on after unlocking. Drop it and nothing stays on the phone.',
  keepUnfinished: 'Keep it for later',
  discard: 'Drop it',

  toConfirm: {
    one: '{count} person written down while locked, to be looked through',
    other: '{count} people written down while locked, to be looked through',
  },
  review: 'Look through',
  reviewTitle: 'Written while locked',
  reviewHelp: 'Look at each person. Once confirmed they enter the book and go to the commune.',
  nothingWaits: 'All looked through',
  damaged: {
    one: '{count} person written down while locked does not open on this phone. It is kept; tell the commune.',
    other:
      '{count} people written down while locked do not open on this phone. They are kept; tell the commune.',
  },
  writtenAt: 'written {when}',
  saidYes: 'They agreed · {how}',
  confirm: 'Confirm',
  confirmHint: 'Not in the book yet. Confirm, and it enters the book and goes to the commune.',
  confirmHintNumber:
    'Not in the book yet. Confirm, and they enter the book, get number {number} at the open session, and go to the commune.',
  settledElsewhere: 'This person was confirmed or dropped on another page that is open on this phone.',
  confirmed: 'In the book: {name}',
  decideFailed: 'Not on the phone yet. This person is still here; press again.',
  discardTitle: 'Drop this person?',
  discardText: 'What was written about this person goes from the phone for good.',
  keep: 'Keep',
  discarded: 'Dropped, nothing written.',
} as const satisfies Translated<typeof source>;
