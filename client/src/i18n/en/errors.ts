/** English for vi/errors.ts. */
import type { Translated } from '../message-types.ts';
import type { errors as source } from '../vi/errors.ts';

export const errors = {
  malformed:
    'The commune could not read this. Your work is still on this phone; tell the commune if it happens again.',
  unsupportedVersion: 'The app on this phone is too old. Saved work is still here; update and send again.',
  nonceStale: 'This arrived too late. Nothing is lost, the phone sends it again.',
  signatureWrong:
    'The commune does not recognise this phone’s key. Your work is still here; tell the commune.',
  deviceUnknown: 'The commune does not know this phone. Your work is still here; ask for an invitation.',
  deviceWaiting: 'The phone awaits approval. Go on, nothing is lost.',
  deviceRevoked:
    'The commune has withdrawn this phone. Unsent work stays sealed and is handed to the commune; see an officer to go on.',
  practiceRefused:
    'This is practice. The commune does not take it and nothing is lost; for real work ask for an invitation.',
  readKeyNeeded:
    'This can only be read when unlocked. Saved work is still here; enter your PIN and try again.',
  notFound: 'Not found, or not given to this phone. Nothing was changed.',
  tooLarge:
    'This part is too large for the commune. The copy here is kept; photograph it smaller or tell the commune.',
  tooManyItems: 'Too much at once. Nothing is lost, the phone divides it and goes on.',
  inflatesTooFar:
    'The commune did not take this, it swells unusually. The copy here is kept; tell the commune.',
  wrongType: 'This file is neither a picture nor a PDF. Nothing changed; choose another or photograph it.',
  fieldInvalid: 'Something is not right yet. The rest is kept; correct the marked place and send again.',
  collectionUnknown:
    'The commune does not know this kind of work yet. It is still here; update the app and send again.',
  notAllowed: 'This is not yours to do. Nothing was changed; ask your team leader or the commune.',
  outsideDelegation:
    'Not a day of your delegation, so the commune has not counted it. Nothing is lost; ask the head to approve.',
  overtaken: 'This phone has sent more since, so the commune keeps what came later. The work is still here.',
  sequenceGap: 'Something earlier has not arrived. Nothing is lost, the phone sends what is missing.',
  historyForked:
    'Two phones carry the same key. Your work is still here; stop writing and tell the commune now.',
  sealUnopened:
    'The commune has it but could not open it. Keep this phone as it is, delete nothing; an officer will look.',
  chainBroken:
    'The order of what was written is broken. Keep this phone as it is, delete nothing; tell the commune.',
  pieceMismatch: 'A photograph was damaged on the way. The one here is whole, the phone sends it again.',
  codeWrong: 'That is not the code. Check every letter; the code on paper is still good.',
  codeSpent: 'This code has been used or has lapsed. Ask for another; what you wrote is still on this phone.',
  tooManyTries: 'Too many tries. Wait a little and try again; nothing is lost.',
  numberUsed: 'This dossier number is already on another dossier. Look at the receipt and enter it again.',
  storeFull: 'The commune’s store is full. Your work is still here and is sent again later.',
  busy: 'The commune is busy. Your work is still here and is sent again later.',
} as const satisfies Translated<typeof source>;
