/** English for vi/police.ts. */
import type { Translated } from '../message-types.ts';
import type { police as source } from '../vi/police.ts';

export const police = {
  title: 'Commune police: people referred',
  rule: 'Whoever takes the consent back goes from here by itself.',
  empty: 'Nobody is referred yet',
  emptyText:
    'A name stands here once its person agreed to the police being told and the team’s phone has sent it.',
  print: 'Print the list',
  handOver: 'Handed to the police',
  handOverNamed: 'Handed to the police: {name}',
  handOverAll: 'All {count} handed over',
  notedOne: 'Noted: {name} was handed to the police.',
  noted: 'Noted: {count} people were handed to the police.',
  handedOver: 'Handed over {day} · {name}',
  noDay: 'no day yet',
  day: 'on {day}',
  moved: 'another day since it was handed over, tell the police again',
  overdue: 'was due {day}',
  brings: 'brings {what}',
  'group.due': 'Due today or past',
  'group.later': 'On a later day',
  'group.undated': 'No day yet',
  'group.done': 'Handed to the police',
  more: { one: 'And {count} more person.', other: 'And {count} more people.' },
  'bring.card': 'the ID card, a phone with an own SIM',
  'bring.expired': 'the old card, a phone with an own SIM',
  'bring.oldPaper': 'the old identity paper, a phone with an own SIM',
  'bring.none': 'whatever papers are left, such as the birth certificate, a phone with an own SIM',
  'bring.unknown': 'the ID card if there is one, a phone with an own SIM',
  'sheet.day': 'Day',
  'sheet.person': 'Name',
  'sheet.phone': 'Telephone',
  'sheet.errand': 'What is wanted',
  'sheet.bring': 'Brings',
  'sheet.done': 'Done',
  'sheet.consent':
    'Everybody named agreed that the commune tells the police. Destroy this sheet when it is done with.',
} as const satisfies Translated<typeof source>;
