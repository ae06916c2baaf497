/** Asks the portal for one number that a person recorded, and writes what it says beside whose word came first. */
import {
  type DossierOutcome,
  findNextLook,
  type FollowPatience,
  isFollowed,
  noteNumber,
} from '#shared/custody/note-number';
import { normaliseDossierNo } from '#shared/custody/server-lodging';
import type { RecordId } from '#shared/ids';
import type { NumberChecked } from '#shared/model/dossier';
import type { KeyRing } from '../protection/key-ring.ts';
import { findLodging, nameAsked, writeLodging } from '../services/commit-forward.ts';
import { readField, readText } from '../services/read-fields.ts';
import { findRecordState } from '../services/record-cipher.ts';
import type { RecordWriter } from '../services/write-record.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { NumberDue, Store } from '../storage/store.ts';
import type { PortalConnector } from './connector.ts';

export interface NumberFollower {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly connector: PortalConnector;
  readonly patience: FollowPatience;
  readonly now: () => number;
  /** Whether a question about this person may leave now. */
  readonly admit: (citizen: string) => boolean;
  readonly record: (citizen: string, isAnswered: boolean) => void;
}

export async function followNumber(
  follower: NumberFollower,
  writer: RecordWriter,
  due: NumberDue,
): Promise<void> {
  const { store, connector, patience, now } = follower;
  const { communeN, dossierNo, record } = due;
  const isOpen = store.applyBatch((tx) => {
    if (isToFollow(tx, writer, due)) return true;
    tx.setNumberDue(communeN, dossierNo, null);
    return false;
  });
  if (!isOpen) return;
  const citizen = await findCitizen(follower, record);
  if (!follower.admit(citizen)) return;
  const outcome = await connector.readDossier(dossierNo);
  follower.record(citizen, outcome.type !== 'failed');
  store.applyBatch((tx) => writeOutcome(tx, writer, { due, outcome, patience, now: now() }));
}

interface Outcome {
  readonly due: NumberDue;
  readonly outcome: DossierOutcome;
  readonly patience: FollowPatience;
  readonly now: number;
}

function writeOutcome(tx: BatchTx, writer: RecordWriter, { due, outcome, patience, now }: Outcome): void {
  const { communeN, dossierNo, record } = due;
  const stored = tx.findRecord(record);
  const dossier = stored && findRecordState(writer.keys, stored);
  const current = findLodging(tx, writer, record);
  // Taken away or recorded anew while the portal was asked: what it said is about nothing here.
  if (!dossier || !current || !isFollowed(current, dossierNo)) return;
  const named = outcome.type === 'read' ? nameAsked(tx, writer, { record, reading: outcome }) : outcome;
  const checked = readField<NumberChecked>(dossier, 'numberChecked')?.dossierNo;
  const isChecked = checked !== undefined && normaliseDossierNo(checked) === dossierNo;
  const { visibilityWindow, every } = patience;
  const own = { now, visibilityWindow, isChecked, procedure: readText(dossier, 'procedure') };
  const next = noteNumber(current, named, own);
  if (next) writeLodging(tx, writer, { record, lodging: next });
  tx.setNumberDue(communeN, dossierNo, findNextLook(next ?? current, { now, every }));
}

/** What the forwarder lodged itself it follows itself. */
function isToFollow(tx: BatchTx, writer: RecordWriter, { record, dossierNo }: NumberDue): boolean {
  const isOfPack = tx
    .listIntents(record)
    .some((row) => row.phase === 'confirmed' && normaliseDossierNo(row.dossierNo ?? '') === dossierNo);
  return !isOfPack && isFollowed(findLodging(tx, writer, record), dossierNo);
}

async function findCitizen({ store, keys }: NumberFollower, record: RecordId): Promise<string> {
  const stored = await store.findRecord(record);
  const state = stored && findRecordState(keys, stored);
  return (state && readText(state, 'citizen')) || record;
}
