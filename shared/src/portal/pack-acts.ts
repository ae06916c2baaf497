/** What may be done to a pack that exists: documents before it, reading, the citizen's confirmation, withdrawal. */
import * as z from 'zod/mini';
import { ConfirmRequest } from '../contracts/portal.ts';
import { numberDossier, statePack } from './number-dossier.ts';
import { type Handler, answerProblem, refuse, refuseField } from './portal-answer.ts';
import { findPack } from './portal-state.ts';

export const uploadDocument: Handler<{
  endpoint: 'uploadDocument';
  claimed: string;
  sha256: string;
  size: number;
}> = (state, _now, request) => {
  const { sha256, size } = request;
  if (request.claimed !== sha256) {
    return refuse(state, {
      code: 'documentMissing',
      document: request.claimed.slice(0, 300),
      reason: 'Tệp nhận được không khớp mã băm đã báo.',
    });
  }
  const isNew = !Object.hasOwn(state.documents, sha256);
  return {
    state: isNew ? { ...state, documents: { ...state.documents, [sha256]: size } } : state,
    answer: { status: isNew ? 201 : 200, body: { sha256, size } },
    effects: isNew ? [{ type: 'documentKept', sha256 }] : [],
  };
};

export const readPack: Handler<{ endpoint: 'readPack'; packNumber: string }> = (
  state,
  _now,
  { packNumber },
) => {
  const pack = findPack(state, packNumber);
  if (!pack) return answerProblem(state, 'notFound');
  return { state, answer: { status: 200, body: statePack(pack) }, effects: [] };
};

/** A second tap answers the number of the first one. */
export const confirmPack: Handler<{ endpoint: 'confirmPack'; packNumber: string; body: unknown }> = (
  state,
  now,
  request,
) => {
  const parsed = z.safeParse(ConfirmRequest, request.body);
  if (!parsed.success) return refuseField(state, parsed.error.issues[0]?.path ?? []);
  const pack = findPack(state, request.packNumber);
  if (!pack) return answerProblem(state, 'notFound');
  if (pack.status === 'withdrawn') return answerProblem(state, 'withdrawn', { packNumber: pack.packNumber });
  if (pack.status === 'lodged') return { state, answer: { status: 200, body: statePack(pack) }, effects: [] };
  return numberDossier(state, now, pack);
};

/** Only what is unconfirmed may be withdrawn; a pack that became a dossier answers with its number. */
export const withdrawPack: Handler<{ endpoint: 'withdrawPack'; packNumber: string }> = (
  state,
  _now,
  request,
) => {
  const pack = findPack(state, request.packNumber);
  if (!pack) return answerProblem(state, 'notFound');
  const { packNumber, reference, dossierNumber } = pack;
  if (dossierNumber !== undefined) return answerProblem(state, 'lodged', { packNumber, dossierNumber });
  const withdrawn = { ...pack, status: 'withdrawn' } as const;
  return {
    state: { ...state, packs: { ...state.packs, [packNumber]: withdrawn } },
    answer: { status: 200, body: statePack(withdrawn) },
    effects: pack.status === 'withdrawn' ? [] : [{ type: 'packWithdrawn', packNumber, reference }],
  };
};
