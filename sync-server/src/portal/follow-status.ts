/** Reads what became of a lodged dossier and writes it beside its number. A state that was read once is never unsaid by a failed look. */
import { findDossierStatus } from '#shared/contracts/portal';
import type { Lodging } from '#shared/model/dossier';
import { commitForward, findLodging } from '../services/commit-forward.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { BatchStore } from '../storage/store.ts';
import type { DossierOutcome } from './connector.ts';
import { NEVER_DUE } from './step-row.ts';

export interface StatusNews {
  readonly reference: string;
  readonly outcome: DossierOutcome;
  readonly now: number;
  /** Milliseconds until the next look. */
  readonly every: number;
}

const CODE = /^[A-Za-z0-9_.-]{1,64}$/;

export function writeStatus(store: BatchStore, writer: RecordWriter, news: StatusNews): void {
  const { reference, outcome, now, every } = news;
  store.applyBatch((tx) => {
    const row = tx.findIntent(reference);
    if (!row) return;
    const isOver = outcome.type === 'read' && findDossierStatus(outcome.status)?.next.length === 0;
    const current = findLodging(tx, writer, row.record);
    const next = current && outcome.type === 'read' ? describe(current, outcome, now) : undefined;
    const state = { ...row, dueAt: isOver ? NEVER_DUE : now + every };
    commitForward(tx, writer, { state, lodgings: next ? [next] : [] });
  });
}

/** Undefined when nothing is new. A request to complete is the one-stop's own text, shown as text. */
function describe(
  current: Lodging,
  { status, supplement }: Extract<DossierOutcome, { type: 'read' }>,
  now: number,
): Lodging | undefined {
  const isSame = current.status === status && current.reason === supplement?.text;
  if (current.state !== 'lodged' || isSame) return undefined;
  const { reason: _reason, field: _field, document: _document, ...lodged } = current;
  const { text, field, document } = supplement ?? {};
  return {
    ...lodged,
    at: now,
    status,
    ...(text !== undefined && { reason: text }),
    ...(field !== undefined && { field }),
    ...(document !== undefined && CODE.test(document) && { document }),
  };
}
