/** English for vi/desk.ts. */
import type { Translated } from '../message-types.ts';
import type { desk as source } from '../vi/desk.ts';

export const desk = {
  title: 'To handle',
  appointmentsToday: 'Appointments today',
  lodgedAlready: 'Lodged online already?',
} as const satisfies Translated<typeof source>;
