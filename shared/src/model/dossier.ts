/** A dossier from its first answer to its number: answers, papers, route, and where it lodges. Knows no procedure by name. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { actedBy, code, day, idValue, instant, line, longText, tally } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;
const teamAndOfficer = ['volunteer', 'teamLeader', 'officer'] as const;

export const routes = [
  'selfOwnPhone',
  'selfAtSession',
  'relative',
  'assistedAtCentre',
  'counter',
  'post',
  'authorisedForward',
  'policeInPerson',
] as const;
export type Route = (typeof routes)[number];

/** Routes whose pack goes to a configured portal (design: A-D as packs, G as direct acceptance). */
export const forwardedRoutes: readonly Route[] = [
  'selfOwnPhone',
  'selfAtSession',
  'relative',
  'assistedAtCentre',
  'authorisedForward',
];

const lodgingStates = ['awaitingCitizen', 'awaitingOffice', 'needsFix', 'needsPerson', 'lodged'] as const;

const recordedEvidence = ['officerEntered', 'citizenShown'] as const;
const lodgingEvidence = ['portalRead', ...recordedEvidence] as const;

/** A time in which the office had to wait. Entries are added and completed, never taken away: the official formula counts them. */
const pause = z.strictObject({
  /** 5: papers, 6: a fee, as the portal said; absent where only an officer here has asked. */
  status: z.optional(z.literal([5, 6])),
  /** Names the entry: since when by the portal's clock, else by the officer's. */
  askedAt: instant,
  /** The commune had from its own team what was asked for. */
  mendedAt: z.optional(instant),
  /** The portal had left that status, or another request took its place. */
  endedAt: z.optional(instant),
});
export type Pause = z.infer<typeof pause>;

/** What the server knows of the pack and its number; only the server writes it, from the portal or from a recorded number. */
const lodging = z.strictObject({
  state: z.enum(lodgingStates),
  at: instant,
  packNumber: z.optional(line),
  dossierNo: z.optional(line),
  evidence: z.optional(z.enum(lodgingEvidence)),
  by: z.optional(line),
  /** By whose word its number was known before it was read at the portal. */
  wordBefore: z.optional(
    z.strictObject({ evidence: z.enum(recordedEvidence), by: z.optional(line), at: instant }),
  ),
  /** Since when the portal, asked for a number that a person recorded, says that it has no such dossier. */
  notFoundAt: z.optional(instant),
  /** The exact field or paper to mend, with `needsFix`. */
  field: z.optional(line),
  document: z.optional(code),
  reason: z.optional(longText),
  /** Beside `consentWithdrawn`: why a person was to look before, and what has come of taking the pack back since. */
  doubts: z.optional(z.array(code)),
  /** Beside `consentWithdrawn`: when the portal said that the pack is taken back. Without it nobody has said so. */
  recalledAt: z.optional(instant),
  /** When it was asked for, by the clock of whoever asked: kept and shown, never compared. */
  askedAt: z.optional(instant),
  /** The officer who sent it back; absent where the portal asked. */
  askedBy: z.optional(line),
  /** By which day it is wanted, where the officer has named one. */
  due: z.optional(day),
  /** Of a lodged dossier: the commune has what was asked for since then. Goes with the next request. */
  mendedAt: z.optional(instant),
  /** One of the ten official statuses, as the portal last said, and since when by the portal's clock. */
  status: z.optional(tally),
  statusAt: z.optional(instant),
  /** When the portal was last read: what is shown is as old as this. */
  readAt: z.optional(instant),
  /** When its number was first known here: `at` moves on with what is asked for. */
  lodgedAt: z.optional(instant),
  /** When the receiving system accepted it, by the portal's clock; null while it is known not to be, absent where nobody has said. */
  acceptedAt: z.optional(z.nullable(instant)),
  /** In the order in which they began. */
  pauses: z.optional(z.array(pause)),
  /** The first end that the portal told of; 9 takes the place of another. */
  ended: z.optional(z.strictObject({ status: tally, at: instant })),
});
export type Lodging = z.infer<typeof lodging>;

/** A number that a person recorded may still be wrong, though the portal knows of it; the one that the portal gave to our pack is not. */
export function mayBeTakenAway({ evidence, wordBefore, packNumber }: Lodging): boolean {
  return evidence !== 'portalRead' || (wordBefore !== undefined && packNumber === undefined);
}

/** Why a person must look: the citizen took the yes back under which it was prepared. Finished again under a new yes it goes on. */
export const CONSENT_WITHDRAWN = 'consentWithdrawn';

export function isStoppedByWithdrawal(
  lodging: Pick<Lodging, 'state' | 'reason'> | null | undefined,
): boolean {
  return lodging?.state === 'needsPerson' && lodging.reason === CONSENT_WITHDRAWN;
}

/** An officer sends a dossier back: one thing to mend. The server reads the newest entry of an operation and writes `lodging`. */
const returned = z.strictObject({
  at: instant,
  /** The officer's name, as it is shown to the team. */
  by: line,
  /** What is wrong, as a sentence that stands after "Cần sửa:". */
  reason: z.string().check(z.minLength(1), z.maxLength(2_000)),
  /** Which preset phrase it was. */
  phrase: z.optional(code),
  /** At most one of the two: id of the form's field, or of its required document. */
  field: z.optional(code),
  document: z.optional(code),
  /** Until when it is wanted. */
  due: z.optional(day),
});
export type Returned = z.infer<typeof returned>;

/** Somebody has told the citizen this piece of news. */
const told = z.strictObject({ at: instant, by: line });
export type Told = z.infer<typeof told>;

