/** English for vi/sessions.ts. */
import type { Translated } from '../message-types.ts';
import type { sessions as source } from '../vi/sessions.ts';

export const sessions = {
  title: 'Sessions',
  open: 'Open session',
  enter: 'Go to session',
  close: 'Close session',
  plusOne: '+1 person',
  plusOneHint: 'only counted, no name',
  recordToHelp: 'Write down to help',
  present: 'came',
  waiting: 'waiting',
  finished: 'done',
  incident: 'Note an incident',
} as const satisfies Translated<typeof source>;
