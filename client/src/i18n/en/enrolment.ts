/** English for vi/enrolment.ts. */
import type { Translated } from '../message-types.ts';
import type { enrolment as source } from '../vi/enrolment.ts';

export const enrolment = {
  'welcome.title': 'Welcome to the team',
  'welcome.text': 'Gõ Cửa keeps your notes at the door and at the session, with or without signal.',
  'welcome.back': 'Back to the books on this machine',
  'welcome.practice': 'Practise now',
  'welcome.practiceHint': 'No account needed, nothing is sent.',
  'welcome.noCode': 'No invitation? Ask your team leader or the commune.',

  'wall.title': 'Open in Chrome, so that it works without signal',
  'wall.text':
    'This page is open inside {app}, where your work may be cleared, so nothing has been written. The invitation is still good.',
  'wall.otherApp': 'another app',
  'wall.open': 'Open in Chrome',
  'wall.copy': 'Copy the address',
  'wall.copied': 'Copied. Open Chrome and paste it at the top.',
  'wall.iphone': 'Tap ⋯ or ⋮ in the corner and choose “Open in browser”.',
  'wall.practiceStill': 'You can practise here; real work has to wait.',

  'install.title': 'Put Gõ Cửa on the home screen',
  'install.text': 'To open it with one tap, and so that the phone does not clear your work.',
  'install.iphone': 'Tap Share, choose “Add to Home Screen”, then open Gõ Cửa from there.',
  'install.code': 'Write down the invitation first, it will be asked for again:',

  'code.title': 'Your invitation',
  'code.hint': 'On the paper or the screen of the commune. Capitals do not matter.',
  'code.check': 'Use this code',
  'code.checking': 'Asking the commune…',
  'code.needsSignal':
    'The first time needs signal, so that the commune can recognise this phone. Find some and press again, the code is still good.',
  'code.captivePage':
    'This network asks for a sign-in first. Sign in or change the network and press again, the code still works.',

  'rejoin.title': 'Join again with a new code',
  'rejoin.text':
    'The commune’s records were put back from an older copy. All your work is still on this phone. Ask the commune for a new invitation and enter it here; once approved, your work is sent again by itself.',

  unfinished:
    'Last time the phone went off while you were joining. Enter the PIN that you chose to go on; the same invitation is still good.',

  'role.volunteer': 'team member',
  'role.teamLeader': 'team leader',
  'role.officer': 'one-stop officer',
  'role.head': 'commune head',
  'role.administrator': 'administrator',

  'pin.title': 'Choose a PIN',
  'pin.hint': '{count} digits or more, not a birthday. Do not write it on the phone.',
  'pin.again': 'Enter the PIN again',
  'pin.mismatch': 'The two are not the same. Start again.',
  'pin.tooSimple': 'This PIN is easy to guess. Choose another.',
  'pin.honest':
    'The PIN locks the notebook on this phone. If the phone is lost, tell the commune at once: nobody can read finished dossiers and scans, but for open work the PIN only buys time.',
  'pin.making': 'Making the keys of this phone…',

  'words.title': 'Compare words with the approver',
  'words.text': 'Read these words to the commune officer. Only if they are the same is the phone approved.',
  'words.differentText':
    'Stop, do not go on with this phone. Tell the commune and ask for another invitation.',

  'waiting.title': 'This phone awaits approval',
  'waiting.text': 'Go on, nothing is lost. Once approved, your work goes out by itself.',
  'waiting.start': 'Start now',

  'callName.label': 'What this phone calls you',
  'callName.hint': 'Shown only while the phone is locked. May stay empty.',

  lost: 'The browser has wiped the book on this machine. The commune has all that was written; ask for a new invitation to go on.',
  lostUnsent: {
    one: 'The browser has wiped the book on this machine. {count} save had not reached the commune and must be written again; the rest is safe. Ask for a new invitation to go on.',
    other:
      'The browser has wiped the book on this machine. {count} saves had not reached the commune and must be written again; the rest is safe. Ask for a new invitation to go on.',
  },

  'storage.quota':
    'The phone is full, so the book could not be opened. Delete some photos or videos and open again; nothing is deleted here.',
  'storage.handleDead':
    'The browser closed the book midway. Open this page again; everything with a ✓ is still there.',
  'storage.openFailed':
    'The book on this phone could not be opened. Open the page again; if that fails, restart the phone. Do not clear browser data.',
  'storage.newer':
    'The book on this phone belongs to a newer version of the app than the one that is open. Nothing is lost. Get a signal, then press “Open again” to fetch that version.',
  'storage.blobLost':
    'A photo on this phone cannot be read any more. The text is still there; take that photo again.',
  'storage.aborted': 'The last save did not finish. What you typed is still on the screen; try again.',
  'storage.evicted':
    'The browser has wiped the book on this phone. What the commune received is safe; ask for a new invitation to go on.',
} as const satisfies Translated<typeof source>;
