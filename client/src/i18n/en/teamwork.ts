/** English for vi/teamwork.ts. */
import type { Translated } from '../message-types.ts';
import type { teamwork as source } from '../vi/teamwork.ts';

export const teamwork = {
  addMachine: 'Add a phone to this session',
  addShort: 'Add a phone',
  addTitle: 'Code for the phone with letter {letter}',
  addHow: 'On the other phone: Sessions, Join by a code, then hold this code in its frame. No signal needed.',
  addOne: 'One code is for one phone. Once it is in, press Next code.',
  addQr: 'Code for joining this session, letter {letter}',
  addNext: 'Next code',
  addOtherDay:
    'This session was opened on {day}. A code is good on the day of opening only: close it and open a new one.',
  addFull: 'This phone has handed out all its letters. Let another phone of the session add it.',
  copy: 'Copy the code',
  copied: 'Copied. Paste it into “Paste the code” on the other phone.',
  copyFailed: 'This phone does not allow copying. Let the other phone scan the code.',

  joinTitle: 'Join a session of the team',
  joinFacts: '{kind} · opened at {time}, {leader}',
  joinLetter: 'This phone has the letter {letter}: its numbers are {letter}01, {letter}02…',
  joinNow: 'Join this session',
  joinAgain: 'This phone is in the session already, letter {letter}.',
  joined: 'Joined, letter {letter}',
  joinLink: 'Join by a code',
  joinScan: 'Camera for scanning the code of a session',
  joinScanHow:
    'On the phone that opened the session press Add a phone; hold the code it shows in this frame.',
  joinOther: 'Scan another code',
  joinPaste: 'Paste the code',
  joinPasteHint:
    'If it cannot be scanned, ask the opener to press Copy the code and send it; paste the whole line here.',
  joinByCode: 'Use a session’s code',
  'refused.title': 'This session cannot be joined yet',
  'refused.strange':
    'This is no code of a session. Ask the opener to press Add a phone to this session, and scan again.',
  'refused.broken': 'Part of the code is missing or wrong. Scan again, or copy the whole line and paste it.',
  'refused.newer':
    'The other phone has a newer version. Update this one where there is signal, then scan again.',
  'refused.otherCommune': 'This code is of another commune. This phone joins sessions of {commune} only.',
  'refused.otherTeam':
    'This session is of team {team}; this phone is of another team, and the commune could not join the lists. Open a session of your own, or ask the commune to invite this phone into that team.',
  'refused.closed': '{place}: closed at {time}. Ask the opener to open it again, or open a new session.',
  'refused.otherDay':
    'The code is of {day}, and this phone says {today}. Check the date of this phone, or ask for a new session.',
  toSessions: 'All sessions',

  machineAlone: 'Only this phone writes',
  machines: { one: '{count} phone writes', other: '{count} phones write together' },
  machinesSilent: {
    one: '{count} list here · {silent} awaited',
    other: '{count} lists here · {silent} awaited',
  },
  machinesStale: {
    one: '{count} phone · last merged {time}',
    other: '{count} phones · last merged {time}',
  },
  machinesTitle: 'Phones of this session',
  machinesHint: 'Lists join by themselves when there is signal. Nobody overwrites anybody.',
  ownMachine: 'This phone',
  machineOf: 'Phone of {name}',
  machineLetter: 'letter {letter}',
  listEmpty: 'nobody written yet',
  listUntil: { one: '{count} person, written until {time}', other: '{count} people, written until {time}' },
  mergedAt: 'last merged {time}',
  listSilent: 'Its list has not come to this phone yet',
  letterUnused: 'No phone took it',
  letterUnusedOf: 'Letter {letter}: no phone took it',
  letterDismissed: 'No longer waiting for phone {letter}. If it sends a list after all, that counts.',
  sameLetter:
    'Two phones have the letter {letter}. Equal numbers get “·2”. Change the letter so that later ones differ.',
  changeLetter: 'Change letter',
  letterChanged: 'From now on the numbers of this phone are {letter}01, {letter}02…',
  table: 'Table of this phone',

  atTable: 'table {table}, {name}',
  atHand: 'with {name}',
  calledTwice: 'Two phones called: {who}. Ask each other; whoever finishes presses Done.',
  numberOf: 'number of the phone of {name}',

  twinTitle: '{one} and {other}: one person?',
  twinText: '{name} was written down on the phone of {owner} at {time}.',
  twinSame: 'One person',
  twinDifferent: 'Two different people',
  saidSame: '{one} and {other} are one person: counted once',
  saidDifferent: '{one} and {other} are two different people',
  joinedRecords: 'One person, written down twice',
  joinedInto: 'New dossiers go on under {name}, written down earlier. Nothing here is lost.',
  joinedFrom: '{name}, written down on another phone, is this person too.',
  partRecords: 'Not the same person',
  parted: 'Two people again',

  lateTitle: {
    one: 'Written after closing: +{count} person, phone of {name}',
    other: 'Written after closing: +{count} people, phone of {name}',
  },
  lateText:
    'That phone did not know yet that the session was closed, or its list came late. It is in the figures below.',
  groupTitle: 'Text for the team’s group',
  groupHead: { one: '{place}, {day}: {count} person came.', other: '{place}, {day}: {count} people came.' },
  groupDone: { one: 'Done: {count} person.', other: 'Done: {count} people.' },
  groupDay: { one: 'To be seen {day}: {count} person', other: 'To be seen {day}: {count} people' },
  groupLeft: {
    one: 'Not done, no day yet: {count} person',
    other: 'Not done, no day yet: {count} people',
  },
  groupShare: 'Share',
  groupHint: 'Numbers, days and hamlets only. Nobody’s name.',
  groupCopy: 'Copy',
  groupCopied: 'Copied',
  groupByHand: 'This phone does not allow copying. Select the text above and copy it by hand.',

  sessionsTwin: 'Two sessions of one place and day',
  sessionsTwinText: '{place}: since {one}, {name}; and since {other}, {second}. Are they one session?',
  sessionsSame: 'One session',
  sessionsDifferent: 'Two different sessions',
  sessionsJoined: '{place}: the sessions since {one} and since {other} are one, counted together',
  sessionsPart: 'Part them',
} as const satisfies Translated<typeof source>;
