/** What the commune head reads: sessions in counts. No name, number or free text of a citizen can stand in these shapes. */
import * as z from 'zod/mini';
import { isId } from '../ids.ts';

const idText = z.custom<string>(isId);
const count = z.number().check(z.int(), z.gte(0));
const tally = z.record(z.string(), count);

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
  accounts: z.object({ begun: count, finished: count, stepsByWhoActed: tally, policeReferrals: count }),
  /** Dossiers by where each stands: the lodging states, `draft`, `atServer`. */
  dossiers: z.object({ total: count, byStanding: tally, sectionsByWhoActed: tally }),
  incidents: z.array(z.object({ kind: z.string(), note: z.string() })),
  satisfaction: z.nullable(z.object({ good: count, fair: count, poor: count })),
  /** Phones that wrote in this session and have saves that have not arrived. */
  silentPhones: z.array(z.object({ name: z.string(), missing: count, lastSeenAt: z.nullable(z.number()) })),
  decision: z.nullable(
    z.object({
      decision: z.enum(['approved', 'returned']),
      by: z.string(),
      at: z.number(),
      reason: z.nullable(z.string()),
    }),
  ),
  /** Commune change sequence that these counts include: what an approval says that it saw. */
  seen: count,
});
export type SessionSummary = z.infer<typeof sessionSummary>;

/** `POST /api/review/sessions`, read key, role head. */
export const reviewReply = z.object({ at: z.number(), sessions: z.array(sessionSummary) });
export type ReviewReply = z.infer<typeof reviewReply>;
