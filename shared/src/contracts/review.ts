/** What the commune head reads: sessions and lodged dossiers in counts. No name, number or free text of a citizen can stand in these shapes. */
import * as z from 'zod/mini';
import { isId } from '../ids.ts';
import { roles } from '../model/collection.ts';
import { routes } from '../model/dossier.ts';
import { day } from '../model/field-kinds.ts';

const idText = z.custom<string>(isId);
const count = z.number().check(z.int(), z.gte(0));
const tally = z.record(z.string(), count);

/** What can be counted of a session: what the head approved, and what it is now. */
const counted = z.object({ people: count, dossiers: count, steps: count });
export type SessionCounted = z.infer<typeof counted>;

/** Additions to these shapes are optional: an answer that a device remembered from before still opens. */
const silentPhone = z.object({
  /**
   * `behind`: it told of saves that have not come; `joined`: a code was handed out and no list of that letter is here;
   * `quiet`: it wrote here and has not been heard of since the session was closed. Absent: behind.
   */
  why: z.optional(z.enum(['behind', 'joined', 'quiet'])),
  /** Whoever holds it; empty where only the letter is known. */
  name: z.string(),
  letter: z.optional(z.string()),
  /** Of the same team, and not heard of since the session was closed: it may be one of theirs. */
  maybe: z.optional(z.array(z.string())),
  missing: count,
  lastSeenAt: z.nullable(z.number()),
});
export type SilentPhone = z.infer<typeof silentPhone>;

/** Who came, without who they are: as many as are alike. */
const peopleRow = z.object({
  sex: z.nullable(z.string()),
  ageBand: z.nullable(z.string()),
  kind: z.enum(['named', 'counted', 'declined']),
  count,
});
export type PeopleRow = z.infer<typeof peopleRow>;

/** One account set-up: how far it came and who did it. */
const accountRow = z.object({
  isFinished: z.boolean(),
  /** VNeID level as the last step that told of one left it. */
  level: z.nullable(z.number()),
  stepsByWhoActed: tally,
});
export type AccountRow = z.infer<typeof accountRow>;

const dossierRow = z.object({
  procedure: z.string(),
  route: z.nullable(z.enum(routes)),
  standing: z.string(),
  sectionsByWhoActed: tally,
});
export type DossierRow = z.infer<typeof dossierRow>;

/** Of a word of the head's: the record that it is written in, and whether somebody said it in the head's place. */
const written = { record: z.optional(idText), isDeputy: z.optional(z.boolean()) };

/** What the head asked, and the team's answer to it. */
const question = z.object({
  key: z.string(),
  ...written,
  by: z.string(),
  at: z.number(),
  text: z.string(),
  answer: z.nullable(z.object({ by: z.string(), at: z.number(), note: z.string() })),
});
export type AskedQuestion = z.infer<typeof question>;

export const sessionSummary = z.object({
  session: idText,
  day: z.string(),
  place: z.string(),
  hamlet: z.string(),
  kind: z.string(),
  openedAt: z.nullable(z.number()),
  closedAt: z.nullable(z.number()),
  leader: z.string(),
  members: z.array(z.object({ name: z.string(), in: z.nullable(z.number()), out: z.nullable(z.number()) })),
  people: z.object({ total: count, named: count, declined: count, bySex: tally, byAgeBand: tally }),
  /** Account set-ups begun and finished, and steps by who acted: self, guided, assisted, onBehalf. */
  accounts: z.object({
    begun: count,
    finished: count,
    stepsByWhoActed: tally,
    /** People who want the police told of them. */
    policeReferrals: count,
    /** People with a day at the police; a device may still keep figures without it. */
    policeAppointments: z.optional(count),
  }),
  /** Dossiers by where each stands: the lodging states, `draft`, `atServer`. */
  dossiers: z.object({ total: count, byStanding: tally, sectionsByWhoActed: tally }),
  incidents: z.array(z.object({ kind: z.string(), note: z.string() })),
  satisfaction: z.nullable(z.object({ good: count, fair: count, poor: count })),
  /** Phones from which something of this session may still be missing. */
  silentPhones: z.array(silentPhone),
  /** The rows behind the counts above. */
  rows: z.optional(
    z.object({ people: z.array(peopleRow), accounts: z.array(accountRow), dossiers: z.array(dossierRow) }),
  ),
  /** How many of its named people stand on the list of another session of the same day as well. */
  alsoElsewhere: z.optional(count),
  /** Oldest first. */
  questions: z.optional(z.array(question)),
  decision: z.nullable(
    z.object({
      /** Under which it is written: one that was taken back on a device is known there by it. */
      key: z.optional(z.string()),
      ...written,
      decision: z.enum(['approved', 'returned']),
      by: z.string(),
      at: z.number(),
      /** By which it counts before another word, and what a next one goes on from. */
      turn: z.optional(count),
      seen: z.optional(count),
      reason: z.nullable(z.string()),
      /** Null where the approval said nothing of it. */
      counted: z.nullable(counted),
    }),
  ),
  /** What the team wrote after the head had read it for the decision: by whom, and the latest instant that it names. */
  amendment: z.nullable(z.object({ by: z.array(z.string()), at: z.nullable(z.number()) })),
  /** The team's answer to that decision. */
  reply: z.nullable(z.object({ by: z.string(), at: z.number(), note: z.string() })),
  /** Commune change sequence that these counts include: what an approval says that it saw. */
  seen: count,
});
export type SessionSummary = z.infer<typeof sessionSummary>;

