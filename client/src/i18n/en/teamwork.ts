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
  machinesHint:
    'Lists join by themselves when there is signal; without it, merge by QR code. Nobody overwrites anybody.',
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

  merge: 'Merge by QR code',
  mergeWay: 'Which phone scans which',
  mergeShow: 'Show code',
  mergeScan: 'Scan code',
  mergeShowHow:
    'On the other phone: open this session, press the line of phones, Merge by QR code, Scan code. No signal needed.',
  mergeCode: {
    one: 'List of phone {letter}: {count} person, at {time}',
    other: 'List of phone {letter}: {count} people, at {time}',
  },
  mergeHolds:
    'The code holds queue numbers, who waits and who is done, and sums. Nobody’s name. After writing more, open this again for a new code.',
  mergeCopied: 'Copied. Paste it into “Paste the other phone’s code” on the other phone.',
  'mergeNone.noList': 'This phone has written nothing in this session: there is nothing to merge yet.',
  'mergeNone.unsaved':
    'The list could not be saved on this phone, so no code is shown. See the bar at the top.',
  mergeCamera: 'Camera for scanning the code of the other phone',
  mergeScanHow:
    'On the other phone: press the line of phones, Merge by QR code, and hold its code in this frame.',
  mergePaste: 'Paste the other phone’s code',
  mergePasteHint:
    'If it cannot be scanned, ask the other phone to press Copy the code and send it; paste the whole line here.',
  mergeByCode: 'Merge by this code',
  mergeNow: 'Merge into the session',
  merged: {
    one: 'Merged phone {letter}: {count} person, at {time}',
    other: 'Merged phone {letter}: {count} people, at {time}',
  },
  mergeTotal: {
    one: 'Whole session: {count} person · {waiting} waiting · {inHand} being helped · {done} done',
    other: 'Whole session: {count} people · {waiting} waiting · {inHand} being helped · {done} done',
  },
  mergeUntil:
    'Figures by the code. With signal the commune merges person by person; only then is somebody written on both phones counted once.',
  mergeUnkept: 'The code of phone {letter} could not be kept. Once this phone locks, scan it again.',
  mergeBack: 'Let the other phone scan',
  'mergeRefused.title': 'Not merged',
  'mergeRefused.strange':
    'This is no code for merging. On the other phone press the line of phones, then Merge by QR code.',
  'mergeRefused.broken':
    'Part of the code is missing or wrong. Scan again, or copy the whole line and paste it.',
  'mergeRefused.newer':
    'The other phone has a newer version. Update this one where there is signal, then scan again.',
  'mergeRefused.joining':
    'This code is for joining. On the other phone press the line of phones, then Merge by QR code.',
  'mergeRefused.otherSession':
    'This code is of another session. Both phones must be in one session: join it by its code first, then merge.',
  'mergeRefused.own': 'This is this phone’s own code. Scan the one on the other phone.',
  'mergeRefused.older':
    'This code is older than the one merged from phone {letter} at {time}. Ask the other phone to open Merge by QR code again.',
  'mergeRefused.arrived':
    'The list of phone {letter} has come through the commune with all of this. Nothing to merge.',
  fromCode: '+{count} by the code of phone {letter} at {time}',
  listTold: {
    one: '{count} person, by the code of phone {letter} at {time}',
    other: '{count} people, by the code of phone {letter} at {time}',
  },
  machinesTold: { one: '{count} phone · by code {time}', other: '{count} phones · by code {time}' },
  machineUnnamed: 'Phone with letter {letter}',
  toldNumber: 'Number of phone {letter}',
  calledThere: 'Called on phone {letter}',
  toldBy: 'by the code of phone {letter} at {time}',
  toldTable: 'table {table}',

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
  groupPolice: {
    one: 'At the commune police {day}: {count} person',
    other: 'At the commune police {day}: {count} people',
  },
  groupLeft: {
    one: 'Not done, no day yet: {count} person',
    other: 'Not done, no day yet: {count} people',
  },
  groupShare: 'Share',
  groupTold: 'Phone {letter}: figures by its code at {time}, no appointments yet.',
  groupSilent: 'Without the figures of phone {letter}.',
  groupAtHome: 'At a home in {hamlet}',
  groupAtSomeHome: 'At a home',
  groupHint: 'Numbers, days and the place only. The place is as the team wrote it: see that it names nobody.',
  groupCopy: 'Copy',
  groupCopied: 'Copied',
  groupByHand: 'This phone does not allow copying. Select the text above and copy it by hand.',

  pictureTitle: 'Picture for the Zalo group',
  pictureHolds:
    'Only how many came, how many are done, and the days agreed. Drawn on this phone, without signal.',
  pictureFaces:
    'Before you post a photograph, ask whoever is to be seen on it. No card, paper or screen may be in it.',
  pictureShare: 'Share picture',
  pictureSave: 'Save picture',
  pictureSaved: 'The picture is in the downloads of this phone.',
  pictureFailed: 'No picture could be made. Try again, or send the text below.',
  pictureFile: 'help-session',
  pictureDone: 'done',
  pictureNext: 'To be seen again',
  pictureDay: { one: '{day}: {count} person', other: '{day}: {count} people' },
  pictureSource: 'As counted by the team, at {time}.',

  sessionsTwin: 'Two sessions of one place and day',
  sessionsTwinText: '{place}: since {one}, {name}; and since {other}, {second}. Are they one session?',
  sessionsSame: 'One session',
  sessionsDifferent: 'Two different sessions',
  sessionsJoined: '{place}: the sessions since {one} and since {other} are one, counted together',
  sessionsPart: 'Part them',
} as const satisfies Translated<typeof source>;
