/** English for vi/lock.ts. */
import type { Translated } from '../message-types.ts';
import type { lock as source } from '../vi/lock.ts';

export const lock = {
  title: 'Enter your PIN',
  who: '{name} · enter your PIN',
  pin: 'PIN',
  pinHint: '{count} digits or more',
  delete: 'Delete the last digit',
  submit: 'Unlock',
  opening: 'Opening the notebook…',
  wrong: { one: 'That is not the PIN. {count} try left.', other: 'That is not the PIN. {count} tries left.' },
  wrongWait: 'That is not the PIN. Try again in {seconds} seconds. What was saved is still here.',
  lastTry: 'One try left. After that this phone needs a new invitation; saved work can still be sent.',
  erased: 'This PIN no longer works',
  erasedText:
    'There were too many wrong tries, so the notebook on this phone has closed. What was finished still goes to the commune. Ask for a new invitation to go on.',
  forgot: 'Forgotten the PIN?',
  forgotText:
    'Nobody can read your PIN, not even the commune. Saved work still goes out when there is signal. Ask for a new invitation and set another PIN.',
  lostRead: 'Understood',
  otherBook: 'Open another notebook · {name}',
  rebuilt:
    'This machine went off suddenly and lost its book; it was built again from the second copy here. Type your PIN to go on sending.',
  waiting: {
    one: '{count} save waits for signal, and goes out even while locked',
    other: '{count} saves wait for signal, and go out even while locked',
  },
  cover: 'Names are hidden',
  coverHint: 'Tap to show them',
  kdfRefused:
    'This browser cannot work out the key. The PIN was not counted as wrong; open with a newer Chrome.',
  vaultStopped: 'The phone choked half-way. The PIN was not counted as wrong; enter it again.',
  damaged:
    'The key of the book on this phone is damaged. Saved work still goes to the commune; ask for a new invitation to go on.',
  elsewhere: 'Gõ Cửa has just been opened in another tab. The PIN is right; it was not opened here.',
  'elsewhere.title': 'Gõ Cửa is open in another tab',
  'elsewhere.text':
    'Only one place is written in at a time. Go back to the other tab. Or use it here: the other tab saves everything and locks itself.',
  'elsewhere.use': 'Use it here',
  'elsewhere.asking': 'The other tab is saving…',
  'elsewhere.unsaved':
    'The other tab has words that it could not save, so it did not lock. Open that tab and save first; nothing is lost.',
  'elsewhere.silent':
    'The other tab does not answer; the browser may have put it to sleep. What was saved is still there; what was half typed in the other tab is saved when it wakes.',
  'elsewhere.useAnyway': 'Use it here all the same',
} as const satisfies Translated<typeof source>;
