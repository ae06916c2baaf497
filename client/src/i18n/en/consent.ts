/** English for vi/consent.ts. */
import type { Translated } from '../message-types.ts';
import type { consent as source } from '../vi/consent.ts';

export const consent = {
  readAloud: 'Read aloud',
  agreesTo: 'Agrees to:',
  agree: 'They agree',
  notNow: 'Not now',
  notNowText: 'That is fine. You can still guide them; one person is counted, no name is written.',
  oneStopDesk: "the commune's one-stop desk",
} as const satisfies Translated<typeof source>;
