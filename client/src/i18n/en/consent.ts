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
  method: 'They answer:',
  thumbHint: 'The thumb mark goes on the paper slip; here it is only noted that it was given.',
  witness: 'The relative who was present',
  policeTitle: 'Tell the commune police?',
  policeAgree: 'They agree',
  policeAlone: 'They go themselves',
  oneStopDesk: "the commune's one-stop desk",
} as const satisfies Translated<typeof source>;
