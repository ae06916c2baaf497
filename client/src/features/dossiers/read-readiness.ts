/** What is known at the table about who could lodge: from the account steps, the card, the consent. Asks nobody. */
import { accountSteps } from '#data/account-steps';
import type { Work } from '../../custody/work.ts';
import type { Patch } from '#shared/model/operation';
import { listEntries } from '#shared/model/collection';
import type { AccountStep } from '#shared/model/account-setup';
import { collectAccountRecords } from '#shared/rules/account-guide';
import type { Authorisation, Readiness, RouteNeed } from '#shared/rules/routes';

export interface KnownFacts {
  readonly citizen: Patch;
  readonly accountSetup: Patch | undefined;
  readonly consentsToAuthorisedFiling: boolean;
}

export function readReadiness({ citizen, accountSetup, consentsToAuthorisedFiling }: KnownFacts): Readiness {
  const outcomes = listEntries<AccountStep>(accountSetup ?? {}, 'steps').map(
    ([step, { outcome }]) => [step, outcome] as const,
  );
  const account = collectAccountRecords(accountSteps, Object.fromEntries(outcomes), {});
  return {
    vneidLevel: account.vneidLevel,
    hasOwnPhone:
      account.deviceAccess === undefined ? citizen['phoneOwner'] === 'self' : account.deviceAccess === 'own',
    hasOwnSim: account.simStatus === 'own',
    hasCard: citizen['enteredBy'] === 'card',
    consentsToAuthorisedFiling,
  };
}

/** Needs that a person at the table can answer with a tick, and where the tick goes. */
const ASKED = {
  ownPhone: { hasOwnPhone: true },
  vneidLevel2: { vneidLevel: 2 },
  signal: { hasSignal: true },
  teamLaptop: { hasTeamLaptop: true },
  relative: { hasRelative: true },
  card: { hasCard: true },
  ownSim: { hasOwnSim: true },
} as const satisfies Partial<Record<RouteNeed, Readiness>>;

export type AskedNeed = keyof typeof ASKED;

export function isAskedNeed(need: RouteNeed): need is AskedNeed {
  return need in ASKED;
}

export function isReadyFor(need: AskedNeed, readiness: Readiness): boolean {
  return Object.entries(ASKED[need]).every(([name, value]) => readiness[name as keyof Readiness] === value);
}

export function tickNeed(need: AskedNeed, ticked: boolean, readiness: Readiness): Readiness {
  const names = Object.keys(ASKED[need]);
  const cleared = Object.fromEntries(names.map((name) => [name, undefined]));
  return { ...readiness, ...(ticked ? ASKED[need] : cleared) };
}

export function readAuthorisations({ authorisations }: Pick<Work, 'authorisations'>): Authorisation[] {
  return authorisations.map(({ decisionNumber, signer, procedures, from, to }) => ({
    ...{ decisionNumber, signer, procedureCodes: procedures },
    ...{ effectiveFrom: from, effectiveTo: to },
  }));
}
