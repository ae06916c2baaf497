/**
 * Whom the office tells the commune police of, at the person's own wish: a name, a telephone, a day, an errand, and that they
 * were told. Stands apart from the citizen's record, so that the office is shown nothing else of them; the consent that names
 * it (`referral`) opens it to the office and closes it again.
 */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { day, idValue, instant, line } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;
const officer = ['officer'] as const;

export const policeErrands = ['card', 'level2', 'activation', 'check'] as const;
/** What is wanted of the police: a card made, level 2, an activation that does not come, data that do not match. */
export type PoliceErrand = (typeof policeErrands)[number];

/** What the person has to show: a card that holds, one that lapsed, only the paper before the card, nothing. */
export const shownPapers = ['card', 'expired', 'oldPaper', 'none'] as const;
export type ShownPaper = (typeof shownPapers)[number];

/** With the day that the police were told; another day since is news to them. */
const handedOver = z.strictObject({ at: instant, by: line, day: z.optional(day) });
export type HandedOver = z.infer<typeof handedOver>;

export const policeReferral: Collection = {
  name: 'policeReferral',
  clear: ['citizen', 'session', 'day'],
  paths: [
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'session', holds: idValue, writers: team },
    { path: 'name', holds: line, writers: team },
    { path: 'phone', holds: z.string().check(z.regex(/^0\d{9,10}$/)), writers: team },
    /** Empty once nothing is wanted of the police any more. */
    {
      path: 'errands',
      holds: z.array(z.enum(policeErrands)).check(z.maxLength(policeErrands.length)),
      writers: team,
    },
    { path: 'paper', holds: z.enum(shownPapers), writers: team },
    /** The day that was agreed with the person. */
    { path: 'day', holds: day, writers: team },
    /** The police have the name: by whose hand, and when. */
    { path: 'handedOver', holds: handedOver, writers: officer },
  ],
};
