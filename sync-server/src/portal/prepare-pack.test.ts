import { afterEach, expect, it } from 'vitest';
import { findProcedure, procedures } from '#data/procedures';
import { PACK_ROUTES, type PackRoute } from '#shared/contracts/portal';
import { listRoutes } from '#shared/rules/routes';
import { listPortalProcedures } from '../../../fixtures/demo-commune/demo-commune.ts';
import {
  closeVillages,
  handIn,
  listPacks,
  MINUTE,
  openVillage,
} from '../../../fixtures/demo-commune/portal-village.ts';
import { answerForm } from '../../../fixtures/forms/answer-form.ts';

afterEach(closeVillages);

const WAYS = { readiness: {}, authorisations: [], postAgreement: null, today: '2026-11-26' };
const findPackRoute = (code: string): PackRoute | undefined => {
  const procedure = findProcedure(code);
  const offers = procedure ? listRoutes({ procedure, ...WAYS }).map((offer) => offer.route) : [];
  return PACK_ROUTES.find((route) => offers.includes(route));
};
/** Those that are lodged online: the others never become a pack. */
const sent = procedures.filter((entry) => findPackRoute(entry.code) !== undefined);

it('every procedure that is lodged online is known to the practice portal', () => {
  const known = listPortalProcedures();
  expect(known.map((entry) => entry.code)).toEqual(procedures.map((entry) => entry.code));
  const direct = procedures.filter((entry) => !sent.includes(entry)).map((entry) => entry.code);
  expect(direct.sort()).toEqual(['2.000815', '3.000228']);
});

it('a full draft of each of them becomes a pack that the portal takes', async () => {
  const village = await openVillage('B', true, listPortalProcedures());
  const written = [];
  for (const [at, { code, form }] of sent.entries()) {
    const route = findPackRoute(code)!;
    const answers = answerForm(form, route);
    const document = form.documents[0]?.id ?? 'anyPaper';
    const personalId = `0991830001${String(at).padStart(2, '0')}`;
    const wishes = { procedure: code, formVersion: form.formVersion, answers, document };
    written.push(await handIn(village, { route, personalId, form: wishes }));
  }
  await village.run();
  await village.pass(10 * MINUTE);
  for (const { dossier } of written)
    expect(await village.findLodging(dossier)).toMatchObject({ state: 'awaitingCitizen' });
  const taken = listPacks(village.twin).map((pack) => pack.procedureCode);
  expect(taken.sort()).toEqual(sent.map((entry) => entry.code).sort());
}, 30_000);
