/** The dossiers that have a number, as the head's shares count them: without whose they are and without the number. */
import type { LodgedRow } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import { isId } from '#shared/ids';
import type { DueOnReceipt, Lodging, NotedAtDesk, Route } from '#shared/model/dossier';
import { readLodgedFacts } from '#shared/rules/handled-dossier';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import { readField, readText } from './read-fields.ts';

/** Those of the month of `at` and the one before, and every one that has not ended. */
export function listLodged(dossiers: readonly RecordState[], at: number): LodgedRow[] {
  const from = getMonthBefore(getVietnamDay(at).slice(0, 7));
  return dossiers
    .flatMap((dossier) => findRow(dossier) ?? [])
    .filter((row) => row.ended === null || getVietnamDay(row.lodgedAt).slice(0, 7) >= from)
    .sort((one, other) => other.lodgedAt - one.lodgedAt);
}

/** `2026-01` → `2025-12`. */
function getMonthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
}

function findRow(dossier: RecordState): LodgedRow | undefined {
  const lodging = readField<Lodging>(dossier, 'lodging');
  const facts = readLodgedFacts(lodging, {
    due: readField<DueOnReceipt>(dossier, 'dueOnReceipt'),
    handedOver: readField<NotedAtDesk>(dossier, 'handedOver'),
    closed: readField<NotedAtDesk>(dossier, 'closedOnSoftware'),
  });
  if (!lodging || !facts) return undefined;
  const session = readText(dossier, 'session');
  return {
    session: isId(session) ? session : null,
    procedure: readText(dossier, 'procedure'),
    route: readField<Route>(dossier, 'route'),
    evidence: lodging.evidence ?? null,
    lodgedAt: lodging.lodgedAt ?? lodging.at,
    ...facts,
    supplements: [...facts.supplements],
  };
}
