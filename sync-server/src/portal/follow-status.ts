/** Reads what became of a lodged dossier and writes it beside its number, and says when to look again. */
import { findDossierStatus } from '#shared/model/dossier-status';
import type { DossierOutcome } from '#shared/custody/note-number';
import { noteStatus } from '#shared/custody/note-status';
import { normaliseDossierNo } from '#shared/custody/server-lodging';
import { commitForward, findLodging, nameAsked } from '../services/commit-forward.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { BatchStore } from '../storage/store.ts';
import { NEVER_DUE } from './step-row.ts';

export interface StatusNews {
  readonly reference: string;
  readonly outcome: DossierOutcome;
  readonly now: number;
  /** Milliseconds until the next look. */
  readonly every: number;
}

export function writeStatus(store: BatchStore, writer: RecordWriter, news: StatusNews): void {
  const { reference, outcome, now, every } = news;
  store.applyBatch((tx) => {
    const row = tx.findIntent(reference);
    if (!row) return;
    const isOver = outcome.type === 'read' && findDossierStatus(outcome.status)?.next.length === 0;
    const lodging = findLodging(tx, writer, row.record);
    // A person may have put another number in its place: what is said of this one is not said of that.
    const current = isSame(lodging?.dossierNo, row.dossierNo) ? lodging : undefined;
    const reading =
      outcome.type === 'read' && nameAsked(tx, writer, { record: row.record, reading: outcome });
    const next = current && reading ? noteStatus(current, reading, now) : undefined;
    const state = { ...row, dueAt: isOver ? NEVER_DUE : now + every };
    commitForward(tx, writer, { state, lodgings: next ? [next] : [] });
  });
}

function isSame(one: string | undefined, other: string | null): boolean {
  return normaliseDossierNo(one ?? '') === normaliseDossierNo(other ?? '');
}
