import { describe, expect, it } from 'vitest';
import { findProcedure } from '../../data/procedures.ts';
import type { Procedure } from './procedure.ts';
import { getPaperAcceptance } from './procedure.ts';
import type { Authorisation, Readiness, RouteQuestion } from './routes.ts';
import { findRecommendedRoute, listRoutes } from './routes.ts';

const extract = findProcedure('2.000635') as Procedure;
const today = '2026-11-22';
const allThere: Readiness = {
  vneidLevel: 2,
  hasOwnPhone: true,
  hasSignal: true,
  hasTeamLaptop: true,
  hasRelative: true,
  consentsToAuthorisedFiling: true,
};
const decision: Authorisation = {
  decisionNumber: '12/QĐ-UBND',
  signer: 'Chủ tịch UBND xã Ví Dụ',
  procedureCodes: ['2.000635'],
  effectiveFrom: '2026-10-01',
  effectiveTo: '2026-12-31',
};
const ask = (changes: Partial<RouteQuestion> = {}) =>
  listRoutes({
    procedure: extract,
    readiness: allThere,
    authorisations: [],
    postAgreement: '7/TT-BĐ',
    today,
    ...changes,
  });
const listNames = (changes?: Partial<RouteQuestion>) => ask(changes).map((offer) => offer.route);

describe('who may lodge', () => {
  it('is offered in one order: own phone, session, relative, centre, counter, post', () => {
    expect(listNames()).toEqual([
      'selfOwnPhone',
      'selfAtSession',
      'relative',
      'assistedAtCentre',
      'counter',
      'post',
    ]);
  });

  it('is the citizen on the own phone when phone, account and signal are there', () => {
    expect(findRecommendedRoute(ask())).toBe('selfOwnPhone');
  });

  it('is a relative, and otherwise the centre, when the citizen has no account', () => {
    const readiness = { ...allThere, vneidLevel: 1 } as const;
    expect(findRecommendedRoute(ask({ readiness }))).toBe('relative');
    expect(findRecommendedRoute(ask({ readiness: {} }))).toBe('assistedAtCentre');
  });

  it('says what is missing where a way is not ready, and never where it is', () => {
    const reasons = ask({ readiness: { ...allThere, hasSignal: false } }).map((offer) => offer.reason);
    expect(reasons.slice(0, 3)).toEqual(['route.needs.signal', 'route.needs.signal', undefined]);
    for (const offer of ask({ readiness: {} })) expect(offer.isReady).toBe(offer.reason === undefined);
  });

  it('counts a paper at the counter as direct, not as online', () => {
    expect(ask().find((offer) => offer.route === 'counter')?.countsAs).toBe('direct');
  });
});

describe('the counter', () => {
  const closed: Procedure = {
    ...extract,
    paperAcceptance: [
      { effectiveFrom: '2025-07-01', effectiveTo: '2026-11-21', value: 'yes', legalBasis: 'a' },
      { effectiveFrom: '2026-11-22', value: 'no', legalBasis: 'Chỉ thị 24/CT-TTg' },
    ],
  };

  it('is offered up to the last day on which paper is taken and not on the next', () => {
    expect(listNames({ procedure: closed, today: '2026-11-21' })).toContain('counter');
    expect(listNames({ procedure: closed, today: '2026-11-22' })).not.toContain('counter');
  });

  it('is not offered where nobody said that paper is taken', () => {
    expect(getPaperAcceptance(extract, '2027-03-01')).toBe('unknown');
    expect(listNames({ today: '2027-03-01' })).not.toContain('counter');
  });
});

describe('the post', () => {
  it('is offered only where commune and post office have agreed and paper is taken', () => {
    expect(listNames()).toContain('post');
    expect(listNames({ postAgreement: null })).not.toContain('post');
    expect(listNames({ today: '2027-03-01' })).not.toContain('post');
    expect(listNames({ procedure: findProcedure('1.001193') as Procedure })).not.toContain('post');
  });
});

describe('filing by the team', () => {
  const offersIt = (record: Authorisation, day = today) =>
    listNames({ authorisations: [record], today: day }).includes('authorisedForward');

  it('exists only with a decision in force for this very procedure', () => {
    expect(offersIt(decision)).toBe(true);
    expect(offersIt({ ...decision, procedureCodes: ['1.001193'] })).toBe(false);
    expect(offersIt(decision, '2026-09-30')).toBe(false);
    expect(offersIt(decision, '2026-12-31')).toBe(true);
    expect(offersIt(decision, '2027-01-01')).toBe(false);
    expect(offersIt({ ...decision, decisionNumber: '' })).toBe(false);
  });

  it("waits for the citizen's own yes to it and names the decision", () => {
    const readiness = { ...allThere, consentsToAuthorisedFiling: false };
    const offer = ask({ authorisations: [decision], readiness }).at(-1);
    expect(offer).toMatchObject({
      isReady: false,
      reason: 'route.needs.consent',
      decisionNumber: '12/QĐ-UBND',
    });
  });
});

it('leaves level 2 of VNeID to the police, and nothing else to them', () => {
  const vneid = { ...extract, code: '3.000228', channels: ['direct'] } as Procedure;
  expect(listNames({ procedure: vneid, authorisations: [decision] })).toEqual(['policeInPerson']);
  expect(listNames()).not.toContain('policeInPerson');
});

it('offers no online way for a procedure that is direct only', () => {
  const certifiedCopy = { ...extract, code: '2.000815', channels: ['direct'] } as Procedure;
  expect(listNames({ procedure: certifiedCopy })).toEqual(['counter']);
});
