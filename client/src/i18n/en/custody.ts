/** English for vi/custody.ts. */
import type { Translated } from '../message-types.ts';
import type { custody as source } from '../vi/custody.ts';

export const custody = {
  'bar.typing': 'Typing…',
  'bar.empty': 'Ready to write',
  'bar.allSent': 'The commune has everything',
  'bar.waiting': 'All saved · {count} waiting for signal',
  'bar.sending': 'All saved · sending {count}',
  'bar.unconfirmed': 'All saved · somebody half written',
  'bar.awaitingApproval': 'All saved · phone awaits approval',
  'bar.needsFix': 'All saved · {count} to mend',
  'notice.notSaved': 'Not on this device yet: see the line at the top.',
  'bar.notSaved': 'Not saved, tap to rescue',
  'bar.deviceRevoked': 'The commune has withdrawn this phone',
  'bar.older': 'Notebook went back, not sent',
  'bar.deviceUnknown': 'The commune no longer knows this phone',
  'bar.historyForked': 'This phone was copied; not sending',
  'bar.serverLost': 'The commune lacks older work',

  'trouble.older':
    'The phone went off suddenly, and this notebook is back at an earlier state. What you see here can still be read and added to, nothing is deleted; what the commune has received is safe there. The phone has stopped sending this notebook, so that the commune does not mix things up. Ask the commune for a new invitation and join again: this notebook can still be opened beside the new one; copy into the new one what was not sent.',
  'trouble.serverLost':
    'The commune’s records were put back from too old a copy and lack work that this phone had handed over. New work is kept on this phone but cannot be sent yet. Tell the commune.',

  'state.typing': 'Typing…',
  'state.onDevice': 'Saved on this phone',
  'state.atServer': 'The commune has it',
  'state.received': 'The commune has it · not saved on this phone',
  'state.awaitingCitizen': 'Waiting for {name} to lodge it',
  'state.awaitingCitizenDay': 'Waiting for {name} to lodge it · {day}',
  'state.awaitingOffice': 'Waiting for the one-stop office',
  'state.lodged': 'Lodged · number {number}',
  'state.needsFix': 'To mend: {reason}',
  'state.needsPerson': 'Waiting for a commune officer',
  'state.consentWithdrawn': 'Stopped: they took their consent back',

  'note.onDevice': 'It stays when you close the app. Only with the commune is it really safe.',
  'note.onDeviceAt': 'Saved on this phone at {time}',
  'note.unconfirmed': 'Half written, and not sent. Open it, go on and press Done, or Not now.',
  'note.held': 'The phone awaits approval. Go on, nothing is lost.',
  'note.quarantined': 'Sent, and waiting for the commune to look, since this phone was withdrawn.',
  'note.atServer': 'Even if this phone is lost, it is not.',
  'note.piecesLeft': {
    one: 'The commune has the text · {count} photo still on this phone',
    other: 'The commune has the text · {count} photos still on this phone',
  },
  'note.awaitingCitizen': 'Not lodged. The next step is the citizen’s.',
  'note.awaitingOffice': 'It is on the officer’s list.',
  'note.needsFix': 'Photograph or correct it and send again. The rest is kept.',
  'note.needsPerson': 'Nothing more for you to do.',
  'note.consentWithdrawn': 'The commune does not lodge it. If they have agreed again, press Finish again.',

  'evidence.portalRead': 'Confirmed by the public service portal',
  'evidence.officerEntered': 'Number recorded by the one-stop office',
  'evidence.citizenShown': 'From the receipt that the citizen showed',

  'page.title': 'Has it been sent?',
  'page.today': {
    one: 'The commune has the {count} piece of today’s work',
    other: 'The commune has all {count} pieces of today’s work',
  },
  'page.nothingWaiting': 'Nothing is waiting on this phone.',
  'page.unconfirmed': 'Nothing waits for signal. Somebody is half written.',
  'page.waiting': {
    one: '{count} piece of work still on this phone',
    other: '{count} pieces of work still on this phone',
  },
  'page.waitingHint': 'It goes by itself when there is signal.',
  'page.heldHint': 'This phone awaits approval. Go on, nothing is lost; once approved, the work is taken in.',
  'page.lastSent': 'Last reached the commune at {time}',
  'page.neverSent': 'This phone has never sent anything.',

  'group.unconfirmed': 'Half written',
  'group.onDevice': 'Still on this phone',
  'group.atServer': 'With the commune',

  'send.now': 'Send now',
  'send.sending': 'Sending {sent}/{total}',
  'send.timeLeft': 'about {minutes} min left',
  'send.noSignal': 'No signal yet. Saved on this phone, sent by itself when there is.',
  'send.captivePage':
    'This network asks for a sign-in first. Nothing was sent, all of it is still on this phone.',

  'storage.low': 'Phone almost full',
  'storage.lowText':
    'Less than {bytes} left. Send some work to the commune, or delete old photos and videos.',

  'storage.noPhotographs': 'Machine nearly full',
  'storage.noPhotographsText':
    'Less than {bytes} left. No more pictures for now; words can still be written. Send some work to the commune, or delete old photos and videos.',

  'private.title': 'This is a private window',
  'private.text': 'Closing it loses all work that was written on this machine, saved or not.',
  'private.join':
    'Copy the address, open it in an ordinary window and join there; the invitation still works. Practice can be done right here.',
  'private.copy': 'Copy the address',
  'private.copied': 'Copied. Open an ordinary window and paste it.',
  'private.send': 'Send everything to the commune before you close this window.',

  'light.private': 'Private window',
  'light.private.text': 'Closing the window loses all work on this machine.',
  'light.private.badge': 'Lost on closing',
  'former.title': 'Your book from before, at the commune',
  'former.whole': 'Your book from before: the commune has all of it',
  'former.allThere':
    'The commune has up to save {upTo}, the last one of the book before. Nothing has to be written again.',
  'former.lost': {
    one: 'The commune has up to save {upTo}; the book lost on this phone went up to {known}: {count} save never arrived and must be written again.',
    other:
      'The commune has up to save {upTo}; the book lost on this phone went up to {known}: {count} saves never arrived and must be written again.',
  },
  'former.other': {
    one: 'The commune has up to save {upTo}; the phone before said that it had up to {known}: {count} save has not arrived. If that phone is there, open it and let it send; if not, write it again.',
    other:
      'The commune has up to save {upTo}; the phone before said that it had up to {known}: {count} saves have not arrived. If that phone is there, open it and let it send; if not, write them again.',
  },

  'missing.title': 'The commune has more than this phone',
  'missing.allThere': 'The commune has up to save {commune}.',
  'missing.unsent': {
    one: 'The commune has up to save {commune}; this book once went up to {known}: {count} save never arrived.',
    other:
      'The commune has up to save {commune}; this book once went up to {known}: {count} saves never arrived.',
  },
  'missing.here': 'This phone remembers up to save {here} only.',
  'missing.stop':
    'The book on this phone may have gone back. Tell the commune before you write on; nothing was deleted.',

  'light.title': 'How this machine keeps the work',
  'light.loss': 'If it were lost right now',
  'light.loss.none': 'Nothing lost',
  'light.loss.some': 'Better sent',
  'light.loss.noneText': 'The commune has all of it.',
  'light.loss.fresh': {
    one: '{count} piece of work would be lost, written within the hour.',
    other: '{count} pieces of work would be lost, written within the hour.',
  },
  'light.loss.hours': {
    one: '{count} piece of work would be lost, the oldest from {hours} h ago.',
    other: '{count} pieces of work would be lost, the oldest from {hours} h ago.',
  },
  'light.loss.days': {
    one: '{count} piece of work would be lost, the oldest from {days} days ago.',
    other: '{count} pieces of work would be lost, the oldest from {days} days ago.',
  },
  'light.room': 'Room for Gõ Cửa',
  'light.room.atLeast': 'More than {bytes} left.',
  'light.room.below': 'Less than {bytes} left.',
  'light.room.enough': 'Enough',
  'light.room.low': 'Filling up',
  'light.room.noPhotographs': 'No more pictures',
  'light.room.make': 'Make room',
  'light.room.made': 'Room was made. Only what the commune holds safely was let go.',
  'light.room.notMade':
    'Nothing can go: the rest has not been sent, or a dossier still needs it. Delete photos and videos of your own.',
  'light.promise': 'May the browser delete it?',
  'light.promise.yes': 'No',
  'light.promise.no': 'It may',
  'light.promise.yesText': 'The browser has promised to keep it, even on a full machine.',
  'light.promise.noText': 'On a full machine the browser may delete it. Send early.',
  'light.promise.ask': 'Ask it to keep',
  'light.promise.refused': 'The browser has not promised. Add Gõ Cửa to the home screen, then ask again.',
  'light.copy': 'If the machine goes off suddenly',
  'light.copy.whole': 'Two copies',
  'light.copy.behind': 'One copy',
  'light.copy.none': 'One copy',
  'light.copy.wholeText': 'What the commune has not got lies on this machine twice.',
  'light.copy.behindText':
    'The second copy cannot be written, mostly because the machine is full. Send early.',
  'light.copy.noneText': 'This browser keeps one copy only. Send early.',

  'kind.session': 'Session',
  'kind.sessionPlan': 'Planned session',
  'kind.attendance': 'Who came',
  'kind.citizen': 'Citizen',
  'kind.dossier': 'Dossier',
  'kind.consent': 'Consent',
  'kind.accountSetup': 'Account steps',
  'kind.policeReferral': 'Referral to the commune police',
  'kind.review': 'Word on a session',
} as const satisfies Translated<typeof source>;
