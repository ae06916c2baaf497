/** Who came to a session, as one phone saw it: one record per (session, phone), so that lists of several phones add up. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { code, idValue, instant, line, tally } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;

export const ageBands = ['under18', 'to35', 'to59', 'from60'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Head of a phone's queue numbers: A for whoever opened the session, B, C… for who joined. */
export const queueLetter = z.string().check(z.regex(/^[A-Z]{1,4}$/));
export const table = z.number().check(z.int(), z.gte(1), z.lte(99));

const NUMBER = /^([A-Z]{1,4})(\d{2,4})$/;
/** A01, A02, … A100: the letter of the phone that gave it, and the place in its queue. */
export const queueNumber = z.string().check(z.regex(NUMBER));

export function writeQueueNumber(letter: string, place: number): string {
  return `${letter}${String(place).padStart(2, '0')}`;
}

export function readQueueNumber(
  number: string,
): { readonly letter: string; readonly place: number } | undefined {
  const [, letter, place] = NUMBER.exec(number) ?? [];
  return letter === undefined ? undefined : { letter, place: Number(place) };
}

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
  /** While in hand: at which table, and with whom. */
  table: z.optional(table),
  by: z.optional(line),
});
export type Visitor = z.infer<typeof visitor>;

export const attendance: Collection = {
  name: 'attendance',
  clear: ['session'],
  paths: [
    { path: 'session', holds: idValue, writers: team },
    { path: 'machine', holds: line, writers: team },
    { path: 'letter', holds: queueLetter, writers: team },
    /** How many letters this phone has handed out to others that joined by its code. */
    { path: 'lettersGiven', holds: tally, writers: team },
    /** Keyed by letter: true where its code was shown and no phone took it, so that nobody waits for a list. */
    { path: 'lettersUnused/*', holds: z.boolean(), writers: team },
    /** How many codes of this list were shown to other phones; each is counted behind everything that it says. */
    { path: 'codesShown', holds: tally, writers: team },
    { path: 'table', holds: table, writers: team },
    { path: 'heads/*', holds: head, writers: team },
    /** Keyed by queue number: A01, A02, … */
    { path: 'visitors/*', holds: visitor, writers: team },
  ],
};