/** One lodged dossier without whose it is: what the shares are made of. Instants in ms since 1970. */
export const lodgedRow = z.object({
  /** In which it was prepared. */
  session: z.nullable(idText),
  procedure: z.string(),
  route: z.nullable(z.enum(routes)),
  /** Whose word it rests on. */
  evidence: z.nullable(z.enum(['portalRead', 'officerEntered', 'citizenShown'])),
  /** When the commune knew its number. */
  lodgedAt: z.number(),
  /** Official status as the portal last said. */
  status: z.nullable(z.number()),
  ended: z.nullable(z.object({ status: z.number(), at: z.number() })),
  /** Accepted by the receiving system; null where it is known not to be. */
  receivedAt: z.nullable(z.number()),
  /** What was asked for, each time, and came. */
  supplements: z.array(
    z.object({
      isPayment: z.exactOptional(z.boolean()),
      requestedAt: z.number(),
      completedAt: z.nullable(z.number()),
    }),
  ),
  /** As on the official receipt, `yyyy-mm-dd`, and when it was entered. */
  due: z.nullable(z.object({ day: z.string(), at: z.number() })),
  handedOverAt: z.nullable(z.number()),
  closedAt: z.nullable(z.number()),
});
export type LodgedRow = z.infer<typeof lodgedRow>;

/** Who approves in the head's place, on days in Vietnam, both included. */
const delegation = z.object({
  id: idText,
  member: idText,
  name: z.string(),
  from: day,
  to: day,
  state: z.enum(['coming', 'inForce']),
});
export type Delegation = z.infer<typeof delegation>;

/** `POST /api/review/sessions`, read key, a head or whoever approves in their place. */
export const reviewReply = z.object({
  at: z.number(),
  sessions: z.array(sessionSummary),
  /** The one that is in force or to come. */
  delegation: z.optional(z.nullable(delegation)),
  /** Lodged in the month of `at`, in the one before, or not ended yet. */
  lodged: z.array(lodgedRow),
  /** Every hamlet that has a team or ever had a session, with the day of its last one. */
  hamlets: z.array(
    z.object({
      hamlet: z.string(),
      lastDay: z.nullable(z.string()),
      /** Its last session: by its team's phones a request of the head is heard. */
      lastSession: z.optional(z.nullable(idText)),
      /** The head's last request that a session be held, where it is no older than the last session. */
      request: z.optional(z.nullable(question)),
    }),
  ),
});
export type ReviewReply = z.infer<typeof reviewReply>;

/** `POST /api/review/people`, read key, as above: who came to a session. Written to the audit log before it is answered. */
export const peopleRequest = z.strictObject({ session: idText });
export const peopleReply = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      /** Numbers in the queue, as the phones gave them. */
      queue: z.array(z.string()),
      dossiers: z.array(z.object({ procedure: z.string(), standing: z.string() })),
    }),
  ),
});
export type PeopleReply = z.infer<typeof peopleReply>;

/** `POST /api/review/delegation`, read key, role head: the open one, and whoever may be named. */
export const delegationReply = z.object({
  delegation: z.nullable(delegation),
  candidates: z.array(z.object({ member: idText, name: z.string(), role: z.enum(roles) })),
});
export type DelegationReply = z.infer<typeof delegationReply>;

/** `POST /api/review/delegation/make`, read key, role head (`delegateReview` in the audit). */
export const delegateRequest = z.strictObject({ member: idText, from: day, to: day });
export type DelegateRequest = z.infer<typeof delegateRequest>;
export const delegateReply = z.object({ delegation });

/** `POST /api/review/delegation/end`, read key, role head (`endDelegation` in the audit): at once. */
export const endDelegationRequest = z.strictObject({ delegation: idText });