/** A number as a person read it from a receipt: the server checks it, then writes `lodging`. */
const recordedNumber = z.strictObject({
  dossierNo: z.string().check(z.minLength(4), z.maxLength(60)),
  evidence: z.enum(recordedEvidence),
  formatKnown: z.boolean(),
  /** Read off the receipt's code, which misreads nothing; absent where a person typed it twice. */
  scanned: z.optional(z.boolean()),
  /** The day of lodging on the receipt, `yyyy-mm-dd`, where it is another than the day of recording. */
  lodgedOn: z.optional(day),
  by: line,
  at: instant,
});
export type RecordedNumber = z.infer<typeof recordedNumber>;

/** The due date as it stands on the official receipt. Entered again when the receiving system has set another one. */
const dueOnReceipt = z.strictObject({ day: day, by: line, at: instant });
export type DueOnReceipt = z.infer<typeof dueOnReceipt>;

/** What the officer saw happen at the desk, which no system tells: the result in the citizen's hand, status 9 recorded. */
const noted = z.strictObject({ at: instant, by: line });
export type NotedAtDesk = z.infer<typeof noted>;

/** The portal does not know this number, and somebody has compared it with the receipt: it is right. */
const numberChecked = z.strictObject({ dossierNo: line, by: line, at: instant });
export type NumberChecked = z.infer<typeof numberChecked>;

/** What a relative is to the citizen; forms that ask for the relation of the requester have the same words. */
export const kin = [
  'child',
  'spouse',
  'parent',
  'sibling',
  'grandparent',
  'grandchild',
  'authorised',
] as const;
export type Kin = (typeof kin)[number];

/** Who files on route C, and that they said yes themselves. */
const relative = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  kin: z.enum(kin),
  /** For the day of lodging; no number of theirs is kept, since their own account knows it. */
  phone: z.optional(z.string().check(z.regex(/^0\d{9,10}$/))),
  agreedAt: instant,
  /** What the citizen had answered to the question that is the relative's now: it comes back with the citizen. */
  before: z.optional(code),
});
export type Relative = z.infer<typeof relative>;

/** Sent again as it was: why, in the team's words, for the officer who asked. A citizen may be right. */
const mendNote = z.strictObject({
  /** The request, as `mends` names it. */
  answers: instant,
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  by: line,
});
export type MendNote = z.infer<typeof mendNote>;

/** Whole đồng. */
const dong = z.number().check(z.int(), z.gte(0), z.lte(1_000_000_000));
const answer = z.union([longText, z.boolean(), z.number()]);

export const dossier: Collection = {
  name: 'dossier',
  clear: ['citizen', 'session', 'procedure', 'finishedAt', 'route', 'reference'],
  paths: [
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'session', holds: idValue, writers: team },
    { path: 'procedure', holds: code, writers: team },
    { path: 'formVersion', holds: code, writers: team },
    { path: 'answers/*', holds: answer, writers: teamAndOfficer },
    /** Attachment id per required document, and one more per further page (`paper-pages.ts`); a retaken page is another attachment. */
    { path: 'papers/*', holds: idValue, writers: team },
    { path: 'papersNotNeeded/*', holds: code, writers: team },
    { path: 'actedBy/*', holds: actedBy, writers: team },
    { path: 'fee', holds: z.strictObject({ amount: z.nullable(dong), reason: longText }), writers: team },
    { path: 'route', holds: z.enum(routes), writers: teamAndOfficer },
    {
      path: 'appointment',
      holds: z.strictObject({ day: day, part: z.enum(['morning', 'afternoon']), place: line }),
      writers: teamAndOfficer,
    },
    { path: 'relative', holds: relative, writers: team },
    /** The number of the decision under which the team files, as it stands on its paper: `12/QĐ-UBND`. */
    { path: 'authorisation', holds: line, writers: team },
    /** Our reference at the portal, made on the device at finish: 80 random bits in base32 and a check letter. */
    { path: 'reference', holds: z.string().check(z.regex(/^[A-Z2-7]{17}$/)), writers: team },
    { path: 'begunAt', holds: instant, writers: team },
    { path: 'finishedAt', holds: instant, writers: team },
    /** Written with `finishedAt` when it is finished again: the request that was mended, by its `askedAt`, else by its `at`. */
    { path: 'mends', holds: instant, writers: team },
    /** The request for which something of what is lodged was changed, by its `askedAt`. */
    { path: 'changedFor', holds: instant, writers: team },
    { path: 'mendNote', holds: mendNote, writers: team },
    { path: 'recordedNumber', holds: recordedNumber, writers: teamAndOfficer },
    { path: 'numberChecked', holds: numberChecked, writers: teamAndOfficer },
    { path: 'dueOnReceipt', holds: dueOnReceipt, writers: teamAndOfficer },
    { path: 'handedOver', holds: noted, writers: ['officer'] },
    { path: 'closedOnSoftware', holds: noted, writers: ['officer'] },
    /** Append-only, by a random id. Taking an entry away again changes nothing: write it once it is meant. */
    { path: 'returned/*', holds: returned, writers: ['officer'] },
    /** By piece of news: `lodged-…`, `status9-…`; taken away again where it was a slip of the finger. */
    { path: 'told/*', holds: told, writers: teamAndOfficer },
    { path: 'officerNote', holds: longText, writers: ['officer'] },
    { path: 'lodging', holds: lodging, writers: ['server'] },
    /** What was known of numbers that the dossier has no more: comes back if one of them is recorded again. */
    { path: 'formerNumbers', holds: z.array(lodging), writers: ['server'] },
  ],
};
