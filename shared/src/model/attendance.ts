/** Who came to a session, as one phone saw it: one record per (session, phone), so that lists of several phones add up. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { code, idValue, instant, line } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;

export const ageBands = ['under18', 'to35', 'to59', 'from60'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Somebody counted without a name: not personal data, so it needs no consent. */
const head = z.strictObject({
  at: instant,
  sex: z.optional(z.enum(['female', 'male'])),
  ageBand: z.optional(z.enum(ageBands)),
  group: z.optional(code),
  /** Did not want to go on: a valid outcome, recorded without a name. */
  declined: z.optional(z.boolean()),
});
export type Head = z.infer<typeof head>;

const visitor = z.strictObject({
  citizen: idValue,
  at: instant,
  sex: z.optional(z.enum(['female', 'male'])),
  ageBand: z.optional(z.enum(ageBands)),
  state: z.enum(['waiting', 'inHand', 'done']),
  need: z.optional(code),
});
export type Visitor = z.infer<typeof visitor>;

export const attendance: Collection = {
  name: 'attendance',
  clear: ['session'],
  paths: [
    { path: 'session', holds: idValue, writers: team },
    { path: 'machine', holds: line, writers: team },
    { path: 'heads/*', holds: head, writers: team },
    /** Keyed by queue number: A01, A02, … */
    { path: 'visitors/*', holds: visitor, writers: team },
  ],
};
