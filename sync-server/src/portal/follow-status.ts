/** Reads what became of a lodged dossier and writes it beside its number. A state that was read once is never unsaid by a failed look. */
import { findDossierStatus } from '#shared/model/dossier-status';
import { type Supplement } from '#shared/contracts/portal';
import { dropRequest } from '#shared/custody/server-return';
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
/** What has not changed is told again so seldom: a phone then knows that the portal was asked, and what it last said. */
const TOLD_AGAIN_MS = 12 * 3_600_000;

type Reading = Extract<DossierOutcome, { type: 'read' }>;

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
function describe(current: Lodging, reading: Reading, now: number): Lodging | undefined {
  if (current.state !== 'lodged') return undefined;
  const { status, changedAt, supplement } = reading;
  const isAskedHere = current.askedBy !== undefined;
  const isSameRequest = supplement
    ? !isAskedHere && current.reason === supplement.text && current.askedAt === changedAt
    : isAskedHere || current.reason === undefined;
  const isSame = current.status === status && current.statusAt === changedAt && isSameRequest;
  if (isSame && now - (current.readAt ?? 0) < TOLD_AGAIN_MS) return undefined;
  const read = { status, statusAt: changedAt, readAt: now };
  if (isSameRequest) return { ...current, ...read };
  return { ...dropRequest(current), ...read, ...(supplement && writeRequest(supplement, changedAt)) };
}

function writeRequest({ text, field, document }: Supplement, askedAt: number): Partial<Lodging> {
  return {
    ...{ reason: text, askedAt },
    ...(field !== undefined && { field }),
    ...(document !== undefined && CODE.test(document) && { document }),
  };
}
