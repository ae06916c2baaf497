/** English for vi/consent.ts. */
import type { Translated } from '../message-types.ts';
import type { consent as source } from '../vi/consent.ts';

export const consent = {
  readAloud: 'Read aloud',
  readToRoom: 'Read to the room. Open it for whoever came later.',
  fullText: 'Full text',
  agreesTo: 'Agrees to:',
  agree: 'They agree',
  agreeHint: 'Choose at least one thing they agree to.',
  witnessHint: 'Write down the relative who was present.',
  notNow: 'Not now',
  notNowText: 'That is fine. You can still guide them; one person is counted, no name is written.',
  notNowNothing: 'That is fine. You can still guide them; nothing is written down.',
  notNowCounted: 'That is fine. You can still guide them; they were counted already, nobody is added.',
  erased: 'What was just written down is erased.',
  emptied: 'Erased on this phone. What had been sent loses its name at the commune once there is signal.',
  wasCountedTitle: 'Were they counted at the door?',
  wasCountedText: 'Asked so that nobody counts twice. No name is written down.',
  wasCountedYes: 'Counted already',
  wasCountedNo: 'No, count one',
  method: 'They answer:',
  thumbHint: 'The thumb mark goes on the paper slip; here it is only noted that it was given.',
  witness: 'The relative who was present',
  policeTitle: 'Tell the commune police?',
  policeAgree: 'They agree',
  policeAlone: 'They go themselves',
  prepareTitle: 'Ask them: may it be written down for a dossier or an account?',
  prepareWithdrawn:
    'They took their consent back: the account and dossiers that are not lodged stop. If they change their mind, read this and ask again.',
  prepareNotAsked: 'So far they agreed to something else only. If this is wanted, read this and ask them.',
  prepareAgree: 'They agree',
  stoppedTitle: 'Stopped: they have not agreed',
  oneStopDesk: "the commune's one-stop desk",
} as const satisfies Translated<typeof source>;
