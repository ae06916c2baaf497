/** Records and operations under the key of the person they concern. Knows which field names a person, and nothing else of them. */
import type { Operation } from '#shared/model/operation';
import type { RecordState } from '#shared/custody/server-types';
import { asciiBytes, concatBytes, uint64 } from '#shared/model/envelope';
import { type CommuneId, idToBytes, isId, type RecordId } from '#shared/ids';
import { findCollection } from '#shared/model/collections';
import { decrypt, encrypt } from '../protection/cipher.ts';
import type { KeyRing } from '../protection/key-ring.ts';
import type { StoredRecord, StoredSubject } from '../storage/rows.ts';
import { packFields, unpackFields } from './record-body.ts';

/** Whose key protects a record: the citizen that it names, else the commune. */
export function chooseSubject(state: RecordState, commune: CommuneId): string {
  if (state.collection === 'citizen') return state.record;
  const citizen = state.fields['citizen']?.value;
  return isId(citizen) ? citizen : commune;
}

/** Undefined when the subject was erased, or the row is not what was written. */
export function findSubjectKey(keys: KeyRing, subject: StoredSubject): Uint8Array | undefined {
  return subject.wrapped ? keys.findUnwrapped(idToBytes(subject.id), subject.wrapped) : undefined;
}

interface RecordPlace {
  readonly id: RecordId;
  readonly collection: string;
  readonly communeN: number;
  readonly version: number;
}

function recordBinding({ id, collection, communeN, version }: RecordPlace): Uint8Array {
  return concatBytes(
    asciiBytes(`record v1 ${collection} `),
    idToBytes(id),
    uint64(communeN),
    uint64(version),
  );
}

export function protectRecord(key: Uint8Array, state: RecordState, place: RecordPlace): Uint8Array {
  return encrypt(key, packFields(state.fields), recordBinding(place));
}

/** Undefined once its subject was erased. A row that was moved, swapped or cut is a broken invariant and throws. */
export function findRecordState(keys: KeyRing, record: StoredRecord): RecordState | undefined {
  if (!record.subject.wrapped) return undefined;
  const key = findSubjectKey(keys, record.subject);
  const plain = key && decrypt(key, record.cipher, recordBinding(record));
  if (!plain) throw new Error(`Record ${record.id} cannot be opened with the keys of this server.`);
  return { record: record.id, collection: record.collection, fields: unpackFields(plain), seq: record.seq };
}

/** What lists may filter by: ids, dates and states; never a name, a number or a free text. */
export function listClearPaths(state: RecordState): string {
  const paths = findCollection(state.collection)?.clear ?? [];
  const entries = paths.flatMap((path) => {
    const value = state.fields[path]?.value ?? null;
    return value === null ? [] : [[path, value] as const];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

interface OpPlace {
  readonly deviceN: number;
  readonly seq: number;
}

function opBinding({ deviceN, seq }: OpPlace): Uint8Array {
  return concatBytes(asciiBytes('op v1 '), uint64(deviceN), uint64(seq));
}

export function protectOp(key: Uint8Array, op: Operation, place: OpPlace): Uint8Array {
  return encrypt(key, Buffer.from(JSON.stringify(op)), opBinding(place));
}

export function findOp(key: Uint8Array, body: Uint8Array, place: OpPlace): Operation | undefined {
  const plain = decrypt(key, body, opBinding(place));
  return plain && (JSON.parse(plain.toString('utf8')) as Operation);
}
