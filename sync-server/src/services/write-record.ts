/** Puts one record's new state away, protected, with what lists and look-ups need beside it. Decides nothing about its content. */
import type { RecordState } from '#shared/custody/server-types';
import { type CommuneId, idToBytes, type RecordId } from '#shared/ids';
import type { KeyRing } from '../protection/key-ring.ts';
import type { BatchTx } from '../storage/batch-tx.ts';
import type { StoredRecord } from '../storage/rows.ts';
import { chooseSubject, findSubjectKey, listClearPaths, protectRecord } from './record-cipher.ts';

export interface RecordWriter {
  readonly keys: KeyRing;
  readonly communeN: number;
  readonly commune: CommuneId;
  /** Rows that were read in this transaction already. */
  readonly stored?: ReadonlyMap<RecordId, StoredRecord>;
}

export interface WrittenRecord {
  readonly n: number;
  readonly state: RecordState;
  readonly isNew: boolean;
  /** As it was before this batch. */
  readonly office: boolean;
  readonly subject: OpenSubject;
}

export interface OpenSubject {
  readonly n: number;
  readonly key: Uint8Array;
}

export function writeRecord(tx: BatchTx, writer: RecordWriter, state: RecordState): WrittenRecord {
  const { keys, communeN, commune } = writer;
  const before = writer.stored?.get(state.record) ?? tx.findRecord(state.record);
  const office = before?.office ?? false;
  const subject = openSubject(tx, writer, chooseSubject(state, commune));
  const version = (before?.version ?? 0) + 1;
  const place = { id: state.record, collection: state.collection, communeN, version };
  const n = tx.putRecord({
    ...place,
    subjectN: subject.n,
    seq: state.seq,
    office,
    clear: listClearPaths(state),
    cipher: protectRecord(subject.key, state, place),
  });
  if (state.collection === 'citizen') {
    const number = state.fields['personalId']?.value;
    const blind = typeof number === 'string' ? keys.makeBlindIndex(idToBytes(commune), number) : null;
    tx.setPersonalNumber(n, communeN, blind);
  }
  return { n, state, isNew: before === undefined, office, subject };
}

/** The subject's key, made at first need. An erased subject is never given a second key: its row stays, empty. */
function openSubject(
  tx: BatchTx,
  { keys, communeN }: Pick<RecordWriter, 'keys' | 'communeN'>,
  id: string,
): OpenSubject {
  const found = tx.findSubject(communeN, id);
  if (found) {
    const key = findSubjectKey(keys, found);
    if (!key) throw new Error(`The key of subject ${id} was erased or is not of this server.`);
    return { n: found.n, key };
  }
  const key = keys.makeSubjectKey();
  const { n } = tx.putSubject({ id, communeN, wrapped: keys.wrapSubjectKey(idToBytes(id), key) });
  return { n, key };
}
