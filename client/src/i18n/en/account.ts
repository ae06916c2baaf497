/** English for vi/account.ts. */
import type { Translated } from '../message-types.ts';
import type { account as source } from '../vi/account.ts';

export const account = {
  title: 'Account',
  titleOf: 'Account · {name}',
  step: 'Step {step}/{total}',
  result: 'Result',
  needsSignal: 'Not yet, needs signal',
  needsPolice: 'Not yet, needs the commune police',
  notNeeded: 'This step is not needed',
  signalBadge: 'Needs signal',
  policeBadge: 'At the commune police',
  optionalBadge: 'Optional',
  sayThis: 'Tell them',
  previous: 'Step before',
  chosenBefore: 'Chosen before: {outcome}',
  softQuestion: 'Could they tap themselves?',
  softText:
    'Whoever is shown button by button remembers it and can do it alone next time. Do it for them only if they cannot.',
  letThem: 'They tap, I show',
  stillForThem: 'Do it for them',

  endTitle: 'Done for today',
  endNothing: 'Nothing is left to do.',
  endNext: 'Still to do',
  endPassed: 'Steps behind them',
  finish: 'Done',
  finishedOn: 'Finished on {day}',
  reopen: 'Go on',
  'followUp.police': 'Go to the commune police for level 2',
  'followUp.policeAlone':
    'They go to the commune police themselves. Nobody was told, since they have not agreed.',
  'followUp.telco': 'Go to a phone shop for a SIM in the own name',
  'followUp.relative': 'Ask a relative or the commune officer',
  'followUp.signal': 'Do it again where there is signal',
  'followUp.bank': 'Set up paying by phone',
  'followUp.later': 'Go on another day',
  followUpDay: 'Day to go on',
  followUpDayHint: 'With a day, it stands under Today on that day. May stay empty.',
  neverSecret:
    'Passwords and codes from messages stay with the citizen. This phone has no place to write them.',
  ownPhone: 'Only on the citizen’s own phone. Never on the helper’s phone.',
  stoppedText: 'No further step is asked. What was answered is kept and goes on if they agree again.',
  missing: 'This person is not on this phone',
} as const satisfies Translated<typeof source>;
