/** English for vi/administration.ts. */
import type { Translated } from '../message-types.ts';
import type { administration as source } from '../vi/administration.ts';

export const administration = {
  title: 'Teams & phones',
  invite: 'Invite somebody',
  approveDevice: 'Approve phone',

  'group.waiting': 'Phones to approve',
  'group.approved': 'Phones in use',
  'group.revoked': 'Withdrawn phones',
  empty: 'No phone of a team yet',
  emptyHint: 'Invite people one by one: their phones appear here to be approved.',

  words: 'These four words must be the same on the other screen',
  wordsHint: 'Ask the person to read them aloud. Approve only if all four agree.',
  held: {
    one: '{count} sealed entry of this phone is kept; approval takes it in.',
    other: '{count} sealed entries of this phone are kept; approval takes them in.',
  },
  heldNone: 'This phone has not sent any work yet.',
  forked: 'There are two copies of this phone: nothing more is taken from it. See whoever holds it.',
  enrolledAt: 'Code entered at {when}',
  lastSeen: 'Last heard of {when}',
  neverSeen: 'Never heard of',
  thisDevice: 'this device',
  allArrived: 'All arrived',
  notArrived: {
    one: '{count} entry has not arrived, {age} old',
    other: '{count} entries have not arrived, the oldest {age} old',
  },
  'age.days': { one: '{count} day', other: '{count} days' },
  'age.hours': { one: '{count} hour', other: '{count} hours' },
  'age.minutes': { one: '{count} minute', other: '{count} minutes' },

  'loss.title': 'Work that has not reached the commune',
  'loss.row': {
    one: 'Phone of {name}: {count} entry has not arrived, {age} old',
    other: 'Phone of {name}: {count} entries have not arrived, the oldest {age} old',
  },
  'loss.hint':
    'Ask for the phone to be brought to where there is signal. If it is lost, withdraw it; what has not arrived may be gone.',

  approved: 'The phone of {name} is approved',
  revoke: 'Withdraw',
  refuse: 'Not a phone of ours',
  'revoke.title': 'Withdraw this phone?',
  'revoke.text':
    '{name} · {device}. From now on it gets nothing more from the commune. Names and dossiers that are on it can still be read by whoever knows its PIN. Work sealed on it can still arrive and is kept apart. To be used again it needs a new invitation.',
  'revoke.missing': {
    one: '{count} entry has not reached the commune.',
    other: '{count} entries have not reached the commune.',
  },
  revoked: 'The phone of {name} is withdrawn',

  'decision.title': 'Decisions that let the team file for citizens',
  'decision.none': 'None yet. Without one nobody is offered it, and the commune refuses it.',
  'decision.enter': 'Enter a decision',
  'decision.text': 'Write it as it stands on the paper. The entry goes into the audit log.',
  'decision.number': 'Number of the decision',
  'decision.numberHint': 'For example 12/QĐ-UBND. The same number again replaces what was entered.',
  'decision.signer': 'Signed by',
  'decision.from': 'In force from',
  'decision.to': 'Last day',
  'decision.toHint': 'Leave empty: until another decision.',
  'decision.procedures': 'May be filed for citizens',
  'decision.save': 'Save the decision',
  'decision.entered': '{number} is entered. The team’s phones know it when they next have signal.',
  'decision.since': 'from {from}',
  'decision.between': 'from {from} to {to}',
  'decision.gap.decisionNumber': 'Write the number of the decision.',
  'decision.gap.signer': 'Write who signed it.',
  'decision.gap.from': 'Day, month and year are all needed.',
  'decision.gap.to': 'The last day must be a day, and not before the first.',
  'decision.gap.procedures': 'Choose at least one procedure that the decision names.',

  'invite.title': 'Invite somebody',
  'invite.role': 'Role',
  'invite.name': 'Full name',
  'invite.nameMissing': 'Write the name of whom you invite.',
  'invite.hamlet': 'Hamlet',
  'invite.hamletHint': 'People of one hamlet are a team and see each other’s work.',
  'invite.hamletMissing': 'Write the hamlet, so that they join the right team.',
  'invite.lasts': 'How long the code is good',
  'invite.screen': 'Sitting here · 10 minutes',
  'invite.named': 'To be handed over · 7 days',
  'invite.make': 'Make the code',
  'invite.codeTitle': 'Code for {name}',
  'invite.until': 'Good once, until {when}',
  'invite.how': 'Scan the square with the camera of the phone, or open {address} and type the code.',
  'invite.qr': 'Square that opens Gõ Cửa with this code',
  'invite.next': 'After the code the phone shows four words; come back to this page to approve it.',
  'invite.another': 'Invite somebody else',
  'role.volunteer': 'Team member',
  'role.teamLeader': 'Team leader',
  'role.officer': 'One-stop officer',
  'role.head': 'Commune head',
  'role.administrator': 'Administrator',

  'backup.good': 'Last backup {when}',
  'backup.none': 'There is no backup yet',
  'backup.noneText':
    'The phones keep their originals until there is one. Ask your technician to set a place for backups.',
  'backup.sameDisk': 'The backup lies on the same disk as the data',
  'backup.sameDiskText':
    'If the disk fails, both are gone. Ask your technician to move it to another disk. Last backup {when}.',

  needSignal: 'This needs signal. Nothing was changed; try again when there is some.',
  oldList: 'A new list could not be fetched. This is the last one; approving and inviting need signal.',
  noList: 'No list on this device yet',
  noListHint: 'Signal is needed once to fetch the list of phones.',
} as const satisfies Translated<typeof source>;
