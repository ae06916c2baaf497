/** A session that is to be held: where, when, for about how many. It becomes a session of its own when somebody opens it. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { day, idValue, instant, line, tally } from './field-kinds.ts';
import { sessionKinds } from './outreach-session.ts';

const team = ['volunteer', 'teamLeader'] as const;

/** `08:00`, by the wall clock in Vietnam. */
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const sessionPlan: Collection = {
  name: 'sessionPlan',
  clear: ['day'],
  paths: [
    { path: 'place', holds: line, writers: team },
    { path: 'hamlet', holds: line, writers: team },
    { path: 'kind', holds: z.enum(sessionKinds), writers: team },
    { path: 'day', holds: day, writers: team },
    { path: 'time', holds: timeOfDay, writers: team },
    /** About how many are to come; absent where nobody guessed. */
    { path: 'people', holds: tally, writers: team },
    { path: 'by', holds: line, writers: team },
    /** What it became. */
    { path: 'session', holds: idValue, writers: team },
    { path: 'droppedAt', holds: instant, writers: team },
  ],
};
