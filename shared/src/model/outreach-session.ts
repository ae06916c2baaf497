/** A session (buổi): where, when, which members came, what went wrong. Knows nobody who was helped: see attendance. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { code, day, instant, line, longText, sameAnswer, tally } from './field-kinds.ts';

export const sessionKinds = ['hamletMeeting', 'mobile', 'houseToHouse', 'oneStopDesk', 'school'] as const;
export type SessionKind = (typeof sessionKinds)[number];

const team = ['volunteer', 'teamLeader'] as const;

const incident = z.strictObject({ at: instant, kind: code, note: z.optional(longText) });
export type Incident = z.infer<typeof incident>;

/** `by`: a colleague who said so, where the member has no phone here. */
const moved = z.strictObject({ at: instant, by: z.optional(line) });
const named = z.strictObject({ name: line, at: instant, by: z.optional(line) });

/** What the team answers to the head: a session that was sent back waits for the head again, a question has its answer. */
const reply = z.strictObject({
  /** Key of the decision or of the question that it answers. */
  to: code,
  at: instant,
  by: line,
  note: z.optional(line),
});
export type SessionReply = z.infer<typeof reply>;

export const outreachSession: Collection = {
  name: 'session',
  clear: ['day', 'openedAt', 'closedAt', 'kind'],
  paths: [
    { path: 'place', holds: line, writers: team },
    { path: 'hamlet', holds: line, writers: team },
    { path: 'kind', holds: z.enum(sessionKinds), writers: team },
    { path: 'day', holds: day, writers: team },
    { path: 'openedAt', holds: instant, writers: team },
    { path: 'closedAt', holds: instant, writers: team },
    /** Keyed by the list: how many people stood on it when the session was closed; what came later is told apart by it. */
    { path: 'closedWith/*', holds: tally, writers: team },
    /** Keyed by the other session: whether two of one place and day are one. */
    { path: 'sameAs/*', holds: sameAnswer, writers: team },
    { path: 'leader', holds: line, writers: team },
    {
      path: 'consentRead',
      holds: z.strictObject({ version: code, hash: code, at: instant, reader: line }),
      writers: team,
    },
    /** Who of the team is to come; one without a phone has an id that was drawn for this session. */
    { path: 'members/*/expected', holds: named, writers: team },
    { path: 'members/*/in', holds: named, writers: team },
    { path: 'members/*/out', holds: moved, writers: team },
    /** Came again after leaving: `out` is gone then, and this goes with the next leaving. */
    { path: 'members/*/back', holds: moved, writers: team },
    { path: 'incidents/*', holds: incident, writers: team },
    { path: 'replies/*', holds: reply, writers: team },
    { path: 'noIncident', holds: z.boolean(), writers: team },
    { path: 'satisfaction', holds: z.strictObject({ good: tally, fair: tally, poor: tally }), writers: team },
    { path: 'network', holds: z.enum(['good', 'unsteady', 'none']), writers: team },
  ],
};
