/** A citizen who said yes: what the card says and how to reach them; and the consent itself. Holds no secret of theirs, ever. */
import * as z from 'zod/mini';
import type { Collection } from './collection.ts';
import { code, day, idValue, instant, line, longText, partialDay, sameAnswer } from './field-kinds.ts';

const team = ['volunteer', 'teamLeader'] as const;
const teamAndOfficer = ['volunteer', 'teamLeader', 'officer'] as const;

export const citizen: Collection = {
  name: 'citizen',
  clear: ['session'],
  paths: [
    { path: 'session', holds: idValue, writers: team },
    { path: 'fullName', holds: line, writers: teamAndOfficer },
    { path: 'nameNeedsCheck', holds: z.boolean(), writers: teamAndOfficer },
    { path: 'personalId', holds: z.string().check(z.regex(/^\d{12}$/)), writers: teamAndOfficer },
    { path: 'oldIdNumber', holds: z.string().check(z.regex(/^(\d{9}|\d{12})$/)), writers: teamAndOfficer },
    { path: 'dateOfBirth', holds: partialDay, writers: teamAndOfficer },
    { path: 'sex', holds: z.enum(['female', 'male']), writers: teamAndOfficer },
    { path: 'residenceAsPrinted', holds: longText, writers: teamAndOfficer },
    { path: 'hamlet', holds: line, writers: teamAndOfficer },
    { path: 'issueDate', holds: day, writers: teamAndOfficer },
    { path: 'idDocType', holds: z.enum(['CCCD', 'CC']), writers: teamAndOfficer },
    { path: 'phone', holds: z.string().check(z.regex(/^0\d{9,10}$/)), writers: teamAndOfficer },
    { path: 'phoneOwner', holds: z.enum(['self', 'relative', 'none']), writers: teamAndOfficer },
    { path: 'enteredBy', holds: z.enum(['card', 'hand']), writers: team },
    /** HMAC-SHA-256 of the number under the commune's key: equal keys are one person. */
    { path: 'matchKey', holds: code, writers: team },
    /** Keyed by the other record: whether somebody took both for one person. Nothing of either is lost. */
    { path: 'sameAs/*', holds: sameAnswer, writers: team },
  ],
};

export const consentPurposes = ['prepare', 'policeReferral', 'authorisedFiling', 'keepPapers'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consent: Collection = {
  name: 'consent',
  clear: ['citizen', 'session', 'at'],
  paths: [
    { path: 'citizen', holds: idValue, writers: team },
    { path: 'session', holds: idValue, writers: team },
    {
      path: 'purposes',
      holds: z.array(z.enum(consentPurposes)).check(z.minLength(1), z.maxLength(4)),
      writers: team,
    },
    { path: 'textVersion', holds: code, writers: team },
    { path: 'textHash', holds: code, writers: team },
    { path: 'language', holds: code, writers: team },
    { path: 'method', holds: z.enum(['spoken', 'thumb', 'relative']), writers: team },
    { path: 'witness', holds: line, writers: team },
    { path: 'helper', holds: line, writers: team },
    { path: 'at', holds: instant, writers: team },
    { path: 'withdrawnAt', holds: instant, writers: teamAndOfficer },
    /** With the purpose `policeReferral`: the record that the office may see for as long as this yes stands. */
    { path: 'referral', holds: idValue, writers: team },
  ],
};
