/** What each portal class lets its sender find again, and how late. Never shows more than the class offers. */
import * as z from 'zod/mini';
import { CitizenSearchRequest, PORTAL_LIMITS } from '../contracts/portal.ts';
import { statePack } from './number-dossier.ts';
import { getVietnamDay } from '../rules/vietnam-day.ts';
import { type Handler, answerProblem, refuseField } from './portal-answer.ts';
import type { PortalPack, PortalState } from './portal-state.ts';

/** Classes A and B: every visible pack under our reference, oldest first. */
export const searchPacks: Handler<{ endpoint: 'searchPacks'; reference: string }> = (
  state,
  now,
  { reference },
) => {
  if (state.settings.portalClass === 'C' || state.settings.portalClass === 'D') {
    return answerProblem(state, 'notOffered');
  }
  if (reference === '') return refuseField(state, ['reference']);
  const packs = listVisible(state, now, (pack) => pack.reference === reference).map(statePack);
  return { state, answer: { status: 200, body: { packs } }, effects: [] };
};

/** Class C: the packs of one citizen on one day, without our reference. */
export const searchByCitizen: Handler<{ endpoint: 'searchByCitizen'; body: unknown }> = (
  state,
  now,
  request,
) => {
  if (state.settings.portalClass !== 'C') return answerProblem(state, 'notOffered');
  const parsed = z.safeParse(CitizenSearchRequest, request.body);
  if (!parsed.success) return refuseField(state, parsed.error.issues[0]?.path ?? []);
  const { personalId, day } = parsed.data;
  const isAsked = (pack: PortalPack) =>
    (pack.owner ?? pack.submitter).personalId === personalId && getVietnamDay(pack.createdAt) === day;
  const packs = listVisible(state, now, isAsked).map(
    ({ packNumber, procedureCode, status, dossierNumber }) => ({
      packNumber,
      procedureCode,
      status,
      ...(dossierNumber === undefined ? {} : { dossierNumber }),
    }),
  );
  return { state, answer: { status: 200, body: { packs } }, effects: [] };
};

function listVisible(state: PortalState, now: number, isAsked: (pack: PortalPack) => boolean): PortalPack[] {
  return Object.values(state.packs)
    .filter((pack) => pack.visibleAt <= now && isAsked(pack))
    .slice(0, PORTAL_LIMITS.rowsPerSearch);
}
