/** English for vi/help.ts. */
import type { Translated } from '../message-types.ts';
import type { help as source } from '../vi/help.ts';

export const help = {
  today: 'What was begun, what is due and whom to tell today.',
  sessions: 'Open a new session, or go back into one.',
  session: 'Count who comes, write down who needs help, call by number.',
  planSession: 'A session that is to come. The team sees it when there is signal; open it from Today.',
  joinSession: 'Several phones write one session together, without signal.',
  mergeLists: 'Adds up the lists of two phones without signal.',
  people: 'Whoever was written down. Press a person to go on.',
  person: 'Consent, account, dossiers and slip of one person.',
  newPerson: 'Ask first, then read the card.',
  account: 'One question at a time. Let them press.',
  slip: 'The paper to take home: what was done, what comes next, whom to call.',
  lookup: 'Type everyday words to find a procedure.',
  procedure: 'Which papers, how long, what it costs.',
  dossiers: 'All dossiers of the team and where each stands.',
  appointments: 'Who is to come, on which day and where.',
  dossier: 'Go through the four parts, then press Finish.',
  form: 'Everything is saved as you type.',
  route: 'Where it is lodged, on whose phone, on which day.',
  copyCard: 'Copy box by box, in the order of the national portal.',
  signOut: 'Sign out first, so that the next person is not in the wrong account.',
  custody: 'Where each piece of work is: on this phone, at the commune, or lodged.',
  log: 'Read each session, then approve it or send it back. No citizen is named.',
  logDetail: 'How this session went, in counts.',
  teams: 'Invite people, approve phones, withdraw a lost one.',
  police:
    'People who agreed to the police being told: print the list, hand it over, then tick it so that the team knows.',
  desk: 'What the teams have sent: open it, look, record the number or send it back.',
  pack: 'What is prepared, what is missing, how it is lodged.',
} as const satisfies Translated<typeof source>;
