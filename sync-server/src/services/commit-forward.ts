/** Writes one step of a forwarding and what the dossier now shows, in one transaction. Calls no portal and decides nothing. */
import type { ForwardState } from '#shared/custody/forwarder-types';
import { normaliseDossierNo, planLodging } from '#shared/custody/server-lodging';
import type { FieldState, RecordState } from '#shared/custody/server-types';
import type { Supplement } from '#shared/contracts/portal';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { findPageDocument } from '#shared/rules/paper-pages';
import type { BatchTx } from '../storage/batch-tx.ts';
import { findRecordState } from './record-cipher.ts';
import { spreadSight } from './spread-sight.ts';
import type { RecordWriter } from './write-record.ts';
import { getNumber, writeRecords } from './write-plan.ts';

const PAPERS = 'papers/';

export function commitForward(
  tx: BatchTx,
  writer: RecordWriter,
  step: { readonly state: ForwardState; readonly lodgings: readonly Lodging[] },
): void {
  tx.putIntent(writer.communeN, step.state);
  for (const lodging of step.lodgings) writeLodging(tx, writer, { record: step.state.record, lodging });
}

/** What stands in the dossier now; undefined once its person was erased. */
export function findLodging(tx: BatchTx, { keys }: RecordWriter, record: RecordId): Lodging | undefined {
  const stored = tx.findRecord(record);
  const state = stored && findRecordState(keys, stored);
  return (state?.fields['lodging']?.value ?? undefined) as Lodging | undefined;
}

/** With the paper that it asks for named as in the dossier: only so can it be compared with what was asked before. */
export function nameAsked<T extends { readonly supplement?: Supplement }>(
  tx: BatchTx,
  { keys }: RecordWriter,
  { record, reading }: { readonly record: RecordId; readonly reading: T },
): T {
  const { supplement } = reading;
  const stored = supplement && tx.findRecord(record);
  const state = stored && findRecordState(keys, stored);
  return state ? { ...reading, supplement: nameDocument(state, supplement) } : reading;
}

/** An operation of the server's own: phones and desks read it like any other change. */
export function writeLodging(
  tx: BatchTx,
  writer: RecordWriter,
  { record, lodging }: { readonly record: RecordId; readonly lodging: Lodging },
): void {
  const { keys, communeN } = writer;
  const stored = tx.findRecord(record);
  const state = stored && findRecordState(keys, stored);
  if (!state) return;
  const number = lodging.dossierNo && normaliseDossierNo(lodging.dossierNo);
  const numberOwner = (number && tx.findDossierNumber(communeN, number)) || null;
  const slice = { communeSeq: tx.getCommuneSeq(communeN), record: state, numberOwner };
  const writes = planLodging(slice, nameDocument(state, lodging));
  const written = writeRecords(tx, writer, writes);
  let last: number | undefined;
  for (const write of writes) {
    if (write.type === 'putNumber') {
      tx.putDossierNumber(communeN, write.dossierNo, stored.n);
    } else if (write.type === 'putChange') {
      last = write.seq;
      const recordN = getNumber(written, write.record);
      tx.putChange({ communeN, seq: last, recordN, opN: null, origin: 0, kind: 'state' });
    }
  }
  if (last === undefined) return;
  tx.setCommuneSeq(
    communeN,
    spreadSight(
      tx,
      { communeN, teamN: 0, seq: last },
      [...written.values()].map((row) => ({ ...row, isOfWriter: false })),
    ),
  );
}

/** The portal names a paper by the scan that it was given; the team knows it as the form's required document. */
function nameDocument<T extends { readonly document?: string | undefined }>(
  { fields }: RecordState,
  asked: T,
): T {
  const isNamed = ([path, { value }]: [string, FieldState]): boolean =>
    path.startsWith(PAPERS) && value === asked.document;
  const path = Object.entries(fields).find(isNamed)?.[0];
  return path === undefined ? asked : { ...asked, document: findPageDocument(path.slice(PAPERS.length)) };
}
