/** English for vi/today.ts. */
import type { Translated } from '../message-types.ts';
import type { today as source } from '../vi/today.ts';

export const today = {
  title: 'Today',
  greeting: 'Hello {name}',
  unfinished: 'Unfinished',
  agenda: 'Today',
  plan: '{time} · Session at {place}',
  planTeam: { one: 'team of {count}', other: 'team of {count}' },
  planPeople: { one: 'about {count} person', other: 'about {count} people' },
  tellPeople: 'News to pass on ({count})',
  told: 'Told',
  toldFor: '{name} was told',
  toldNotice: 'Noted: {name} was told.',
  toldAt: 'Told {when} · {name}',
  empty: 'Nothing planned today',
  emptyHint:
    'Open a session when people come together. From door to door, visit houses. To help one person, press + and choose New person.',
  openSession: 'Open a session',
  visitHouses: 'Visit houses',
  enterSession: 'Go to the session',
  sentBack: 'The commune sent the session of {day} back',
  mendSession: 'Look and answer',
  asked: '{name} asks about the session of {day}',
  askedNext: '{name} asks the team for a session',
  answerAsked: 'Look and answer',
  sessionOpen: 'Session open · since {time}',
  sessionOpenSince: 'Session not closed · since {time}, {day}',
  sessionDay: 'Session on {day}',
  draft: 'Dossier being prepared',
  appointmentWith: 'Appointment: {name}',
  account: 'Go on with the account',
  overdue: 'Missed on {day}',
  thisDay: 'today',
  morning: 'morning',
  afternoon: 'afternoon',

  'news.mend': '{name}: to mend, {reason}',
  'news.rejected': '{name}: the dossier was not accepted',
  'news.stopped': '{name}: the dossier was stopped',
  'news.payment': '{name}: a fee is to be paid',
  'news.result': '{name}: the result is ready',
  'news.lodged': '{name}: lodged, number {number}',
  'say.mend':
    'Their own phone. Say: one thing in the dossier is to be mended; agree on a visit, or on the paper being brought.',
  'say.rejected':
    'Their own phone. Say: the dossier was not taken; the team asks why and comes by to explain.',
  'say.stopped': 'Their own phone. Say: the dossier was stopped; the team asks why and comes by to explain.',
  'say.payment':
    'Their own phone. Say: pay on the portal or at the desk. The team takes no money and no transfer.',
  'say.result': 'Their own phone. Say: the result is ready; please fetch it, with identity card and receipt.',
  'say.lodged': 'Their own phone. Say: the dossier is lodged; read out the number if they want to note it.',
  'say.relative': 'A relative may answer. Only ask to be called back; do not say what it is about.',
  callRule:
    'Give your name and your team’s. Read out no identity number; ask for no password and no one-time code.',
  noPhone: 'No telephone number: go and tell them.',

  undated: 'Still to do, no day yet ({count})',
  undatedAll: 'See all {count} people',

  seeTomorrow: 'To be seen tomorrow:',
  nobodyTomorrow: 'Nobody is to be seen tomorrow.',

  appointmentsTitle: 'Agreed days',
  appointmentsEmpty: 'No day agreed yet',
  appointmentsEmptyText: 'Agree on a day when choosing who lodges, or at the end of the account guide.',
  chooseAppointment: 'Choose one to see it',
  appointmentDetail: 'The chosen appointment',
  openAccount: 'Open the account guide',
  past: 'Missed',
} as const satisfies Translated<typeof source>;
