/** Reading a dossier and moving it between the ten official states. Moves nothing that the table does not allow. */
import * as z from 'zod/mini';
import { isStatusMoveAllowed } from '../model/dossier-status.ts';
import { type DossierStatus, StatusMoveRequest } from '../contracts/portal.ts';
import { type Handler, answerProblem, refuse, refuseField } from './portal-answer.ts';
import { findDossier, findPack, type PortalDossier, type PortalState } from './portal-state.ts';

export const readDossier: Handler<{ endpoint: 'readDossier'; dossierNumber: string }> = (
  state,
  _now,
  request,
) => {
  const dossier = findDossier(state, request.dossierNumber);
  if (!dossier) return answerProblem(state, 'notFound');
  return { state, answer: { status: 200, body: stateDossier(state, dossier) }, effects: [] };
};

/** The one-stop's act, on the test face. A request to complete must say what. */
export const moveDossier: Handler<{ endpoint: 'moveDossier'; dossierNumber: string; body: unknown }> = (
  state,
  now,
  request,
) => {
  const parsed = z.safeParse(StatusMoveRequest, request.body);
  if (!parsed.success) return refuseField(state, parsed.error.issues[0]?.path ?? []);
  const dossier = findDossier(state, request.dossierNumber);
  if (!dossier) return answerProblem(state, 'notFound');
  const { status, supplement } = parsed.data;
  const { dossierNumber, packNumber } = dossier;
  if (!isStatusMoveAllowed(dossier.status, status))
    return answerProblem(state, 'moveNotAllowed', { dossierNumber });
  if (status === 5 && !supplement) {
    return refuse(state, {
      code: 'supplementNeeded',
      field: 'supplement',
      reason: 'Cần ghi rõ nội dung phải bổ sung.',
    });
  }
  const asked = status === 5 && supplement ? { supplement } : {};
  const moved: PortalDossier = { dossierNumber, packNumber, status, changedAt: now, ...asked };
  return {
    state: { ...state, dossiers: { ...state.dossiers, [dossierNumber]: moved } },
    answer: { status: 200, body: stateDossier(state, moved) },
    effects: [{ type: 'dossierMoved', dossierNumber, status }],
  };
};

function stateDossier(state: PortalState, dossier: PortalDossier): DossierStatus {
  const { dossierNumber, packNumber, status, changedAt, supplement } = dossier;
  const procedureCode = findPack(state, packNumber)?.procedureCode;
  return {
    ...{ dossierNumber, status, changedAt },
    ...(supplement && { supplement }),
    ...(procedureCode !== undefined && { procedureCode }),
  };
}
