/** English for vi/delegation.ts. */
import type { Translated } from '../message-types.ts';
import type { delegation as source } from '../vi/delegation.ts';

export const delegation = {
  delegation: 'Who approves while you are away?',
  delegationHow:
    'One of the staff approves in your place, on days that you name. Their word bears their name.',
  delegationOpen: 'Open Teams & phones',
  'delegation.none': 'Approval delegated: no',
  'delegation.named': 'Approval delegated: {name}, {from}\u2060-\u2060{to}',
  'delegation.make': 'Delegate approval',
  'delegation.person': 'Who approves in your place?',
  'delegation.personHint':
    'Staff whose machine is approved. Nobody of a team approves their own team’s work.',
  'delegation.personMissing': 'Choose somebody.',
  'delegation.nobody':
    'There is nobody to choose yet. Invite them in Teams & phones as one-stop officer or administrator, approve the machine, and come back.',
  'delegation.from': 'From',
  'delegation.fromWrong': 'Write day, month and year; today at the earliest.',
  'delegation.to': 'To, that day included',
  'delegation.toHint': { one: '{count} day at most.', other: '{count} days at most. It can be ended early.' },
  'delegation.toWrong': {
    one: 'Write a day that is not before the first.',
    other: 'Write a day that is not before the first, {count} days at most.',
  },
  'delegation.why':
    '{name} approves in your place from {from} to {to}: approves, sends back, asks the team. Give your PIN again; the commune writes the delegation down.',
  'delegation.made': 'Delegated: {name}, {from} to {to}',
  'delegation.end': 'End early',
  'delegation.endTitle': 'End the delegation?',
  'delegation.endText': 'From now on {name} cannot approve in your place. What is approved stays approved.',
  'delegation.ended': 'The delegation of {name} has ended',
  'deputy.name': '{name}, for the head',
  'deputy.note': 'Approving for the commune head, by delegation until {to}',
  'deputy.line': 'Approve for the commune head until {to}',
  'deputy.lineComing': 'Approve for the commune head from {from} to {to}',
  'deputy.uncounted': {
    one: 'In {count} session your word came too late and does not count',
    other: 'In {count} sessions your word came too late and does not count',
  },
  'deputy.shut': 'Not a day of your delegation',
  'deputy.coming':
    'The head has delegated approval to you from {from} to {to}. On the first day this page opens.',
  'deputy.over':
    'The head had delegated approval to you from {from} to {to}. The last day is over: what reaches the commune later does not count.',
  'deputy.ended':
    'The head has ended the delegation from {from} to {to} early. What reaches the commune since then does not count.',
} as const satisfies Translated<typeof source>;
