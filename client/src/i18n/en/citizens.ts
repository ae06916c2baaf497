/** English for vi/citizens.ts. */
import type { Translated } from '../message-types.ts';
import type { citizens as source } from '../vi/citizens.ts';

export const citizens = {
  title: 'People',
  newPerson: 'New person',
  households: 'Households of {hamlet}',
  visited: 'Met',
  absent: 'Away',
  refused: 'Not now',
  comeBack: 'Come back',
} as const satisfies Translated<typeof source>;
