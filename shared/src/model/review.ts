/** The commune head's word on a session, as operations that work offline: approve what is there, or send it back. Or the word of whoever stands in for the head. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { idValue, instant, longText, line, tally } from './field-kinds.ts';

/** Under which delegation somebody else than a head says it; checked against the member and the day when it arrives. */
const delegation = z.optional(idValue);

/** More than anybody says of one session. */
export const MOST_TURNS = 10_000;

/** `approveSession`: what was approved is named by the change sequence that the head had read, so later additions stand beside it. */
const sessionDecision = z.strictObject({
  decision: z.enum(['approved', 'returned']),
  by: line,
  at: instant,
  seen: z.number().check(z.int(), z.gte(0)),
  /** One more than the highest of the words on this session that its writer knew: of two words, whose counts. */
  turn: z.optional(z.number().check(z.int(), z.gte(0), z.lte(MOST_TURNS))),
  reason: z.optional(longText),
  /** What was counted when it was approved: additions stand beside it. */
  counted: z.optional(z.strictObject({ people: tally, dossiers: tally, steps: tally })),
  delegation,
});
export type SessionDecision = z.infer<typeof sessionDecision>;

/** What the head asks the team leader; answered by a reply of the session that names this entry's key. */
const question = z.strictObject({
  at: instant,
  by: line,
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Not about this session: the hamlet has waited long since it, and is to have another. */
  about: z.optional(z.literal('nextSession')),
  delegation,
});
export type HeadQuestion = z.infer<typeof question>;

export const review: Collection = {
  name: 'review',
  clear: ['session'],
  paths: [
    { path: 'session', holds: idValue, writers: ['head'] },
    { path: 'decisions/*', holds: sessionDecision, writers: ['head'] },
    { path: 'questions/*', holds: question, writers: ['head'] },
  ],
};
