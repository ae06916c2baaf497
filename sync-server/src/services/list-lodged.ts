/** The dossiers that have a number, as the head's shares count them: without whose they are and without the number. */
import type { LodgedRow } from '#shared/contracts/review';
import type { RecordState } from '#shared/custody/server-types';
import { isId } from '#shared/ids';
import type { DueOnReceipt, Lodging, NotedAtDesk, Route } from '#shared/model/dossier';
import { readLodgedFacts } from '#shared/rules/handled-dossier';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import { readField, readText } from './read-fields.ts';

/** Those that were lodged in the month of `at` or the one before, those that ended since then, and every one that has not ended. */
export function listLodged(dossiers: readonly RecordState[], at: number): LodgedRow[] {
  const from = getMonthBefore(getVietnamDay(at).slice(0, 7));
  return dossiers
    .flatMap((dossier) => findRow(dossier) ?? [])
    .filter((row) => isSince(row.lodgedAt, from) || isOpenSince(row, from))
    .sort((one, other) => other.lodgedAt - one.lodgedAt);
}

function isSince(instant: number, month: string): boolean {
  return getVietnamDay(instant).slice(0, 7) >= month;
}

/** What took long counts in the month in which it ended. An end is what the portal told, or what the officer noted. */
function isOpenSince({ ended, closedAt }: LodgedRow, month: string): boolean {
  const ends = [ended?.at, closedAt].filter((end) => typeof end === 'number');
  return ends.length === 0 || ends.some((end) => isSince(end, month));
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
