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

const lodgingEvidence = ['portalRead', 'officerEntered', 'citizenShown'] as const;

/** What the server knows of the pack and its number; only the server writes it, from the portal or from a recorded number. */
const lodging = z.strictObject({
  state: z.enum(lodgingStates),
  at: instant,
  packNumber: z.optional(line),
  dossierNo: z.optional(line),
  evidence: z.optional(z.enum(lodgingEvidence)),
  by: z.optional(line),
  /** The exact field or paper to mend, with `needsFix`. */
  field: z.optional(line),
  document: z.optional(code),
  reason: z.optional(longText),
  /** One of the ten official statuses, as the portal last said. */
  status: z.optional(tally),
});
export type Lodging = z.infer<typeof lodging>;

/** A number as a person read it from a receipt: the server checks it, then writes `lodging`. */
const recordedNumber = z.strictObject({
  dossierNo: z.string().check(z.minLength(4), z.maxLength(60)),
  evidence: z.enum(['officerEntered', 'citizenShown']),
  formatKnown: z.boolean(),
  by: line,
  at: instant,
});
export type RecordedNumber = z.infer<typeof recordedNumber>;

/** Whole đồng. */
const dong = z.number().check(z.int(), z.gte(0), z.lte(1_000_000_000));
const answer = z.union([longText, z.boolean(), z.number()]);

export const dossier: Collection = {
  name: 'dossier',
  clear: ['citizen', 'session', 'procedure', 'finishedAt', 'route', 'appointment', 'reference'],
  paths: [
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'session', holds: idValue, writers: team },
    { path: 'procedure', holds: code, writers: team },
    { path: 'formVersion', holds: code, writers: team },
    { path: 'answers/*', holds: answer, writers: teamAndOfficer },
    /** Attachment id per required document; a retaken page is another attachment. */
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
    /** The number of the decision under which the team files, as it stands on its paper: `12/QĐ-UBND`. */
    { path: 'authorisation', holds: line, writers: team },
    /** Our reference at the portal, made on the device at finish: 80 random bits in base32 and a check letter. */
    { path: 'reference', holds: z.string().check(z.regex(/^[A-Z2-7]{17}$/)), writers: team },
    { path: 'finishedAt', holds: instant, writers: team },
    { path: 'recordedNumber', holds: recordedNumber, writers: teamAndOfficer },
    { path: 'officerNote', holds: longText, writers: ['officer'] },
    { path: 'lodging', holds: lodging, writers: ['server'] },
  ],
};
