/** How the practice commune and the portal of practice speak, and how what was heard becomes part of the dossier. Decides nothing. */
import { normaliseDossierNo, planLodging } from '#shared/custody/server-lodging';
import type { RecordId } from '#shared/ids';
import type { Lodging } from '#shared/model/dossier';
import { stepPortal } from '#shared/portal/portal-core';
import type { PortalRequest } from '#shared/portal/portal-request';
import type { PortalReply } from '#shared/portal/spoil-reply';
import type { CommuneState } from './commune-state.ts';
import { writePlan } from './write-plan.ts';

export interface Told {
  readonly state: CommuneState;
  readonly reply: PortalReply;
}

/** `at`: milliseconds since 1970. */
export function tell(state: CommuneState, at: number, request: PortalRequest): Told {
  const { state: portal, reply } = stepPortal(state.portal, { type: 'request', at, request });
  return { state: { ...state, portal }, reply };
}

/** What a person does at the portal's own page, in life not ours to do. */
export function tellByHand(state: CommuneState, at: number, request: PortalRequest): CommuneState {
  const { state: portal } = stepPortal(state.portal, { type: 'request', at, request, byHand: true });
  return { ...state, portal };
}

export function lodge(state: CommuneState, dossier: RecordId, lodging: Lodging): CommuneState {
  const record = state.records[dossier];
  if (!record) return state;
  const number = lodging.dossierNo === undefined ? undefined : normaliseDossierNo(lodging.dossierNo);
  const numberOwner = state.numbers.find(({ dossierNo }) => dossierNo === number)?.record ?? null;
  const { communeSeq } = state;
  return writePlan(state, planLodging({ communeSeq, record, numberOwner }, lodging), lodging.at);
}
