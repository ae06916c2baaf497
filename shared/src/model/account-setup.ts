/** One citizen's way through the account steps: the outcome of each and who acted. No field for a password exists. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { actedBy, code, day, idValue, instant, line } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;

const accountStep = z.strictObject({ outcome: code, actedBy: z.optional(actedBy), at: instant });
export type AccountStep = z.infer<typeof accountStep>;

export const accountSetup: Collection = {
  name: 'accountSetup',
  clear: ['citizen', 'session', 'finishedAt'],
  paths: [
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'session', holds: idValue, writers: team },
    { path: 'stepsVersion', holds: code, writers: team },
    { path: 'steps/*', holds: accountStep, writers: team },
    { path: 'followUp', holds: line, writers: team },
    /** On which day what is left is gone on with. */
    { path: 'followUpDay', holds: day, writers: team },
    /** The day that was agreed for going to the police; told to nobody without a consent. */
    { path: 'policeDay', holds: day, writers: team },
    { path: 'finishedAt', holds: instant, writers: team },
  ],
};
