/** What follows when an officer sends a dossier back, and when the team has mended what was asked for. Calls no portal. */
import { listEntries } from '../model/collection.ts';
import type { Lodging, Returned } from '../model/dossier.ts';
import type { Operation } from '../model/operation.ts';
import type { ServerDraft } from './server-draft.ts';
import { findLodging, putLodging } from './server-lodging.ts';

type Request = Pick<Lodging, 'reason' | 'field' | 'document' | 'askedAt' | 'askedBy' | 'due' | 'mendedAt'>;

/** What a request left beside a state: it goes when another one comes, or when the portal no longer asks. */
export function dropRequest(lodging: Lodging): Omit<Lodging, keyof Request> {
  const { reason, field, document, askedAt, askedBy, due, mendedAt, ...rest } = lodging;
  return rest;
}

/** True when the dossier is now to be mended, so that a pack at the portal is to be taken back. What is lodged stays lodged. */
export function followReturn(draft: ServerDraft, op: Operation): boolean {
  const returned = listEntries<Returned>(op.patch, 'returned').map(([, entry]) => entry);
  const last = returned.sort((one, other) => one.at - other.at).at(-1);
  const record = draft.records.get(op.record);
  if (!last || !record) return false;
  const current = findLodging(record);
  const request = { at: draft.now, ...writeRequest(last) };
  if (current?.state === 'lodged') {
    putLodging(draft, record, { ...dropRequest(current), ...request });
    return false;
  }
  // Two numbers for one dossier are settled first: mending would lead to a third.
  if (current?.dossierNo !== undefined) return false;
  putLodging(draft, record, { state: 'needsFix', ...request });
  return true;
}

function writeRequest({ at, by, reason, field, document, due }: Returned): Request {
  return {
    ...{ reason, askedAt: at, askedBy: by },
    ...(field !== undefined && { field }),
    ...(document !== undefined && { document }),
    ...(due !== undefined && { due }),
  };
}

/** A lodged dossier that is finished again by somebody who had read the request: the commune has what was asked for. */
export function followMending(draft: ServerDraft, op: Operation): void {
  const record = draft.records.get(op.record);
  const current = record && findLodging(record);
  if (!record || current?.state !== 'lodged' || current.askedAt === undefined) return;
  const hasRead = op.base >= (record.fields['lodging']?.seq ?? 0);
  if (hasRead && current.mendedAt === undefined)
    putLodging(draft, record, { ...current, mendedAt: draft.now });
}
