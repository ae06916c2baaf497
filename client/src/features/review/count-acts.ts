/** Counts what was done in sessions and by whom, from the summaries. Knows no person and no screen. */
import { type ActedBy, actors } from '#shared/model/field-kinds';
import type { SessionCounted, SessionSummary } from '#shared/contracts/review';

export interface Acts {
  readonly total: number;
  readonly byActor: Readonly<Record<ActedBy, number>>;
  /** 0-1; undefined where nothing was done. */
  readonly selfShare: number | undefined;
}

/** Account steps and dossier sections together: each is one thing that somebody did. */
export function countActs(sessions: readonly Pick<SessionSummary, 'accounts' | 'dossiers'>[]): Acts {
  const byActor = { self: 0, guided: 0, assisted: 0, onBehalf: 0 };
  for (const { accounts, dossiers } of sessions)
    for (const actor of actors)
      byActor[actor] += (accounts.stepsByWhoActed[actor] ?? 0) + (dossiers.sectionsByWhoActed[actor] ?? 0);
  const total = actors.reduce((sum, actor) => sum + byActor[actor], 0);
  return { total, byActor, selfShare: total === 0 ? undefined : byActor.self / total };
}

/** What an approval says that it saw, so that later additions can stand beside it. */
export function countSession({
  people,
  dossiers,
  accounts,
}: Pick<SessionSummary, 'people' | 'dossiers' | 'accounts'>): SessionCounted {
  const steps = Object.values(accounts.stepsByWhoActed).reduce((sum, count) => sum + count, 0);
  return { people: people.total, dossiers: dossiers.total, steps };
}
