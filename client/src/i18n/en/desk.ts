/** English for vi/desk.ts. */
import type { Translated } from '../message-types.ts';
import type { desk as source } from '../vi/desk.ts';

export const desk = {
  title: 'To handle',
  lodgedAlready: 'Lodged online already?',
  one: 'One dossier',
  back: 'List',

  'search.label': 'Scan the slip, type a code or a name',
  'search.none': 'Not in the list: “{text}”',
  'search.noneHint':
    'The team’s phone may not have sent it yet. Ask who helped, or receive the person as usual.',

  'group.act': 'For an officer to look at',
  'group.today': 'Appointments today',
  'group.office': 'Waiting for the one-stop office',
  'group.citizen': 'Waiting for the citizen',
  'group.done': 'Lodged, latest first',
  empty: 'No dossier yet',
  emptyHint: 'A dossier appears here when a team has finished it and the phone has sent it.',
  choose: 'Choose a dossier to open',
  chooseHint: 'Or scan the code on the citizen’s slip.',
  unknownProcedure: 'Procedure {code}',
  noName: 'Name not known',

  'badge.morning': 'This morning',
  'badge.afternoon': 'This afternoon',
  'badge.refused': 'Number used twice',
  'badge.needsFix': 'Team is mending',
  'badge.needsPerson': 'To look at',
  'badge.awaitingOffice': 'To receive',
  'badge.awaitingCitizen': 'With the citizen',
  'badge.finished': 'Prepared',
  'badge.recorded': 'Recorded · on its way',
  'badge.lodged': 'Lodged',

  'papers.ready': 'papers complete',
  'papers.missing': { one: '{count} paper missing', other: '{count} papers missing' },
  'papers.none': 'no papers needed',

  'answer.lodged': 'Yes. Number {number}',
  'answer.lodgedDirect': 'Received on paper. Number {number}',
  'answer.recorded': 'Number {number} recorded',
  'answer.recordedText': 'It is on this device; it counts as lodged once the commune has it.',
  'answer.awaitingCitizen': 'No. Waiting for the citizen',
  'answer.awaitingCitizenText':
    'The pack is at the public service portal; the citizen files it with their own VNeID.',
  'answer.awaitingCitizenPack': 'Pack number: {number}.',
  'answer.awaitingOffice': 'Not lodged',
  'answer.awaitingOfficeText': 'Waiting for the one-stop office. Record the number below once it is lodged.',
  'answer.needsFix': 'No. The team is mending it',
  'answer.needsPerson': 'Not clear: for an officer to look at',
  'answer.finished': 'No',
  'answer.finishedText':
    'The team has finished it and nobody has taken it yet. If the citizen has a receipt, record its number below.',
  'answer.refused': 'Number {number} could not be recorded',
  'answer.by': 'Recorded by {name}',
  'answer.direct': 'Handed in on paper: it counts as direct, not as online.',

  'reason.twoNumbers':
    'There are two different numbers for this dossier. Look at the receipt and record the right one.',
  'reason.numberTakenAway':
    'The number recorded before was taken away. Look at the receipt and record it again.',
  'reason.numberOfAnother':
    'The number that the portal returned belongs to another dossier. Compare the two and record the right one.',
  'reason.referenceSpent':
    'This pack was withdrawn from the portal. Ask the team to finish it again, or lodge it here.',
  'reason.notAuthorised': 'No authorisation is in force. Choose another way with the citizen.',
  'reason.notSearchable':
    'It was sent but cannot be asked about. Look at the portal: if it is there, record the number.',
  'reason.severalPacks': 'The portal has several packs alike. Look there which one is right.',
  'reason.tooManyTries':
    'Sending failed many times. Look at the portal: if it is there, record the number; if not, lodge it here.',
  'reason.withdrawnAtPortal': 'The pack was withdrawn at the portal. Ask whether the citizen still wants it.',
  'reason.packVanished': 'The portal no longer has this pack. Ask the citizen, or lodge it here.',
  'reason.other': 'Look at the dossier and ask the citizen.',
  refusedBecause:
    'This number is recorded for another dossier: {holder}. Look at the receipt and record it again.',
  refusedUnknown:
    'This number is recorded for another dossier of the commune. Look at the receipt and record it again.',

  'earlier.title': 'This person has lodged this procedure before',
  'earlier.text': 'Number {number}, {when}. Ask before lodging it again.',
  'earlier.open': 'Open the earlier one',

  who: 'Who lodges',
  whoUnknown: 'No way has been chosen.',
  appointment: 'Appointment {day}, {part}',
  'part.morning': 'morning',
  'part.afternoon': 'afternoon',
  citizenPhone: 'Telephone',
  reference: 'Slip code',

  copyCard: 'Copy card',
  copyHint: 'Enter or press: copies and moves on. In the portal’s own order.',
  copyRow: 'Copy {label}',
  copied: 'Copied: {label}',
  copyRefused: 'The browser refuses to copy. Select it and press Ctrl+C.',
  copyEmpty: 'The portal knows it all: nothing to type.',
  screen: 'Screen {screen}',
  wholeForm: 'The whole form',
  wholeHint:
    'On paper or under an authorisation: with the boxes that the portal would fill in by itself. Enter or press to copy.',
  missing: 'not filled in',

  papers: 'Papers',
  noPapers: 'This dossier needs no papers.',
  'paper.view': 'View',
  'paper.viewOf': 'View {label}',
  'paper.missing': 'missing',
  'paper.optional': 'missing, not required',
  'paper.notNeeded.inVault': 'not needed: in the citizen’s data vault',
  'paper.notNeeded.officeLooksUp': 'the commune looks it up',
  'paper.notNeeded.ownCamera': 'the citizen photographs it when lodging',
  'paper.notNeeded.bringPaper': 'the citizen brings the paper',
  'paper.notNeeded.other': 'not needed',
  'paper.here': 'photographed',
  'paper.fetching': 'Fetching it from the commune…',
  'paper.locked': 'The photo is sealed: it can be seen with signal only.',
  'paper.note': 'To look at only, not kept on this device. The commune records who has looked.',
  'paper.openPdf': 'Open the PDF',

  'number.title': 'Record the number on the receipt',
  'number.first': 'Dossier number',
  'number.hint': 'Scan the barcode on the receipt, or type it twice.',
  'number.again': 'Type it once more',
  'number.record': 'Record',
  'number.scanned': 'Scanned {number}. If it is what the paper says, press Record.',
  'number.unusual':
    'This does not look like a usual number (H57.13-261122-0003). Look again; if it is right, record it.',
  'number.fault.empty': 'Scan or type the number on the receipt.',
  'number.fault.tooShort': 'Too short: look at the receipt.',
  'number.fault.tooLong': 'Too long: look at the receipt.',
  'number.fault.againEmpty': 'Type it once more to be sure.',
  'number.fault.differs': 'The two differ. Compare letter by letter with the receipt.',
  'number.fault.taken': 'This number is recorded for another dossier: {holder}. Look at the receipt.',
  'number.recorded': 'Number {number} recorded ✓ on this device',
  'number.takeAway': 'Wrong: take this number away',
  'number.takenAway': 'Number {number} taken away',
} as const satisfies Translated<typeof source>;
