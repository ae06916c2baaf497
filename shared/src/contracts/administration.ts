/** The office's own requests: invitations, devices, approval and revocation, authorisations. Signed with the read key; JSON answers. */
import * as z from 'zod/mini';
import { isId } from '../ids.ts';
import { calendarFields } from './enrolment.ts';
import { isOfTeam, roles } from '../model/collection.ts';
import { code, day } from '../model/field-kinds.ts';

const idText = z.custom<string>(isId);
const line = z.string().check(z.minLength(1), z.maxLength(120));

const invitationFields = z.object({
  role: z.enum(roles),
  name: line,
  hamlet: z.nullable(z.string().check(z.maxLength(120))),
  /** On a screen: 10 minutes; made for a named person: 7 days. */
  lasts: z.enum(['screen', 'named']),
});

/** A team is the people of one hamlet: without one, a volunteer would be in nobody's. */
export const invitationRequest = invitationFields.check(
  z.refine(({ role, hamlet }) => !isOfTeam(role) || (hamlet ?? '').trim() !== '', { path: ['hamlet'] }),
);
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitationReply = z.object({ code: z.string(), expiresAt: z.number() });
export type InvitationReply = z.infer<typeof invitationReply>;

export const deviceLine = z.object({
  device: idText,
  name: z.string(),
  role: z.enum(roles),
  deviceName: z.string(),
  standing: z.enum(['waiting', 'approved', 'revoked']),
  /** The four words to compare with the other screen, while it waits. */
  words: z.array(z.string()),
  enrolledAt: z.number(),
  lastSeenAt: z.nullable(z.number()),
  /** Highest sequence the phone has said it made, and the highest that arrived: the difference has not come home. */
  lastSeqSaid: z.number(),
  lastSeqArrived: z.number(),
  pending: z.number(),
  oldestAge: z.number(),
  /** Handed in and not opened: before it was let in, or since it was ended. */
  heldItems: z.number(),
  /** Two histories came under its name: a copied phone, or one set back. Nothing more of it is taken. */
  forked: z.boolean(),
});
export type DeviceLine = z.infer<typeof deviceLine>;

/** Additions are optional: an answer that a device remembered from before still opens. */
export const devicesReply = z.object({
  /** The server's clock, by which every instant of the devices is told. */
  at: z.optional(z.number()),
  devices: z.array(deviceLine),
  backup: z.object({
    lastAt: z.nullable(z.number()),
    sameDisk: z.boolean(),
    /** Several copies that were due have not been made, or no place for them is set any more. */
    isLate: z.optional(z.boolean()),
  }),
});
export type DevicesReply = z.infer<typeof devicesReply>;

/** Body of `POST /api/administration/approve`, `/revoke` and `/kept-work`; `approveDevice`, `revokeDevice` and `takeKeptWork` in the audit. */
export const deviceDecision = z.object({ device: idText });

/**
 * Body of `POST /api/administration/authorisations` (`enterAuthorisation` in the audit): the written decision under which
 * the team files for citizens. The same number again replaces what was entered, so that a last day can be set.
 */
export const authorisationRequest = z.object({
  /** As it stands on the paper: `12/QĐ-UBND`. */
  decisionNumber: z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^\S(.*\S)?$/)),
  signer: line,
  /** Days in Vietnam, both included; null: until it is replaced. */
  from: day,
  to: z.nullable(day),
  /** Codes of the national catalogue. */
  procedures: z.array(code).check(z.minLength(1), z.maxLength(100)),
});
export type AuthorisationRequest = z.infer<typeof authorisationRequest>;

/** Body of `POST /api/administration/calendar` (`setCalendar` in the audit). `version`: the one that was edited, 0 for none. */
export const calendarRequest = z.strictObject({
  version: z.number().check(z.int(), z.gte(0)),
  ...calendarFields,
});
export type CalendarRequest = z.infer<typeof calendarRequest>;

export const calendarReply = z.object({ version: z.number() });
