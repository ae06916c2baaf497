/** Joining a commune: what a code buys, what a device shows and is told. JSON; keys as base64url of 65 raw P-256 bytes. */
import * as z from 'zod/mini';
import { day } from '../model/field-kinds.ts';
import { isId } from '../ids.ts';
import { roles } from '../model/collection.ts';
import { PRACTICE_CODE } from './practice.ts';

export const ENROL_ROUTE = '/api/enrol';

/** Ten letters of twenty: 43 bits, no vowel and so no word; typed without regard to case, spaces and dashes. */
export const CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
export const CODE_LENGTH = 10;

/** The code as it is compared; undefined when it cannot be one. */
export function findCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  const whole =
    letters.length === CODE_LENGTH && [...letters].every((letter) => CODE_ALPHABET.includes(letter));
  return whole ? letters : undefined;
}

/** BCDFG-HJKLM: how a code is shown and read aloud. */
export function formatCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

const publicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/));
const idText = z.custom<string>(isId);
const line = z.string().check(z.maxLength(120));

const code = z.string().check(z.minLength(1), z.maxLength(40));

/** The message of an issue may be a code of the table of refusals, which then says more than `fieldInvalid`. */
export const enrolRequest = z.object({
  code: code.check(z.refine((typed) => findCode(typed) !== PRACTICE_CODE, 'practiceRefused')),
  sendKey: publicKey,
  readKey: publicKey,
  deviceName: line,
  build: z.string().check(z.maxLength(40)),
  /** A device that joined after the backup which its commune came back from: under its own name, for its own chain. */
  again: z.optional(z.object({ device: idText, member: idText })),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

export const member = z.object({
  id: idText,
  name: line,
  role: z.enum(roles),
  hamlet: z.nullable(line),
  team: z.nullable(line),
});
export type Member = z.infer<typeof member>;

export const commune = z.object({
  id: idText,
  name: line,
  province: line,
  code: line,
  phone: z.nullable(line),
});
export type Commune = z.infer<typeof commune>;

export const enrolReply = z.object({
  device: idText,
  member,
  commune,
  /** The public half that everything is sealed to, and the key that signs receipts: both pinned from here on. */
  sealing: z.object({ keyId: z.number(), key: publicKey }),
  answerKey: publicKey,
  incarnation: idText,
  /** Four words that stand on both screens; the device works them out for itself and compares. */
  words: z.array(z.string()),
  /** Made-up people with numbers of the unassigned prefix 099: the warning about that prefix stays silent. */
  madeUpPeople: z.boolean(),
  /**
   * Of other phones of the same member: the last number of each one's sequence that the commune has, and the last that it had
   * told of. Absent from a server of before.
   */
  former: z.optional(z.array(z.object({ device: idText, upTo: z.number(), said: z.number() }))),
});
export type EnrolReply = z.infer<typeof enrolReply>;

export const CALENDAR_LIMITS = { days: 120, basis: 200 } as const;

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** `refused`: the country's calendar has this day as one off or swapped, and here it is neither. */
const ownDay = z.strictObject({
  date: day,
  kind: z.enum(['holiday', 'workingSwap']),
  status: z.enum(['confirmed', 'proposed', 'refused']),
  /** What it rests on, as on the paper: a number, a date, who announced it. */
  legalBasis: z.string().check(z.minLength(1), z.maxLength(CALENDAR_LIMITS.basis)),
});
export type OwnDay = z.infer<typeof ownDay>;

/** `hh:mm`. */
const ownHours = z.strictObject({
  opens: time,
  closes: time,
  /** Until when residence is taken on a Saturday; null: not at all. */
  saturdayCloses: z.nullable(time),
});
export type OwnHours = z.infer<typeof ownHours>;

export const calendarFields = {
  days: z.array(ownDay).check(z.maxLength(CALENDAR_LIMITS.days)),
  /** Null: the common ones. */
  hours: z.nullable(ownHours),
};

/**
 * What a commune itself says of its days and hours: it stands above the calendar of the country that comes with the program.
 * Told to a device that has another version.
 */
export const communeCalendar = z.object({
  /** Each writing has the next one. */
  version: z.number(),
  ...calendarFields,
});
export type CommuneCalendar = z.infer<typeof communeCalendar>;

/** Body of `POST /api/devices/self`: the version of the commune's calendar that this device has, 0 for none. */
export const selfRequest = z.object({ calendar: z.optional(z.number().check(z.int(), z.gte(0))) });

/** `POST /api/devices/self`, under the read key: what an approved device may know beside its records. */
export const selfReply = z.object({
  standing: z.enum(['waiting', 'approved', 'revoked']),
  member,
  commune,
  sealing: z.object({ keyId: z.number(), key: publicKey }),
  /** Base64url of 32 bytes; null until approved. */
  matchKey: z.nullable(z.string()),
  leaseDays: z.number(),
  provinceCode: z.string(),
  madeUpPeople: z.boolean(),
  /** The agreement of the commune with its post office, as the server's setting names it; null or absent: there is none. */
  postAgreement: z.optional(z.nullable(line)),
  /** The days on which this member approves in the head's place, in force or to come; null: none. */
  delegation: z.optional(z.nullable(z.object({ from: day, to: day }))),
  /** Only where it is another than the device has. */
  calendar: z.optional(communeCalendar),
  /** Everybody of the member's own team who has an approved phone, the member too; absent from older servers. */
  teamMembers: z.optional(z.array(z.object({ id: idText, name: line }))),
  authorisations: z.array(
    z.object({
      decisionNumber: line,
      signer: line,
      from: line,
      to: z.nullable(line),
      procedures: z.array(line),
    }),
  ),
});
export type SelfReply = z.infer<typeof selfReply>;
