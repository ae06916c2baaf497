/** What the forwarder and a provincial portal say to each other, as JSON. Knows no transport and decides nothing. */
import * as z from 'zod/mini';
import { kin } from '../model/dossier.ts';
import { DOSSIER_STATUSES, type DossierStatusCode as StatusCode } from '../model/dossier-status.ts';

const line = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const PORTAL_LIMITS = {
  jsonBytes: 1024 * 1024,
  documentBytes: 12 * 1024 * 1024,
  documentsPerPack: 40,
  rowsPerSearch: 50,
} as const;

/** Routes on which a portal is given the pack; on the others nothing of ours travels to it. */
export const PACK_ROUTES = [
  'selfOwnPhone',
  'selfAtSession',
  'relative',
  'assistedAtCentre',
  'authorisedForward',
] as const;
export type PackRoute = (typeof PACK_ROUTES)[number];

/**
 * What a portal offers against being told twice: A an idempotency key (our reference), B a search by our reference,
 * C a search by citizen and date only, D nothing.
 */
export const PORTAL_CLASSES = ['A', 'B', 'C', 'D'] as const;
export type PortalClass = (typeof PORTAL_CLASSES)[number];

/** Twelve digits; the portal refuses anything else by name, so the shape here stays wide. */
const personalId = z.string().check(z.maxLength(20));
const person = {
  fullName: line(200),
  /** ISO date, or as much of it as the card says. */
  dateOfBirth: z.exactOptional(line(10)),
  phone: z.exactOptional(line(20)),
  residence: z.exactOptional(line(400)),
};

/** Người nộp. Of a relative (route C) only what they are to the owner travels with the name: their own account knows the rest. */
export const PackSubmitter = z.object({
  ...person,
  personalId: z.exactOptional(personalId),
  relation: z.exactOptional(z.enum(kin)),
});
export type PackSubmitter = z.infer<typeof PackSubmitter>;

/** Chủ hồ sơ, where somebody else files. */
export const PackOwner = z.object({ ...person, personalId });
export type PackOwner = z.infer<typeof PackOwner>;

export const PackDocument = z.object({
  id: line(64),
  title: line(300),
  /** Lower-case hex; names the bytes that were uploaded before the pack. */
  sha256: sha256Hex,
  size: z.int().check(z.minimum(1), z.maximum(PORTAL_LIMITS.documentBytes)),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  /** The id of the required document that this paper answers; without it the title is compared. */
  requirement: z.exactOptional(line(64)),
});
export type PackDocument = z.infer<typeof PackDocument>;

/** `POST /packs`. A decision number travels only on route `authorisedForward`, an owner only on route `relative`. */
export const PackRequest = z.object({
  reference: line(64).check(z.regex(/^[A-Za-z0-9_-]+$/)),
  procedureCode: line(40),
  submitter: PackSubmitter,
  owner: z.exactOptional(PackOwner),
  answers: z.record(z.string().check(z.maxLength(100)), z.json()),
  documents: z.array(PackDocument).check(z.maxLength(PORTAL_LIMITS.documentsPerPack)),
  route: z.enum(PACK_ROUTES),
  payloadHash: line(128).check(z.minLength(16)),
  authorisation: z.exactOptional(z.object({ decisionNumber: line(80), procedureCode: line(40) })),
});
export type PackRequest = z.infer<typeof PackRequest>;

/** Issued by the receiving system alone; kept as it came. */
const PortalNumber = line(64);

/** A pack as the portal states it: the answer to `POST /packs`, `GET /packs/{no}`, confirm and withdraw. */
export const PackReply = z.discriminatedUnion('status', [
  z.object({ status: z.literal('awaitingCitizen'), packNumber: PortalNumber, reference: line(64) }),
  z.object({
    status: z.literal('lodged'),
    packNumber: PortalNumber,
    reference: line(64),
    dossierNumber: PortalNumber,
  }),
  z.object({ status: z.literal('withdrawn'), packNumber: PortalNumber, reference: line(64) }),
]);
export type PackReply = z.infer<typeof PackReply>;

/** `GET /packs?reference=`, oldest first. More than one row for a reference means that a person has to look. */
export const PackSearchReply = z.object({
  packs: z.array(PackReply).check(z.maxLength(PORTAL_LIMITS.rowsPerSearch)),
});
export type PackSearchReply = z.infer<typeof PackSearchReply>;

