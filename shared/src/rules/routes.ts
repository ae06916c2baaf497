/**
 * Who may lodge a dossier and what each way still needs, in the order in which they are offered. Lodges nothing, and
 * offers no way that the procedure, the date or a missing authorisation forbids.
 */
import type { Route } from '../model/dossier.ts';
import type { Procedure } from './procedure.ts';
import { getPaperAcceptance, isInForce } from './procedure.ts';

/** A named decision by which a province or commune takes dossiers straight from the team. */
export interface Authorisation {
  readonly decisionNumber: string;
  readonly signer: string;
  readonly procedureCodes: readonly string[];
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
}

/** What is known at the table; what nobody asked yet counts as not there. */
export interface Readiness {
  readonly vneidLevel?: 0 | 1 | 2 | undefined;
  readonly hasOwnPhone?: boolean | undefined;
  readonly hasSignal?: boolean | undefined;
  /** A laptop of the team is at hand. */
  readonly hasTeamLaptop?: boolean | undefined;
  /** A relative with own VNeID level 2 who is willing. */
  readonly hasRelative?: boolean | undefined;
  readonly hasCard?: boolean | undefined;
  readonly hasOwnSim?: boolean | undefined;
  /** The citizen said yes to filing by the authorised team. */
  readonly consentsToAuthorisedFiling?: boolean | undefined;
}

export type RouteNeed =
  | 'appointment'
  | 'authorisation'
  | 'card'
  | 'consent'
  /** From the citizen to the relative who files. */
  | 'familyAuthorisation'
  | 'ownPhone'
  | 'ownSim'
  | 'postAgreement'
  | 'relative'
  | 'signal'
  | 'signOut'
  | 'teamLaptop'
  | 'vneidLevel2';

export interface RouteOffer {
  readonly route: Route;
  /** How the one-stop counts it; a police visit is no dossier of ours. */
  readonly countsAs: 'online' | 'direct' | 'post' | 'byDecision' | 'none';
  /** `met` is unset for what is done on the way (an appointment, signing out). */
  readonly needs: readonly { readonly need: RouteNeed; readonly met?: boolean }[];
  readonly isReady: boolean;
  /** `route.needs.<need>` of the first need that is not met; set exactly when it is not ready. */
  readonly reason?: `route.needs.${RouteNeed}`;
  /** Route G: the decision on which it rests. */
  readonly decisionNumber?: string;
}

export interface RouteQuestion {
  readonly procedure: Pick<Procedure, 'code' | 'channels' | 'paperAcceptance' | 'form'>;
  readonly readiness: Readiness;
  readonly authorisations: readonly Authorisation[];
  /** The agreement of this commune with its post office, by its name; null: there is none. */
  readonly postAgreement: string | null;
  /** `yyyy-mm-dd` in Vietnam. */
  readonly today: string;
}

/** Level 2 of VNeID: in person, at any commune police. */
const POLICE_PROCEDURE = '3.000228';

type NeedList = readonly (readonly [RouteNeed, boolean?])[];

function buildOffer(route: Route, countsAs: RouteOffer['countsAs'], list: NeedList): RouteOffer {
  const needs = list.map(([need, met]) => (met === undefined ? { need } : { need, met }));
  const missing = needs.find((item) => item.met === false);
  const offer = { route, countsAs, needs, isReady: missing === undefined };
  return missing === undefined ? offer : { ...offer, reason: `route.needs.${missing.need}` };
}

function listOnlineOffers({ form }: RouteQuestion['procedure'], readiness: Readiness): RouteOffer[] {
  const level: NeedList[number] = ['vneidLevel2', readiness.vneidLevel === 2];
  const signal: NeedList[number] = ['signal', readiness.hasSignal === true];
  const phone: NeedList[number] = ['ownPhone', readiness.hasOwnPhone === true];
  return [
    buildOffer('selfOwnPhone', 'online', [phone, level, signal]),
    buildOffer('selfAtSession', 'online', [
      phone,
      level,
      ['teamLaptop', readiness.hasTeamLaptop === true],
      signal,
      ['signOut'],
    ]),
    ...listRelativeOffer(form.relativeFiles?.citizenIs, readiness),
    buildOffer('assistedAtCentre', 'online', [['appointment'], ['ownPhone'], ['card']]),
  ];
}

/** None where nobody may file for another. Whoever is the requester by law needs no authorisation. */
function listRelativeOffer(
  citizenIs: NonNullable<Procedure['form']['relativeFiles']>['citizenIs'] | undefined,
  { hasRelative }: Readiness,
): RouteOffer[] {
  if (citizenIs === 'mustFile') return [];
  const willing: NeedList[number] = ['relative', hasRelative === true];
  const needs: NeedList = citizenIs === 'outside' ? [willing] : [willing, ['familyAuthorisation']];
  return [buildOffer('relative', 'online', needs)];
}

/** The authorisation record in force for this procedure; without one, route G does not exist. */
export function findAuthorisation(
  authorisations: readonly Authorisation[],
  procedureCode: string,
  today: string,
): Authorisation | undefined {
  return authorisations.find(
    (record) =>
      record.decisionNumber !== '' &&
      record.procedureCodes.includes(procedureCode) &&
      isInForce(record, today),
  );
}

/** Offers A-H in that order; a way that does not exist for this procedure on this day is left out. */
export function listRoutes({
  procedure,
  readiness,
  authorisations,
  ...question
}: RouteQuestion): RouteOffer[] {
  const { postAgreement, today } = question;
  const takesPaper = getPaperAcceptance(procedure, today) === 'yes';
  if (procedure.code === POLICE_PROCEDURE)
    return [
      buildOffer('policeInPerson', 'none', [
        ['card', readiness.hasCard === true],
        ['ownSim', readiness.hasOwnSim === true],
        ['appointment'],
      ]),
    ];
  const offers = procedure.channels.includes('online') ? listOnlineOffers(procedure, readiness) : [];
  if (procedure.channels.includes('direct') && takesPaper)
    offers.push(buildOffer('counter', 'direct', [['card']]));
  if (procedure.channels.includes('post') && takesPaper && postAgreement !== null)
    offers.push(buildOffer('post', 'post', [['card'], ['postAgreement', true]]));
  const authorisation = findAuthorisation(authorisations, procedure.code, today);
  if (authorisation !== undefined)
    offers.push({
      ...buildOffer('authorisedForward', 'byDecision', [
        ['authorisation', true],
        ['consent', readiness.consentsToAuthorisedFiling === true],
      ]),
      decisionNumber: authorisation.decisionNumber,
    });
  return offers;
}

/** The first way that is ready; undefined when every way still needs something. */
export function findRecommendedRoute(offers: readonly RouteOffer[]): Route | undefined {
  return offers.find((offer) => offer.isReady)?.route;
}
