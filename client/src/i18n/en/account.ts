/** English for vi/account.ts. */
import type { Translated } from '../message-types.ts';
import type { account as source } from '../vi/account.ts';

export const account = {
  title: 'Account',
  step: 'Step {step}/{total}',
  result: 'Result',
  needsSignal: 'Not yet, needs signal',
  needsPolice: 'Not yet, needs the commune police',
  notNeeded: 'This step is not needed',
} as const satisfies Translated<typeof source>;