/** `POST /packs/search` of class C: in a body, since a personal number does not belong in an address. Day as YYYY-MM-DD. */
export const CitizenSearchRequest = z.object({
  personalId: z.string().check(z.regex(/^\d{12}$/)),
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type CitizenSearchRequest = z.infer<typeof CitizenSearchRequest>;

/** Rows without our reference: which of them is ours cannot be known from the reply. */
export const CitizenSearchReply = z.object({
  packs: z
    .array(
      z.object({
        packNumber: PortalNumber,
        procedureCode: line(40),
        status: z.enum(['awaitingCitizen', 'lodged', 'withdrawn']),
        dossierNumber: z.exactOptional(PortalNumber),
      }),
    )
    .check(z.maxLength(PORTAL_LIMITS.rowsPerSearch)),
});
export type CitizenSearchReply = z.infer<typeof CitizenSearchReply>;

/** `PUT /documents/{sha256}`: the same bytes again give the same answer. */
export const DocumentReply = z.object({ sha256: sha256Hex, size: z.int() });
export type DocumentReply = z.infer<typeof DocumentReply>;

/** `POST /packs/{no}/confirm`: in the twin, the stand-in for the citizen's own act in VNeID. */
export const ConfirmRequest = z.object({ by: z.literal('citizen') });

const statusCodes = DOSSIER_STATUSES.map((row) => row.code) as [StatusCode, ...StatusCode[]];
const DossierStatusCode = z.literal(statusCodes);

/** What the one-stop asks to complete: its text, and the field or paper that it is about where it says so. */
export const Supplement = z.object({
  text: line(2000),
  field: z.exactOptional(line(100)),
  document: z.exactOptional(line(64)),
});
export type Supplement = z.infer<typeof Supplement>;

/** `GET /dossiers/{number}`. Instants are milliseconds since 1970, by the portal's clock. */
export const DossierStatus = z.object({
  dossierNumber: PortalNumber,
  status: DossierStatusCode,
  changedAt: z.int(),
  supplement: z.exactOptional(Supplement),
  /** Which procedure it is, where the portal says so: a number that was misread may be another dossier's. */
  procedureCode: z.exactOptional(line(40)),
});
export type DossierStatus = z.infer<typeof DossierStatus>;

/** `POST /officer/dossiers/{number}/status`, the test face's stand-in for the one-stop. State 5 needs a supplement. */
export const StatusMoveRequest = z.object({
  status: DossierStatusCode,
  supplement: z.exactOptional(Supplement),
});
export type StatusMoveRequest = z.infer<typeof StatusMoveRequest>;

/** The codes that the twin gives. A reader keeps an unknown one: the list of a real portal is its own. */
export type RefusalCode =
  | 'authorisationUnknown'
  | 'documentMissing'
  | 'documentRequired'
  | 'fieldInvalid'
  | 'ownerMissing'
  | 'ownerUnexpected'
  | 'personalIdInvalid'
  | 'procedureUnknown'
  | 'referenceMissing'
  | 'relationMissing'
  | 'submitterIsOwner'
  | 'supplementNeeded'
  | 'turnedAway';

/** HTTP 422, the only definite refusal: nothing happened, and it says what to mend. `reason` is shown, never compared. */
export const Refusal = z.object({
  type: z.literal('refused'),
  code: line(64),
  field: z.exactOptional(line(200)),
  document: z.exactOptional(line(300)),
  reason: line(2000),
});
export type Refusal = z.infer<typeof Refusal>;

/** Every other answer that is not the thing asked for, and its HTTP status. */
export const PORTAL_PROBLEMS = {
  malformed: 400,
  sessionExpired: 401,
  notFound: 404,
  notOffered: 404,
  lodged: 409,
  withdrawn: 409,
  referenceUsed: 409,
  moveNotAllowed: 409,
  tooLarge: 413,
  wrongType: 415,
  rateLimited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type PortalProblemType = keyof typeof PORTAL_PROBLEMS;

const problemTypes = Object.keys(PORTAL_PROBLEMS) as [PortalProblemType, ...PortalProblemType[]];

/** `lodged` carries the number of the dossier that a pack has become, so that a late withdrawal learns it. */
export const PortalProblem = z.object({
  type: z.enum(problemTypes),
  dossierNumber: z.exactOptional(PortalNumber),
  packNumber: z.exactOptional(PortalNumber),
});
export type PortalProblem = z.infer<typeof PortalProblem>;
