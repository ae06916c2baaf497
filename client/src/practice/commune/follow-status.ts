/** What becomes of a dossier that has its number at the portal of practice: read at every round, and moved on by the trainee's hand. */
import type { ForwardState } from '#shared/custody/forwarder-types';
import { noteStatus } from '#shared/custody/note-status';
import { readStatus } from '#shared/custody/read-portal-reply';
import { findLodging } from '#shared/custody/server-lodging';
import type { RecordId } from '#shared/ids';
import { findDossier } from '#shared/portal/portal-state';
import { findNextStatus } from '../dossier-way.ts';
import type { CommuneState } from './commune-state.ts';
import { lodge, tell, tellByHand } from './lodge.ts';

/** Nothing is written when nothing is new. `now`: milliseconds since 1970. */
export function followStatus(state: CommuneState, row: ForwardState, now: number): CommuneState {
  const current = findLodging(state.records[row.record]);
  if (!current || row.dossierNo === null) return state;
  const { state: after, reply } = tell(state, now, {
    endpoint: 'readDossier',
    dossierNumber: row.dossierNo,
  });
  const reading = readStatus(reply, row.dossierNo);
  const next = reading && noteStatus(current, reading, now);
  return next ? lodge(after, row.record, next) : state;
}

/** The trainee plays the one-stop: one step on the way to the result. Without a number, or at its end, nothing happens. */
export function playOffice(state: CommuneState, dossier: RecordId, now: number): CommuneState {
  const row = Object.values(state.forwards).find(
    ({ record, phase }) => record === dossier && phase === 'confirmed',
  );
  const dossierNumber = row?.dossierNo ?? undefined;
  const stands = dossierNumber === undefined ? undefined : findDossier(state.portal, dossierNumber);
  const status = stands && findNextStatus(stands.status);
  if (!row || dossierNumber === undefined || status === undefined) return state;
  const moved = tellByHand(state, now, { endpoint: 'moveDossier', dossierNumber, body: { status } });
  return followStatus(moved, row, now);
}
